import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { orderHeadRow, orderLineRow, type PreparedOrder } from "@/lib/contracts/order-rows";
import { priceLines } from "@/lib/contracts/price-lines";
import type { OrderInput, SaveDraftInput } from "@/lib/contracts/schema";
import type { CalendarDate } from "@/lib/core/calendar-date";
import { DomainError } from "@/lib/core/domain-error";
import { getCustomerForOrder } from "@/lib/customers/queries";
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
  return transactOnce({ key, actor, action: "contract.save_draft", input }, (tx) =>
    writeDraft(tx, actor, input),
  );
}

/** The same inside another transaction: a walk-in pickup makes its contract's draft (R1.2.4-b). */
export async function writeDraft(tx: Tx, actor: Actor, input: SaveDraftInput): Promise<SavedDraft> {
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
  if (input.contractId === null) return createDraft(tx, actor, prepared);
  const at = { contractId: input.contractId, rowVersion: input.rowVersion ?? 0 };
  return updateDraft(tx, actor, at, prepared);
}

const productIds = ({ lines }: OrderInput) => [
  ...new Set(
    lines.flatMap((line) => (line.lineKind === "GOODS" && line.productId ? [line.productId] : [])),
  ),
];

async function createDraft(tx: Tx, actor: Actor, prepared: PreparedOrder): Promise<SavedDraft> {
  const { order } = prepared;
  const intakeId = order.intakeId ?? (await recordOrderIntake(tx, actor, orderIntake(prepared)));
  if (order.intakeId !== null) await turnIntoContract(tx, actor, order.intakeId);
  const contract = await tx.contract.create({
    data: {
      ...orderHeadRow(prepared),
      intakeId,
      draftedById: actor.id,
      draftedByName: actor.name,
      drafterIds: [actor.id],
      handlerId: prepared.customer.ownerId ?? actor.id,
      createdAt: clock.now(),
      lines: { create: prepared.lines.map(orderLineRow) },
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
  prepared: PreparedOrder,
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
      ...orderHeadRow(prepared),
      draftedById: actor.id,
      draftedByName: actor.name,
      drafterIds: [...new Set([...before.drafterIds, actor.id])],
      rowVersion: { increment: 1 },
    },
  });
  if (count === 0) throw new DomainError("common.changed_meanwhile");
  await tx.contractLine.deleteMany({ where: { contractId: at.contractId } });
  await tx.contractLine.createMany({
    data: prepared.lines.map((line) => ({ ...orderLineRow(line), contractId: at.contractId })),
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

function orderIntake({ order, customer, lines }: PreparedOrder): OrderIntake {
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
    productionFeedback: order.productionFeedback,
    lines: lines
      .filter(({ lineKind }) => lineKind === "GOODS")
      .map(({ productId, productName, spec, drawingNo, unit, quantity, deliveryOn }) => ({
        productId,
        productName,
        spec,
        drawingNo,
        unit,
        quantity: quantity.toString(),
        wantedOn: deliveryOn,
      })),
  };
}
