import type { Actor } from "@/lib/auth/permissions";
import type { Duty, Role } from "@/lib/auth/roles";
import { calendarDate } from "@/lib/core/calendar-date";
import { Quantity } from "@/lib/core/quantity";
import { db } from "@/lib/server/db";
import { newId } from "@/lib/server/ids";
import { postInbound } from "@/lib/stock/post-inbound";
import type { ReservationWish } from "@/lib/stock/reserve-stock";
import { saveInbound } from "@/lib/stock/save-inbound";
import type { SaveInboundInput } from "@/lib/stock/schema";
import { aKey } from "@/tests/factories/people";
import { at } from "@/tests/support/clock";

/** A person for rules that look at role and duties only; there is no account behind it. */
export function anActorOf(role: Role, duties: readonly Duty[] = []): Actor {
  return {
    id: newId(),
    name: `测试${role}`,
    role,
    duties,
    delegations: [],
    keeperSeesPrices: false,
  };
}

export const q = (text: string) => Quantity.of(text);

let made = 0;

/** A product on sale with nothing in the store. */
export async function createStockProduct({ unit = "支" } = {}): Promise<{ id: string }> {
  made += 1;
  await db.unit.createMany({
    data: [
      { name: "支", allowFraction: false },
      { name: "千克", allowFraction: true },
    ],
    skipDuplicates: true,
  });
  return db.product.create({
    data: {
      productCode: `T${made}-${newId().slice(-6)}`,
      name: `立铣刀${made}`,
      category: "MILL",
      spec: `φ${made}×22×72-4F-${newId().slice(-6)}`,
      unit,
      listPrice: "25",
      createdById: newId(),
    },
    select: { id: true },
  });
}

export type Lot = { productId: string; quantity: string; batchNo?: string; binCode?: string };

/** What the inbound form sends for these lots. */
export function inboundInput(lots: readonly Lot[]): SaveInboundInput {
  return {
    slipId: null,
    rowVersion: null,
    inboundType: "OPENING",
    receivedOn: calendarDate("2026-11-02"),
    fromDepartment: "机加车间",
    deliveredBy: "王强",
    remark: "",
    lines: lots.map(({ productId, quantity, batchNo = "", binCode = "A-01" }) => ({
      productId,
      deliveredQty: q(quantity),
      receivedQty: q(quantity),
      batchNo,
      binCode,
      inspectionNo: "",
      inspectionResult: "QUALIFIED" as const,
      lineRemark: "",
    })),
  };
}

/** Goods in the store, taken in by the keeper on 2 November 2026. */
export async function stockUp(...lots: Lot[]): Promise<{ slipId: string; docNo: string }> {
  const keeper = anActorOf("WAREHOUSE_KEEPER");
  return at("2026-11-02", async () => {
    const { slipId } = await saveInbound(keeper, inboundInput(lots), aKey());
    return postInbound(keeper, { slipId, rowVersion: 1 }, aKey());
  });
}

/** A product with goods of it in the store. */
export async function createStockedProduct(quantity: string): Promise<{ id: string }> {
  const product = await createStockProduct();
  await stockUp({ productId: product.id, quantity });
  return product;
}

/** A notice line that binds goods for a contract line; every id is new unless given. */
export function aWish(
  wish: Partial<ReservationWish> & { productId: string; quantity: Quantity },
): ReservationWish {
  return {
    contractId: newId(),
    contractLineId: newId(),
    sourceType: "shipping_notice",
    sourceLineId: newId(),
    ...wish,
  };
}

/** On hand and reserved of a product over all batches and bins. */
export async function balanceOf(productId: string): Promise<{ onHand: string; reserved: string }> {
  const { _sum } = await db.stockBalance.aggregate({
    where: { productId },
    _sum: { onHand: true, reserved: true },
  });
  return { onHand: String(_sum.onHand ?? 0), reserved: String(_sum.reserved ?? 0) };
}
