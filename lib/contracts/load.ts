import "server-only";
import { type ContentLine, type ContractContent, contractContent } from "@/lib/contracts/content";
import type { ContractFacts } from "@/lib/contracts/lifecycle";
import { fromDbDate } from "@/lib/core/calendar-date";
import { canonicalJson } from "@/lib/core/content-hash";
import { DomainError } from "@/lib/core/domain-error";
import { Money } from "@/lib/core/money";
import { Quantity } from "@/lib/core/quantity";
import { UnitPrice } from "@/lib/core/unit-price";
import type { Tx } from "@/lib/server/db";
import type { Prisma } from "@/lib/server/generated/client";

const whole = {
  lines: { orderBy: { lineNo: "asc" } },
  instalments: { orderBy: { sortNo: "asc" } },
  register: { select: { registeredAt: true, taskNos: true, prepNos: true } },
} as const satisfies Prisma.ContractInclude;

export type WholeContract = Prisma.ContractGetPayload<{ include: typeof whole }>;

/** The contract with its lines under a row lock; throws `common.not_found`. */
export async function lockContract(tx: Tx, contractId: string): Promise<WholeContract> {
  await tx.$queryRaw`select id from contract where id = ${contractId}::uuid for update`;
  const contract = await tx.contract.findFirst({
    where: { id: contractId, deletedAt: null },
    include: whole,
  });
  if (!contract) throw new DomainError("common.not_found");
  return contract;
}

/** The same without a lock: for pages. */
export function findWholeContract(client: Tx, contractId: string): Promise<WholeContract | null> {
  return client.contract.findFirst({
    where: { id: contractId, deletedAt: null },
    include: whole,
  });
}

/** What the guards look at. */
export async function factsOf(tx: Tx, contract: WholeContract): Promise<ContractFacts> {
  return {
    ...settledFacts(contract),
    originalAttached: await hasOriginal(tx, contract),
    ...(contract.status === "EXECUTING" && (await openEnds(tx, contract.id))),
  };
}

/** The facts that need no further query; `originalAttached` is taken as given. */
export function settledFacts(contract: WholeContract): ContractFacts {
  const goods = contract.lines.filter(({ lineKind }) => lineKind === "GOODS");
  return {
    status: contract.status,
    form: contract.form,
    goodsLineCount: goods.length,
    termsAgreed:
      contract.agreedPrice &&
      contract.agreedDelivery &&
      contract.agreedPayment &&
      contract.agreedWith !== "" &&
      contract.agreedOn !== null,
    readBack: contract.readBackConfirmed && contract.readBackByName !== "",
    // Submission looks the reviews up; from then on the lines name them.
    reviewSettled:
      contract.status === "DRAFT" ||
      goods.every(({ supplyType, reviewLineId }) => supplyType !== "NEW" || reviewLineId !== null),
    originalAttached: true,
    draftedById: contract.draftedById,
    drafterIds: contract.drafterIds,
    checkedById: contract.checkedById,
    submittedBefore: contract.submissionCount > 0,
    registered: contract.register?.registeredAt != null,
    signedOrWaived:
      contract.form === "VERBAL" ||
      contract.signedByCustomerOn !== null ||
      contract.signatureWaivedAt !== null,
    deliveredAnything: goods.some(({ deliveredQty }) => Quantity.of(deliveredQty).isPositive()),
    openPapers: contract.openPapers,
    goodsAreOut: contract.walkInId !== null,
    allDelivered: goods.every((line) =>
      Quantity.of(line.deliveredQty).equals(
        Quantity.of(line.quantity).minus(Quantity.of(line.closedQty)),
      ),
    ),
    goodsInHouse: 0,
    openWork: 0,
    openChange: false,
  };
}

/** What a contract in execution still has under way besides its shipping papers. */
async function openEnds(
  tx: Tx,
  contractId: string,
): Promise<Pick<ContractFacts, "goodsInHouse" | "openWork" | "openChange">> {
  const [row] = await tx.$queryRaw<{ house: number; work: number; change: boolean }[]>`
    select (select count(*) from outbound_slip where contract_id = ${contractId}::uuid
        and status in ('ISSUED', 'PACKED') and red_of_id is null)::int as house,
      (select count(*) from production_task where contract_id = ${contractId}::uuid
        and status in ('DRAFT', 'PENDING_CHIEF', 'ISSUED', 'ACCEPTED'))::int
      + (select count(*) from preparation_order where contract_id = ${contractId}::uuid
        and status in ('DRAFT', 'PENDING_CHIEF', 'ISSUED', 'PREPARING'))::int as work,
      exists (select 1 from contract_revision where contract_id = ${contractId}::uuid
        and status in ('DRAFT', 'PENDING_CHIEF', 'PENDING_DIRECTOR'))
      or exists (select 1 from short_close where contract_id = ${contractId}::uuid and status = 'PENDING') as change`;
  return {
    goodsInHouse: row?.house ?? 0,
    openWork: row?.work ?? 0,
    openChange: row?.change ?? false,
  };
}

/** A fax or mail order needs the original, at the intake record or at the contract (F01). */
async function hasOriginal(tx: Tx, { channel, id, intakeId }: WholeContract): Promise<boolean> {
  if (channel !== "FAX" && channel !== "EMAIL") return true;
  return (await tx.attachment.count({ where: { subjectId: { in: [id, intakeId] } } })) > 0;
}

const dateText = (value: Date | null) => (value === null ? null : fromDbDate(value));

export function contentOf(contract: WholeContract): ContractContent {
  const clauses = contract.clauses as Record<string, string>;
  return contractContent({
    head: {
      form: contract.form,
      customerId: contract.customerId,
      customerName: contract.customerName,
      customerPoNo: contract.customerPoNo,
      ordererName: contract.ordererName,
      agreedWith: contract.agreedWith,
      agreedOn: dateText(contract.agreedOn),
      contractClass: contract.contractClass,
      totalAmount: Money.of(contract.totalAmount).toString(),
      taxRate: contract.taxRate.toFixed(4),
      invoiceType: contract.invoiceType,
      deliveryMethod: contract.deliveryMethod,
      freightPayer: contract.freightPayer,
      partialAllowed: contract.partialAllowed,
      packingRequirement: contract.packingRequirement,
      technicalRequirement: contract.technicalRequirement,
      consignee: canonicalJson(contract.consignee),
      paymentTerm: contract.paymentTerm,
      dueDays: contract.dueDays,
      paymentChannel: contract.paymentChannel,
      looserTermReason: contract.looserTermReason,
      formReason: contract.formReason,
      verbalReason: contract.verbalReason,
      signPlace: contract.signPlace,
      signDate: dateText(contract.signDate),
      validFrom: dateText(contract.validFrom),
      validTo: dateText(contract.validTo),
      warrantyMonths: contract.warrantyMonths,
      objectionDays: contract.objectionDays,
      originalCount: contract.originalCount,
    },
    clauses,
    instalments: contract.instalments.map(({ kind, name, percent, dueDays }) => ({
      kind,
      name,
      percent: percent.toFixed(2),
      dueDays,
    })),
    lines: contract.lines.map(contentLine),
  });
}

function contentLine(line: WholeContract["lines"][number]): ContentLine {
  return {
    lineNo: line.lineNo,
    lineKind: line.lineKind,
    productId: line.productId,
    productName: line.productName,
    spec: line.spec,
    drawingNo: line.drawingNo,
    material: line.material,
    coating: line.coating,
    accuracyGrade: line.accuracyGrade,
    brand: line.brand,
    unit: line.unit,
    quantity: Quantity.of(line.quantity).toString(),
    packUnit: line.packUnit,
    packQuantity: line.packQuantity === null ? null : Quantity.of(line.packQuantity).toString(),
    unitPrice: UnitPrice.of(line.unitPrice).toString(),
    amount: Money.of(line.amount).toString(),
    deliveryOn: dateText(line.deliveryOn),
    supplyType: line.supplyType,
    qtyFromStock: Quantity.of(line.qtyFromStock).toString(),
    qtyToProduce: Quantity.of(line.qtyToProduce).toString(),
    lineRemark: line.lineRemark,
  };
}
