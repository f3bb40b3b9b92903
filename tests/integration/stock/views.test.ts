import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { addDays, type CalendarDate } from "@/lib/core/calendar-date";
import { emptyListState } from "@/lib/core/list-state";
import { clock } from "@/lib/server/clock";
import { db, transact } from "@/lib/server/db";
import { listInbound } from "@/lib/stock/inbound-list";
import { listMovements } from "@/lib/stock/movement-list";
import { findInbound, findStockAccount, listBinCodes, movementsOf } from "@/lib/stock/queries";
import { reserve } from "@/lib/stock/reserve-stock";
import { holdStock } from "@/lib/stock/stock-hold";
import { listStock } from "@/lib/stock/stock-list";
import {
  anActorOf,
  aWish,
  createStockedProduct,
  createStockProduct,
  q,
  stockUp,
} from "@/tests/factories/stock";
import { countQueries } from "@/tests/support/query-counter";

const keeper = anActorOf("WAREHOUSE_KEEPER");
const whole = { ...emptyListState, size: 200 };

describe("the register of the store", () => {
  it("shows on hand, reserved and free to promise, and what is below its minimum", async () => {
    const { id } = await createStockedProduct("10");
    await db.product.update({ where: { id }, data: { minStock: "12" } });
    await transact((tx) => reserve(tx, [aWish({ productId: id, quantity: q("4") })]));
    const page = await listStock(keeper, whole);
    expect(page.rows.find((row) => row.id === id)).toMatchObject({
      onHand: "10",
      reserved: "4",
      freeToPromise: "6",
      level: "LOW",
      bins: "A-01",
    });
    const low = await listStock(keeper, { ...whole, filters: { level: ["LOW"] } });
    expect(low.rows.map((row) => row.level)).toEqual(low.rows.map(() => "LOW"));
  });

  it("[Q28] shows what drafts hold for three days, in the register and in the account, without lowering what is free", async () => {
    const { id } = await createStockedProduct("10");
    const holder = { heldById: keeper.id, heldByName: "周敏" };
    const hold = (contractId: string, untilOn: CalendarDate, quantity: string) =>
      transact((tx) =>
        holdStock(tx, {
          ...holder,
          contractId,
          untilOn,
          rows: [{ productId: id, quantity: q(quantity) }],
        }),
      );
    await hold(randomUUID(), clock.today(), "4");
    await hold(randomUUID(), addDays(clock.today(), -1), "3");
    const page = await listStock(keeper, whole);
    expect(page.rows.find((row) => row.id === id)).toMatchObject({
      freeToPromise: "10",
      held: "4",
    });
    expect((await findStockAccount(id))?.holds).toMatchObject([{ by: "周敏", quantity: "4" }]);
  });

  it("shows no price to anybody and costs one query a page", async () => {
    await createStockedProduct("1");
    const { queries, result } = await countQueries(() => listStock(keeper, whole));
    expect(queries).toHaveLength(1);
    expect(Object.keys(result.rows[0] ?? {}).filter((key) => /price|amount/i.test(key))).toEqual(
      [],
    );
  });
});

describe("a product's stock account", () => {
  it("has every movement with its running balance, the places and the reservations", async () => {
    const { id: productId } = await createStockProduct();
    await stockUp({ productId, quantity: "5", batchNo: "B1" });
    await stockUp({ productId, quantity: "3", batchNo: "B2", binCode: "D-07" });
    await transact((tx) => reserve(tx, [aWish({ productId, quantity: q("2") })]));
    const page = await listMovements(keeper, productId, whole);
    expect(page.rows.map(({ quantityIn, balanceAfter }) => [quantityIn, balanceAfter])).toEqual([
      ["3", "8"],
      ["5", "5"],
    ]);
    const account = await findStockAccount(productId);
    expect(account?.places).toEqual([
      { batchNo: "B1", binCode: "A-01", onHand: "5", reserved: "2" },
      { batchNo: "B2", binCode: "D-07", onHand: "3", reserved: "0" },
    ]);
    expect(account?.reservations).toMatchObject([{ quantity: "2" }]);
    expect(await listBinCodes()).toContain("D-07");
    expect(await findStockAccount("no-id")).toBeNull();
  });
});

describe("the register of inbound slips", () => {
  it("finds a slip by the beginning of its number, with what it moved", async () => {
    const { id: productId } = await createStockProduct();
    const { docNo, slipId } = await stockUp({ productId, quantity: "5" });
    const page = await listInbound(keeper, { ...emptyListState, q: docNo });
    expect(page.rows).toMatchObject([{ id: slipId, docNo, status: "POSTED", lines: "1" }]);
    expect(await findInbound(slipId)).toMatchObject({ lines: [{ receivedQty: "5" }] });
    expect(await movementsOf(slipId)).toMatchObject([{ quantity: "5", balanceAfter: "5" }]);
  });
});
