import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { toDbDate } from "@/lib/core/calendar-date";
import { DomainError, type FieldIssue } from "@/lib/core/domain-error";
import { Money } from "@/lib/core/money";
import { Quantity } from "@/lib/core/quantity";
import { lineAmount, UnitPrice } from "@/lib/core/unit-price";
import { getCustomerForOrder } from "@/lib/customers/queries";
import { getProductsForLines } from "@/lib/products/queries";
import { recordAudit } from "@/lib/server/audit";
import { clock } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/db";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { newId } from "@/lib/server/ids";
import { requirePermission } from "@/lib/server/require-permission";
import { type CountedCell, wholePieceIssues } from "@/lib/settings/whole-pieces";
import { moveSlip } from "@/lib/shipping/slip-move";
import { assertWalkInMove, lockWalkIn } from "./load";
import type { SaveWalkInInput } from "./schema";

type Saved = { walkInId: string; rowVersion: number };

/**
 * Writes the draft of a pickup (F40) together with its outbound slip of type WALK_IN: the two move as one from here on
 * (rules 5.11). Throws issues of the lines at their cells, `walkin.own_draft`, `common.changed_meanwhile`.
 */
export function saveWalkIn(
  actor: Actor,
  input: SaveWalkInInput,
  key: IdempotencyKey,
): Promise<Saved> {
  return transactOnce({ key, actor, action: "walkin.save", input }, async (tx) => {
    requirePermission(actor, "walkin:write");
    const customer = await getCustomerForOrder(tx, actor, input.customerId);
    const lines = await pricedLines(tx, input);
    const total = Money.sum(lines.map(({ amount }) => amount));
    const fields = {
      customerId: customer.id,
      customerName: customer.name,
      receiverName: input.receiverName,
      receiverIdNo: input.receiverIdNo,
      receiverPhone: input.receiverPhone,
      vehicleNo: input.vehicleNo,
      authorityKind: input.authorityKind,
      paymentTerm: input.paymentTerm,
      paymentChannel: input.paymentChannel,
      exceptionReason: input.exceptionReason,
      remark: input.remark,
      totalAmount: total.toString(),
    };
    return input.walkInId === null
      ? create(tx, actor, fields, lines)
      : change(tx, actor, input, fields, lines);
  });
}

type Priced = Awaited<ReturnType<typeof pricedLines>>[number];
type Fields = {
  customerId: string;
  customerName: string;
  receiverName: string;
  receiverIdNo: string;
  receiverPhone: string;
  vehicleNo: string;
  authorityKind: string;
  paymentTerm: SaveWalkInInput["paymentTerm"];
  paymentChannel: SaveWalkInInput["paymentChannel"];
  exceptionReason: string;
  remark: string;
  totalAmount: string;
};

/** The typed lines with their products; every fault at its cell. */
async function pricedLines(tx: Tx, { lines }: SaveWalkInInput) {
  const products = await getProductsForLines(tx, [...new Set(lines.map((line) => line.productId))]);
  const issues: FieldIssue[] = [];
  const cells: CountedCell[] = [];
  const priced = lines.flatMap((line, index) => {
    const product = products.get(line.productId);
    if (!product?.active) {
      issues.push({ path: `lines.${index}.productId`, code: "walkin.product_unknown" });
      return [];
    }
    const quantity = Quantity.of(line.quantity);
    cells.push({ path: `lines.${index}.quantity`, unit: product.unit, quantity });
    const unitPrice = UnitPrice.of(line.unitPrice);
    const amount = lineAmount(quantity, unitPrice);
    return [{ product, quantity, unitPrice, amount, lineRemark: line.lineRemark }];
  });
  issues.push(...(await wholePieceIssues(tx, cells)));
  if (issues.length > 0) throw new DomainError("common.invalid_input", undefined, issues);
  return priced;
}

async function create(
  tx: Tx,
  actor: Actor,
  fields: Fields,
  lines: readonly Priced[],
): Promise<Saved> {
  const [walkInId, slipId] = [newId(), newId()];
  const by = { preparedById: actor.id, preparedByName: actor.name, createdAt: clock.now() };
  await tx.walkIn.create({
    data: { ...fields, ...by, id: walkInId, slipId, pickupAt: clock.now() },
  });
  await tx.outboundSlip.create({
    data: {
      ...slipFields(fields),
      ...by,
      id: slipId,
      walkInId,
      outboundType: "WALK_IN",
      slipOn: toDbDate(clock.today()),
      deliveryMethod: "PICKUP",
    },
  });
  await writeLines(tx, { walkInId, slipId }, lines);
  await recordAudit(tx, actor, {
    type: "walkin.drafted",
    subjectType: "walk_in",
    subjectId: walkInId,
    details: { customerName: fields.customerName, totalAmount: fields.totalAmount },
  });
  return { walkInId, rowVersion: 1 };
}

async function change(
  tx: Tx,
  actor: Actor,
  input: SaveWalkInInput,
  fields: Fields,
  lines: readonly Priced[],
): Promise<Saved> {
  const at = { walkInId: input.walkInId ?? "", rowVersion: input.rowVersion ?? 0 };
  const { walkIn, slip } = await lockWalkIn(tx, at);
  assertWalkInMove("edit", walkIn, actor);
  if (walkIn.receiptId !== null && walkIn.customerId !== fields.customerId) {
    throw new DomainError("walkin.customer_has_paid");
  }
  await moveSlip(tx, slip, "DRAFT", {
    ...slipFields(fields),
    revision: { increment: slip.docNo === null ? 0 : 1 },
  });
  await tx.walkIn.update({ where: { id: walkIn.id }, data: fields });
  await writeLines(tx, { walkInId: walkIn.id, slipId: slip.id }, lines);
  await recordAudit(tx, actor, {
    type: "walkin.changed",
    subjectType: "walk_in",
    subjectId: walkIn.id,
    details: { totalAmount: fields.totalAmount },
  });
  return { walkInId: walkIn.id, rowVersion: walkIn.rowVersion + 1 };
}

/** What the slip says of the same goods: it is what gets signed. */
function slipFields(fields: Fields) {
  const { authorityKind: _kind, paymentChannel: _channel, ...rest } = fields;
  return { ...rest, isCreditSlip: fields.paymentTerm !== "PREPAID" };
}

async function writeLines(
  tx: Tx,
  { walkInId, slipId }: { walkInId: string; slipId: string },
  lines: readonly Priced[],
): Promise<void> {
  const rows = lines.map(({ product, quantity, unitPrice, amount }, index) => ({
    lineNo: index + 1,
    productId: product.id,
    productCode: product.productCode,
    productName: product.name,
    spec: product.spec,
    drawingNo: product.drawingNo,
    unit: product.unit,
    quantity: quantity.toString(),
    unitPrice: unitPrice.toString(),
    amount: amount.toString(),
  }));
  await tx.walkInLine.deleteMany({ where: { walkInId } });
  await tx.walkInLine.createMany({
    data: rows.map((row, index) => ({
      ...row,
      walkInId,
      lineRemark: lines[index]?.lineRemark ?? "",
    })),
  });
  await tx.slipLine.deleteMany({ where: { slipId } });
  await tx.slipLine.createMany({
    data: rows.map(({ quantity, ...row }) => ({
      ...row,
      slipId,
      lineKind: "GOODS" as const,
      requestedQty: quantity,
    })),
  });
}
