import "server-only";
import type { Revision } from "@/lib/changes/load";
import type { WholeContract } from "@/lib/contracts/load";
import { productSummary } from "@/lib/contracts/policy";
import { Quantity } from "@/lib/core/quantity";
import { clock } from "@/lib/server/clock";
import type { Prisma, Tx } from "@/lib/server/db";
import { recordDemand } from "@/lib/stock/record-demand";
import { releaseBeyond } from "@/lib/stock/release-beyond";

type Line = WholeContract["lines"][number];

/**
 * Writes the approved change to the contract in the caller's transaction: head, lines under their own ids, plan; then
 * what others count by: demand on stock, reservations beyond the new quantities. Number, effective date and status
 * stay (R1.1.5-N, rules 5.1); a formal contract waits for the customer's signature again.
 */
export async function writeRevision(
  tx: Tx,
  before: WholeContract,
  next: WholeContract,
  revision: Revision,
): Promise<void> {
  // The trigger on the lines lets an approved change through, and nothing else (migration all_classes_guards).
  await tx.$executeRaw`select set_config('app.revised_contract', ${before.id}, true)`;
  await writeHead(tx, before, next, revision);
  await writeLines(tx, before, next);
  await tx.paymentInstalment.deleteMany({ where: { contractId: before.id } });
  await tx.paymentInstalment.createMany({
    data: next.instalments.map(({ sortNo, kind, name, percent, dueDays }) => ({
      contractId: before.id,
      sortNo,
      kind,
      name,
      percent,
      dueDays,
    })),
  });
  await tx.$executeRaw`select set_config('app.revised_contract', '', true)`;
  await settleStock(tx, next);
}

async function writeHead(
  tx: Tx,
  before: WholeContract,
  next: WholeContract,
  revision: Revision,
): Promise<void> {
  const goods = next.lines.filter(({ lineKind }) => lineKind === "GOODS");
  await tx.contract.update({
    where: { id: before.id },
    data: {
      revision: revision.revision,
      rowVersion: { increment: 1 },
      submissionCount: { increment: 1 },
      contractClass: next.contractClass,
      ...headFields(next),
      productSummary: productSummary(goods.map(({ productName }) => productName)),
      reviewNos: next.reviewNos,
      updatedAt: clock.now(),
      ...(before.form === "FORMAL" && UNSIGNED),
    },
  });
}

const UNSIGNED = {
  signedByCustomerOn: null,
  signedByCustomerHow: "",
  signatureWaivedAt: null,
  signatureWaivedById: null,
  signatureWaivedReason: "",
};

/** The business fields that a change may touch; who the customer is and what has happened are not among them. */
const headFields = (next: WholeContract) => ({
  ordererName: next.ordererName,
  ordererTitle: next.ordererTitle,
  ordererPhone: next.ordererPhone,
  customerPoNo: next.customerPoNo,
  agreedPrice: next.agreedPrice,
  agreedDelivery: next.agreedDelivery,
  agreedPayment: next.agreedPayment,
  agreedWith: next.agreedWith,
  agreedOn: next.agreedOn,
  taxRate: next.taxRate,
  invoiceType: next.invoiceType,
  totalAmount: next.totalAmount,
  totalQty: next.totalQty,
  deliveryMethod: next.deliveryMethod,
  freightPayer: next.freightPayer,
  partialAllowed: next.partialAllowed,
  packingRequirement: next.packingRequirement,
  technicalRequirement: next.technicalRequirement,
  consignee: next.consignee as Prisma.InputJsonObject,
  deliveryFrom: next.deliveryFrom,
  deliveryTo: next.deliveryTo,
  paymentTerm: next.paymentTerm,
  dueDays: next.dueDays,
  paymentChannel: next.paymentChannel,
  looserTermReason: next.looserTermReason,
  formReason: next.formReason,
  verbalReason: next.verbalReason,
  readBackConfirmed: next.readBackConfirmed,
  readBackByName: next.readBackByName,
  readBackAt: next.readBackAt,
  signPlace: next.signPlace,
  signDate: next.signDate,
  validFrom: next.validFrom,
  validTo: next.validTo,
  warrantyMonths: next.warrantyMonths,
  objectionDays: next.objectionDays,
  originalCount: next.originalCount,
  clauses: next.clauses as Prisma.InputJsonObject,
  productionFeedback: (next.productionFeedback ?? {}) as Prisma.InputJsonObject,
  remark: next.remark,
});

const HIGH = 100_000;

async function writeLines(tx: Tx, before: WholeContract, next: WholeContract): Promise<void> {
  const own = new Set(before.lines.map(({ id }) => id));
  const stays = new Set(next.lines.map(({ id }) => id));
  const removed = before.lines.filter(({ id }) => !stays.has(id)).map(({ id }) => id);
  await tx.contractLine.deleteMany({ where: { id: { in: removed } } });
  // Line numbers are unique: out of the way first, then in their new order.
  await tx.$executeRaw`
    update contract_line set line_no = line_no + ${HIGH} where contract_id = ${before.id}::uuid`;
  await updateLines(
    tx,
    next.lines.filter(({ id }) => own.has(id)),
  );
  await tx.contractLine.createMany({ data: next.lines.filter(({ id }) => !own.has(id)) });
}

/** One statement for all kept lines; what rests on them (notices, production, preparation) is not written here. */
async function updateLines(tx: Tx, lines: readonly Line[]): Promise<void> {
  if (lines.length === 0) return;
  const rows = lines.map((line) => ({
    id: line.id,
    line_no: line.lineNo,
    product_id: line.productId,
    product_code: line.productCode,
    product_name: line.productName,
    spec: line.spec,
    drawing_no: line.drawingNo,
    drawing_rev: line.drawingRev,
    material: line.material,
    coating: line.coating,
    accuracy_grade: line.accuracyGrade,
    brand: line.brand,
    unit: line.unit,
    quantity: line.quantity.toFixed(3),
    pack_unit: line.packUnit,
    pack_quantity: line.packQuantity?.toFixed(3) ?? null,
    unit_price: line.unitPrice.toFixed(4),
    typed_net_price: line.typedNetPrice?.toFixed(4) ?? null,
    amount: line.amount.toFixed(2),
    delivery_on: line.deliveryOn?.toISOString().slice(0, 10) ?? null,
    line_kind: line.lineKind,
    supply_type: line.supplyType,
    qty_from_stock: line.qtyFromStock.toFixed(3),
    qty_to_produce: line.qtyToProduce.toFixed(3),
    line_remark: line.lineRemark,
    review_line_id: line.reviewLineId,
  }));
  await tx.$executeRaw`
    update contract_line l set line_no = n.line_no, product_id = n.product_id, product_code = n.product_code,
      product_name = n.product_name, spec = n.spec, drawing_no = n.drawing_no, drawing_rev = n.drawing_rev,
      material = n.material, coating = n.coating, accuracy_grade = n.accuracy_grade, brand = n.brand, unit = n.unit,
      quantity = n.quantity, pack_unit = n.pack_unit, pack_quantity = n.pack_quantity, unit_price = n.unit_price,
      typed_net_price = n.typed_net_price, amount = n.amount, delivery_on = n.delivery_on, line_kind = n.line_kind,
      supply_type = n.supply_type, qty_from_stock = n.qty_from_stock, qty_to_produce = n.qty_to_produce,
      line_remark = n.line_remark, review_line_id = n.review_line_id
    from jsonb_populate_recordset(null::contract_line, ${JSON.stringify(rows)}::jsonb) n
    where l.id = n.id`;
}

/** Demand and reservations follow the lines as they are now; also after a short close. */
export async function settleStock(tx: Tx, contract: WholeContract): Promise<void> {
  const goods = contract.lines.filter(({ lineKind }) => lineKind === "GOODS");
  const ceilings = goods.map((line) => ({
    contractLineId: line.id,
    ceiling: Quantity.of(line.quantity).minus(Quantity.of(line.closedQty)),
  }));
  await releaseBeyond(tx, ceilings);
  const ceilingOf = new Map(ceilings.map((row) => [row.contractLineId, row.ceiling]));
  await recordDemand(
    tx,
    contract.id,
    goods.flatMap(({ id, productId, qtyFromStock }) =>
      productId === null
        ? []
        : [
            {
              contractLineId: id,
              productId,
              quantity: Quantity.of(qtyFromStock).min(ceilingOf.get(id) ?? Quantity.zero),
            },
          ],
    ),
  );
}
