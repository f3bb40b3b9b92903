import { describe, expect, it } from "vitest";
import { calendarDate } from "@/lib/core/calendar-date";
import { DomainError } from "@/lib/core/domain-error";
import { db, transact } from "@/lib/server/db";
import { newId } from "@/lib/server/ids";
import { consumeReservations } from "@/lib/stock/issue-stock";
import { clearDemand, recordDemand } from "@/lib/stock/record-demand";
import { releaseContractReservations, releaseReservations } from "@/lib/stock/release-reservation";
import { reserve } from "@/lib/stock/reserve-stock";
import { reverseOutbound } from "@/lib/stock/reverse-outbound";
import { freeToPromise, stockFigures } from "@/lib/stock/stock-figures";
import {
  anActorOf,
  aWish,
  balanceOf,
  createStockedProduct,
  createStockProduct,
  q,
  stockUp,
} from "@/tests/factories/stock";
import { countQueries } from "@/tests/support/query-counter";

const today = calendarDate("2026-11-23");
const aSlip = () => ({
  actor: anActorOf("WAREHOUSE_KEEPER"),
  slipId: newId(),
  slipNo: `CK2026-${newId().slice(-4)}`,
  contractNo: "LG2026-001",
  summary: "LG2026-001 大连宏达",
  today,
});

describe("free to promise", () => {
  it("[R1.1.3-A] is on hand less reserved less what other contracts have claimed and not bound", async () => {
    const { id: productId } = await createStockedProduct("100");
    const [ours, theirs] = [newId(), newId()];
    const theirLine = newId();
    await transact(async (tx) => {
      await recordDemand(tx, ours, [{ contractLineId: newId(), productId, quantity: q("10") }]);
      await recordDemand(tx, theirs, [{ contractLineId: theirLine, productId, quantity: q("40") }]);
    });
    const free = async (exceptContractId?: string) =>
      (await freeToPromise(db, [productId], exceptContractId ? { exceptContractId } : {}))
        .get(productId)
        ?.toString();

    expect(await free(ours)).toBe("60");
    expect(await free()).toBe("50");
    await transact((tx) =>
      reserve(tx, [
        aWish({ contractId: theirs, contractLineId: theirLine, productId, quantity: q("30") }),
      ]),
    );
    expect(await free(ours)).toBe("60"); // bound or unbound, it counts once
    await transact((tx) => clearDemand(tx, theirs));
    expect(await free(ours)).toBe("70");
  });

  it("is zero for a product that never lay in the store", async () => {
    const { id } = await createStockProduct();
    const figures = (await stockFigures(db, [id])).get(id);
    expect([figures?.onHand, figures?.reserved, figures?.freeToPromise].map(String)).toEqual([
      "0",
      "0",
      "0",
    ]);
  });
});

describe("reserving", () => {
  it("[R1.2.1-b] binds by batch and bin, and refuses more than on hand less reserved with the available figure", async () => {
    const { id: productId } = await createStockProduct();
    await stockUp(
      { productId, quantity: "5", batchNo: "B1" },
      { productId, quantity: "3", batchNo: "B2" },
    );
    await transact((tx) => reserve(tx, [aWish({ productId, quantity: q("6") })]));
    expect(await balanceOf(productId)).toEqual({ onHand: "8", reserved: "6" });

    const refusal = transact((tx) =>
      reserve(tx, [aWish({ productId, quantity: q("3"), path: "lines.0.quantity", unit: "支" })]),
    );
    await expect(refusal).rejects.toMatchObject({
      code: "stock.not_enough",
      details: { available: "2", wanted: "3", unit: "支" },
      issues: [{ path: "lines.0.quantity", code: "stock.not_enough" }],
    });
    expect(await balanceOf(productId)).toEqual({ onHand: "8", reserved: "6" });
  });

  it("binds all lines or none", async () => {
    const [one, two] = [await createStockedProduct("5"), await createStockedProduct("1")];
    const wishes = [
      aWish({ productId: one.id, quantity: q("5") }),
      aWish({ productId: two.id, quantity: q("2") }),
    ];
    await expect(transact((tx) => reserve(tx, wishes))).rejects.toBeInstanceOf(DomainError);
    expect(await balanceOf(one.id)).toEqual({ onHand: "5", reserved: "0" });
  });

  it("gives the last pieces to as many of 8 rivals as there are pieces", async () => {
    const { id: productId } = await createStockedProduct("5");
    const results = await Promise.allSettled(
      Array.from({ length: 8 }, () =>
        transact((tx) => reserve(tx, [aWish({ productId, quantity: q("1") })])),
      ),
    );
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(5);
    expect(await balanceOf(productId)).toEqual({ onHand: "5", reserved: "5" });
  });

  it("costs the same few statements for 200 lines as for one", async () => {
    const products = await Promise.all(Array.from({ length: 20 }, () => createStockProduct()));
    await stockUp(...products.map(({ id }) => ({ productId: id, quantity: "10" })));
    const wishes = Array.from({ length: 200 }, (_, i) =>
      aWish({ productId: products[i % 20]?.id ?? "", quantity: q("1") }),
    );
    const { queries } = await countQueries(() => transact((tx) => reserve(tx, wishes)));
    expect(queries.length).toBeLessThanOrEqual(4);
    const leaving = wishes.map(({ sourceLineId }) => ({
      sourceLineId,
      slipLineId: newId(),
      quantity: q("1"),
    }));
    const { queries: issuing } = await countQueries(() =>
      transact((tx) => consumeReservations(tx, aSlip(), leaving)),
    );
    expect(issuing.length).toBeLessThanOrEqual(6);
  });
});

describe("releasing", () => {
  it("gives the goods back to the store and to the contract's demand", async () => {
    const { id: productId } = await createStockedProduct("10");
    const wish = aWish({ productId, quantity: q("8") });
    const { contractId, contractLineId, sourceLineId } = wish;
    await transact(async (tx) => {
      await recordDemand(tx, contractId, [{ contractLineId, productId, quantity: q("6") }]);
      await reserve(tx, [wish]);
    });
    const unbound = async () =>
      String((await db.stockDemand.findUniqueOrThrow({ where: { contractLineId } })).unbound);
    expect(await unbound()).toBe("0");
    await transact((tx) => releaseReservations(tx, [{ sourceLineId, quantity: q("3") }]));
    expect(await balanceOf(productId)).toEqual({ onHand: "10", reserved: "5" });
    expect(await unbound()).toBe("1"); // planned 6, still bound 5
    await transact((tx) => releaseReservations(tx, [{ sourceLineId }]));
    expect(await unbound()).toBe("6");
    await transact((tx) => releaseReservations(tx, [{ sourceLineId }]));
    expect(await balanceOf(productId)).toEqual({ onHand: "10", reserved: "0" });
  });

  it("refuses to free more than is reserved", async () => {
    const { id: productId } = await createStockedProduct("10");
    const wish = aWish({ productId, quantity: q("4") });
    await transact((tx) => reserve(tx, [wish]));
    await expect(
      transact((tx) =>
        releaseReservations(tx, [{ sourceLineId: wish.sourceLineId, quantity: q("5") }]),
      ),
    ).rejects.toMatchObject({
      code: "stock.not_reserved",
      details: { reserved: "4", wanted: "5" },
    });
  });

  it("frees everything of a contract that ends", async () => {
    const { id: productId } = await createStockedProduct("10");
    const contractId = newId();
    await transact(async (tx) => {
      await reserve(tx, [
        aWish({ contractId, productId, quantity: q("4") }),
        aWish({ productId, quantity: q("1") }),
      ]);
      await releaseContractReservations(tx, contractId);
    });
    expect(await balanceOf(productId)).toEqual({ onHand: "10", reserved: "1" });
  });
});

describe("the keeper issuing a slip", () => {
  it("[R1.2.2-c] consumes the reservation, posts negative rows by batch and bin, and says from where", async () => {
    const { id: productId } = await createStockProduct();
    await stockUp(
      { productId, quantity: "5", batchNo: "B1" },
      { productId, quantity: "5", batchNo: "B2" },
    );
    const wish = aWish({ productId, quantity: q("8") });
    await transact((tx) => reserve(tx, [wish]));
    const slipLineId = newId();
    const used = await transact((tx) =>
      consumeReservations(tx, aSlip(), [
        { sourceLineId: wish.sourceLineId, slipLineId, quantity: q("6") },
      ]),
    );
    expect(
      used.get(slipLineId)?.map(({ batchNo, quantity }) => [batchNo, quantity.toString()]),
    ).toEqual([
      ["B1", "5"],
      ["B2", "1"],
    ]);
    expect(await balanceOf(productId)).toEqual({ onHand: "4", reserved: "2" });
    const rows = await db.stockMovement.findMany({
      where: { sourceLineId: slipLineId },
      orderBy: { id: "asc" },
    });
    expect(rows.map((row) => [String(row.quantity), String(row.balanceAfter)])).toEqual([
      ["-5", "5"],
      ["-1", "4"],
    ]);
  });

  it("issues a line once, however many try, and never more than is reserved", async () => {
    const { id: productId } = await createStockedProduct("10");
    const wish = aWish({ productId, quantity: q("4") });
    await transact((tx) => reserve(tx, [wish]));
    const slip = aSlip();
    const line = { sourceLineId: wish.sourceLineId, slipLineId: newId(), quantity: q("4") };
    const results = await Promise.allSettled(
      Array.from({ length: 8 }, () => transact((tx) => consumeReservations(tx, slip, [line]))),
    );
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await balanceOf(productId)).toEqual({ onHand: "6", reserved: "0" });
  });

  it("is undone by a red slip: goods and reservation are back, once", async () => {
    const { id: productId } = await createStockProduct();
    await stockUp(
      { productId, quantity: "5", batchNo: "B1" },
      { productId, quantity: "5", batchNo: "B2" },
    );
    const wish = aWish({ productId, quantity: q("7") });
    const slipLineId = newId();
    await transact(async (tx) => {
      await reserve(tx, [wish]);
      await consumeReservations(tx, aSlip(), [
        { sourceLineId: wish.sourceLineId, slipLineId, quantity: q("6") },
      ]);
    });
    await transact((tx) => reverseOutbound(tx, aSlip(), [{ slipLineId, redLineId: newId() }]));
    expect(await balanceOf(productId)).toEqual({ onHand: "10", reserved: "7" });
    await expect(
      transact((tx) => reverseOutbound(tx, aSlip(), [{ slipLineId, redLineId: newId() }])),
    ).rejects.toMatchObject({ code: "stock.already_reversed" });
    const again = newId();
    await transact((tx) =>
      consumeReservations(tx, aSlip(), [
        { sourceLineId: wish.sourceLineId, slipLineId: again, quantity: q("7") },
      ]),
    );
    expect(await balanceOf(productId)).toEqual({ onHand: "3", reserved: "0" });
  });
});

describe("the database", () => {
  it("keeps on hand above reserved and the stock account unchanged, whoever writes", async () => {
    const { id: productId } = await createStockedProduct("5");
    await transact((tx) => reserve(tx, [aWish({ productId, quantity: q("4") })]));
    await expect(
      db.stockBalance.updateMany({ where: { productId }, data: { onHand: "3" } }),
    ).rejects.toThrow(/stock_balance_quantities/);
    await expect(db.stockMovement.deleteMany({ where: { productId } })).rejects.toThrow(
      /insert-only/,
    );
    await expect(
      db.stockMovement.updateMany({ where: { productId }, data: { quantity: "9" } }),
    ).rejects.toThrow(/insert-only/);
  });
});
