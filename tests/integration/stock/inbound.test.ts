import { describe, expect, it } from "vitest";
import { calendarDate } from "@/lib/core/calendar-date";
import { db } from "@/lib/server/db";
import { newId } from "@/lib/server/ids";
import { cancelInbound } from "@/lib/stock/cancel-inbound";
import { postInbound } from "@/lib/stock/post-inbound";
import { saveInbound } from "@/lib/stock/save-inbound";
import { saveInboundInput } from "@/lib/stock/schema";
import { aKey } from "@/tests/factories/people";
import { anActorOf, balanceOf, createStockProduct, inboundInput, q } from "@/tests/factories/stock";
import { at } from "@/tests/support/clock";

const keeper = anActorOf("WAREHOUSE_KEEPER");
const onDay = <T>(fn: () => Promise<T>) => at("2026-11-23", fn);

async function aDraft(quantity = "12") {
  const { id: productId } = await createStockProduct();
  const input = inboundInput([{ productId, quantity, batchNo: "B1", binCode: "C-03" }]);
  const { slipId } = await onDay(() => saveInbound(keeper, input, aKey()));
  return { productId, input, slipId };
}

describe("the inbound slip", () => {
  it("moves nothing as a draft; posted it has a number, rows of the account and the keeper's signature", async () => {
    const { productId, slipId } = await aDraft();
    expect(await balanceOf(productId)).toEqual({ onHand: "0", reserved: "0" });

    const { docNo } = await onDay(() => postInbound(keeper, { slipId, rowVersion: 1 }, aKey()));

    expect(docNo).toMatch(/^RK2026-\d{4}$/);
    expect(await balanceOf(productId)).toEqual({ onHand: "12", reserved: "0" });
    const movement = await db.stockMovement.findFirstOrThrow({ where: { sourceId: slipId } });
    expect(movement).toMatchObject({
      sourceNo: docNo,
      batchNo: "B1",
      binCode: "C-03",
      movedById: keeper.id,
    });
    expect(await db.bin.count({ where: { code: "C-03" } })).toBe(1);
    expect(await db.signature.count({ where: { subjectId: slipId, signedById: keeper.id } })).toBe(
      1,
    );
    expect(
      await db.auditEvent.count({ where: { subjectId: slipId, type: "inbound.posted" } }),
    ).toBe(1);
  });

  it("is posted once: the same key gives the same answer, another key and a stale version are refused", async () => {
    const { productId, slipId } = await aDraft();
    const key = aKey();
    const post = (rowVersion: number, withKey: string) =>
      onDay(() => postInbound(keeper, { slipId, rowVersion }, withKey));
    await expect(post(7, aKey())).rejects.toMatchObject({ code: "common.changed_meanwhile" });
    const first = await post(1, key);
    expect(await post(1, key)).toEqual(first);
    await expect(post(2, key)).rejects.toMatchObject({ code: "common.key_reused" });
    await expect(post(2, aKey())).rejects.toMatchObject({ code: "stock.not_a_draft" });
    expect(await balanceOf(productId)).toEqual({ onHand: "12", reserved: "0" });
  });

  it("is for the keeper only", async () => {
    const { slipId, input } = await aDraft();
    for (const role of ["CLERK", "SALESPERSON", "FINANCE", "SECTION_CHIEF", "ADMIN"] as const) {
      const other = anActorOf(role);
      await expect(onDay(() => saveInbound(other, input, aKey()))).rejects.toMatchObject({
        code: "common.forbidden",
      });
      await expect(
        onDay(() => postInbound(other, { slipId, rowVersion: 1 }, aKey())),
      ).rejects.toMatchObject({ code: "common.forbidden" });
      await expect(
        onDay(() => cancelInbound(other, { slipId, rowVersion: 1, comment: "错" }, aKey())),
      ).rejects.toMatchObject({ code: "common.forbidden" });
    }
    expect((await db.inboundSlip.findUniqueOrThrow({ where: { id: slipId } })).status).toBe(
      "DRAFT",
    );
  });

  it("is changed and cancelled as a draft only, and stays with its reason", async () => {
    const { slipId, input } = await aDraft();
    await onDay(() =>
      saveInbound(keeper, { ...input, slipId, rowVersion: 1, remark: "改" }, aKey()),
    );
    await expect(
      onDay(() => saveInbound(keeper, { ...input, slipId, rowVersion: 1 }, aKey())),
    ).rejects.toMatchObject({ code: "common.changed_meanwhile" });
    await onDay(() =>
      cancelInbound(keeper, { slipId, rowVersion: 2, comment: "重复填写" }, aKey()),
    );
    await expect(
      onDay(() => postInbound(keeper, { slipId, rowVersion: 3 }, aKey())),
    ).rejects.toMatchObject({ code: "stock.not_a_draft" });
    expect(await db.inboundSlip.findUniqueOrThrow({ where: { id: slipId } })).toMatchObject({
      status: "CANCELLED",
      cancelReason: "重复填写",
      docNo: null,
    });
  });

  it("takes whole pieces unless the unit may be split, known products, and no day to come", async () => {
    const [piece, kilo] = [await createStockProduct(), await createStockProduct({ unit: "千克" })];
    const save = (lines: Parameters<typeof inboundInput>[0]) =>
      onDay(() => saveInbound(keeper, inboundInput(lines), aKey()));
    await expect(save([{ productId: piece.id, quantity: "1.5" }])).rejects.toMatchObject({
      issues: [
        { path: "lines.0.deliveredQty", code: "stock.whole_pieces_only", details: { unit: "支" } },
        { path: "lines.0.receivedQty", code: "stock.whole_pieces_only" },
      ],
    });
    await expect(save([{ productId: kilo.id, quantity: "1.5" }])).resolves.toBeTruthy();
    await expect(save([{ productId: newId(), quantity: "1" }])).rejects.toMatchObject({
      issues: [{ path: "lines.0.productId", code: "stock.product_unknown" }],
    });
    const twice = { productId: piece.id, quantity: "1" };
    await expect(save([twice, twice])).rejects.toMatchObject({
      issues: [{ path: "lines.1.productId", code: "stock.same_place_twice" }],
    });
    const later = { ...inboundInput([twice]), receivedOn: calendarDate("2026-11-24") };
    await expect(onDay(() => saveInbound(keeper, later, aKey()))).rejects.toMatchObject({
      code: "stock.received_later",
    });
  });
});

describe("what the inbound form sends", () => {
  const line = (given: Record<string, string>) => ({
    productId: newId(),
    deliveredQty: "10",
    receivedQty: "10",
    batchNo: "",
    binCode: "a-01",
    inspectionNo: "",
    inspectionResult: "QUALIFIED",
    lineRemark: "",
    ...given,
  });
  const codesOf = (given: Record<string, string>, count = 1) => {
    const parsed = saveInboundInput.safeParse({
      slipId: null,
      rowVersion: null,
      inboundType: "OTHER",
      receivedOn: "2026-11-23",
      fromDepartment: "机加车间",
      deliveredBy: "",
      remark: "",
      lines: Array.from({ length: count }, () => line(given)),
    });
    return parsed.success
      ? []
      : parsed.error.issues.map(({ path, message }) => `${path.join(".")} ${message}`);
  };

  it("has quantities above zero, not more received than delivered, and a remark when less", () => {
    expect(codesOf({})).toEqual([]);
    expect(codesOf({ deliveredQty: "0" })).toEqual([
      "lines.0.deliveredQty stock.quantity_not_positive",
    ]);
    expect(codesOf({ receivedQty: "-3" })).toEqual([
      "lines.0.receivedQty stock.quantity_not_positive",
    ]);
    expect(codesOf({ receivedQty: "many" })).toEqual([
      "lines.0.receivedQty common.quantity_malformed",
    ]);
    expect(codesOf({ receivedQty: "11" })).toEqual([
      "lines.0.receivedQty stock.received_over_delivered",
    ]);
    expect(codesOf({ receivedQty: "9" })).toEqual(["lines.0.lineRemark stock.short_needs_remark"]);
    expect(codesOf({ receivedQty: "9", lineRemark: "一支碰伤" })).toEqual([]);
    expect(codesOf({ binCode: "../x" })).toEqual(["lines.0.binCode stock.bin_malformed"]);
    expect(codesOf({}, 301)).toEqual(["lines stock.too_many_lines"]);
    expect(q("10").isWhole()).toBe(true);
  });
});
