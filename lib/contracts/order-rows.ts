import "server-only";
import { productSummary } from "@/lib/contracts/policy";
import type { PricedLine } from "@/lib/contracts/price-lines";
import type { OrderInput } from "@/lib/contracts/schema";
import { type CalendarDate, toDbDate } from "@/lib/core/calendar-date";
import type { Money } from "@/lib/core/money";
import { Quantity } from "@/lib/core/quantity";
import type { CustomerForOrder } from "@/lib/customers/queries";
import { clock } from "@/lib/server/clock";
import type { Prisma } from "@/lib/server/generated/client";

export type PreparedOrder = {
  order: OrderInput;
  customer: CustomerForOrder;
  lines: PricedLine[];
  total: Money;
};

const asDbDate = (date: string | null) => (date === null ? null : toDbDate(date as CalendarDate));

/** The order's own fields as the contract row keeps them. */
export function orderHeadRow({ order, customer, lines, total }: PreparedOrder) {
  const {
    lines: _lines,
    instalments: _instalments,
    intakeId: _intakeId,
    clauses,
    productionFeedback,
    ...fields
  } = order;
  const goods = lines.filter(({ lineKind }) => lineKind === "GOODS");
  const dates = goods.flatMap(({ deliveryOn }) => deliveryOn ?? []).sort();
  const now = clock.now();
  return {
    ...fields,
    customerName: customer.name,
    buyer: customer.buyer as Prisma.InputJsonObject,
    clauses,
    productionFeedback: productionFeedback ?? {},
    orderedAt: new Date(order.orderedAt),
    agreedOn: asDbDate(order.agreedOn),
    signDate: asDbDate(order.signDate),
    validFrom: asDbDate(order.validFrom),
    validTo: asDbDate(order.validTo),
    readBackAt: order.readBackConfirmed ? now : null,
    totalAmount: total.toString(),
    productSummary: productSummary(goods.map(({ productName }) => productName)),
    totalQty: goods.reduce((sum, { quantity }) => sum.plus(quantity), Quantity.zero).toString(),
    deliveryFrom: asDbDate(dates[0] ?? null),
    deliveryTo: asDbDate(dates.at(-1) ?? null),
    updatedAt: now,
  };
}

/** A priced line as its row keeps it, with what it copies from the product. */
export function orderLineRow(line: PricedLine) {
  const { product, ...fields } = line;
  return {
    ...fields,
    productCode: product?.productCode ?? "",
    drawingRev: product?.drawingRev ?? "",
    material: product?.material ?? "",
    coating: product?.coating ?? "",
    accuracyGrade: product?.accuracyGrade ?? "",
    quantity: line.quantity.toString(),
    packQuantity: line.packQuantity?.toString() ?? null,
    unitPrice: line.unitPrice.toString(),
    typedNetPrice: line.typedNetPrice?.toString() ?? null,
    amount: line.amount.toString(),
    deliveryOn: asDbDate(line.deliveryOn),
  };
}
