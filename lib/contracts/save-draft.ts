import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { productSummary } from "@/lib/contracts/policy";
import { type PricedLine, priceLines } from "@/lib/contracts/price-lines";
import type { OrderInput, SaveDraftInput } from "@/lib/contracts/schema";
import { type CalendarDate, toDbDate } from "@/lib/core/calendar-date";
import { DomainError } from "@/lib/core/domain-error";
import type { Money } from "@/lib/core/money";
import { Quantity } from "@/lib/core/quantity";
import { type CustomerForOrder, getCustomerForOrder } from "@/lib/customers/queries";
import {
  type OrderIntake,
  recordOrderIntake,
  turnIntoContract,
  updateOrderIntake,
} from "@/lib/intake/order-intake";
import { getProductsForLines } from "@/lib/products/queries";
import { recordAudit } from "@/lib/server/audit";
import { clock } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/db";
import type { Prisma } from "@/lib/server/generated/client";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { listUnits } from "@/lib/settings/queries";

export type SavedDraft = { id: string; rowVersion: number };

/**
 * Saves an order as a draft, new or existing (R1.1.2-c, R1.1.2-d); a directly typed order writes its intake
 * record itself (R1.1.1-a). Only the drafter edits, a clerk may take over; every drafter is remembered for
 * the four eyes rule. Throws `common.invalid_input` with one issue per cell.
 */
export function saveDraft(
  actor: Actor,
  input: SaveDraftInput,
  key: IdempotencyKey,
): Promise<SavedDraft> {
  return transactOnce({ key, actor, action: "contract.save_draft", input }, async (tx) => {
    const { order } = input;
    const customer = await getCustomerForOrder(tx, actor, order.customerId);
    const products = await getProductsForLines(tx, productIds(order));
    const units = await listUnits(tx);
    const fractionUnits = new Set(
      units.filter(({ allowFraction }) => allowFraction).map(({ name }) => name),
    );
    const { lines, total, issues } = priceLines(order.lines, {
      products,
      fractionUnits,
      taxRate: order.taxRate,
    });
    if (issues.length > 0) throw new DomainError("common.invalid_input", undefined, issues);

    const prepared = { order, customer, lines, total };
    return input.contractId === null
      ? createDraft(tx, actor, prepared)
      : updateDraft(
          tx,
          actor,
          { contractId: input.contractId, rowVersion: input.rowVersion ?? 0 },
          prepared,
        );
  });
}

type Prepared = {
  order: OrderInput;
  customer: CustomerForOrder;
  lines: PricedLine[];
  total: Money;
};

const productIds = ({ lines }: OrderInput) => [
  ...new Set(
    lines.flatMap((line) => (line.lineKind === "GOODS" && line.productId ? [line.productId] : [])),
  ),
];

async function createDraft(tx: Tx, actor: Actor, prepared: Prepared): Promise<SavedDraft> {
  const { order } = prepared;
  const intakeId = order.intakeId ?? (await recordOrderIntake(tx, actor, orderIntake(prepared)));
  if (order.intakeId !== null) await turnIntoContract(tx, actor, order.intakeId);
  const contract = await tx.contract.create({
    data: {
      ...headOf(prepared),
      intakeId,
      draftedById: actor.id,
      draftedByName: actor.name,
      drafterIds: [actor.id],
      handlerId: prepared.customer.ownerId ?? actor.id,
      createdAt: clock.now(),
      lines: { create: prepared.lines.map(lineRow) },
      instalments: { create: order.instalments.map((item, i) => ({ ...item, sortNo: i + 1 })) },
    },
    select: { id: true, rowVersion: true },
  });
  await recordAudit(tx, actor, {
    type: "contract.drafted",
    subjectType: "contract",
    subjectId: contract.id,
    details: { customerName: prepared.customer.name, totalAmount: prepared.total.toString() },
  });
  return contract;
}

async function updateDraft(
  tx: Tx,
  actor: Actor,
  at: { contractId: string; rowVersion: number },
  prepared: Prepared,
): Promise<SavedDraft> {
  const before = await tx.contract.findFirst({
    where: { id: at.contractId, deletedAt: null },
    select: { status: true, draftedById: true, drafterIds: true, intakeId: true },
  });
  if (!before) throw new DomainError("common.not_found");
  if (before.status !== "DRAFT") throw new DomainError("contracts.only_drafts_edited");
  if (before.draftedById !== actor.id && actor.role !== "CLERK")
    throw new DomainError("contracts.own_draft");

  const { count } = await tx.contract.updateMany({
    where: { id: at.contractId, status: "DRAFT", rowVersion: at.rowVersion },
    data: {
      ...headOf(prepared),
      draftedById: actor.id,
      draftedByName: actor.name,
      drafterIds: [...new Set([...before.drafterIds, actor.id])],
      rowVersion: { increment: 1 },
    },
  });
  if (count === 0) throw new DomainError("common.changed_meanwhile");
  await tx.contractLine.deleteMany({ where: { contractId: at.contractId } });
  await tx.contractLine.createMany({
    data: prepared.lines.map((line) => ({ ...lineRow(line), contractId: at.contractId })),
  });
  await tx.paymentInstalment.deleteMany({ where: { contractId: at.contractId } });
  await tx.paymentInstalment.createMany({
    data: prepared.order.instalments.map((item, i) => ({
      ...item,
      contractId: at.contractId,
      sortNo: i + 1,
    })),
  });
  await updateOrderIntake(tx, before.intakeId, orderIntake(prepared));
  return { id: at.contractId, rowVersion: at.rowVersion + 1 };
}

const asDbDate = (date: string | null) => (date === null ? null : toDbDate(date as CalendarDate));

function headOf({ order, customer, lines, total }: Prepared) {
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

function lineRow(line: PricedLine) {
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

function orderIntake({ order, customer, lines }: Prepared): OrderIntake {
  const { consignee } = order;
  return {
    channel: order.channel,
    receivedAt: new Date(order.orderedAt),
    customerId: customer.id,
    customerName: customer.name,
    contactName: order.ordererName,
    contactPhone: order.ordererPhone,
    usage: order.usage,
    deliveryMethod: order.deliveryMethod,
    freightPayer: order.freightPayer,
    addressText: `${consignee.address} ${consignee.contactPerson} ${consignee.phone}`.slice(0, 300),
    paymentTerm: order.paymentTerm,
    agreedPrice: order.agreedPrice,
    agreedDelivery: order.agreedDelivery,
    agreedPayment: order.agreedPayment,
    agreedWith: order.agreedWith,
    agreedOn: order.agreedOn as CalendarDate | null,
    lines: lines
      .filter(({ lineKind }) => lineKind === "GOODS")
      .map(({ productId, productName, spec, unit, quantity, deliveryOn }) => ({
        productId,
        productName,
        spec,
        unit,
        quantity: quantity.toString(),
        wantedOn: deliveryOn,
      })),
  };
}
