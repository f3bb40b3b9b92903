import "server-only";
import { type Actor, can, canSign } from "@/lib/auth/permissions";
import { contractScope } from "@/lib/contracts/contract-scope";
import { contractLifecycle } from "@/lib/contracts/lifecycle";
import { awaitsProduction } from "@/lib/contracts/line-supply";
import { factsOf, type WholeContract } from "@/lib/contracts/load";
import { countSignatureScans } from "@/lib/contracts/signature-scans";
import { fromDbDate } from "@/lib/core/calendar-date";
import { Money } from "@/lib/core/money";
import { Quantity } from "@/lib/core/quantity";
import { UnitPrice } from "@/lib/core/unit-price";
import { isUuid } from "@/lib/core/uuid";
import { contractReceived } from "@/lib/receivables/money-figures";
import { db, type Prisma } from "@/lib/server/db";
import { stockFigures } from "@/lib/stock/stock-figures";

/** Is the contract in the actor's view? */
export async function isContractVisible(actor: Actor, contractId: string): Promise<boolean> {
  if (!can(actor, "contract:read")) return false;
  const rows = await db.$queryRaw<unknown[]>`
    select 1 from contract c where c.id = ${contractId}::uuid and ${contractScope(actor)}`;
  return rows.length > 0;
}

const dateText = (value: Date | null) => (value === null ? null : fromDbDate(value));

export type ContractLineView = {
  id: string;
  lineNo: number;
  lineKind: WholeContract["lines"][number]["lineKind"];
  productId: string | null;
  productCode: string;
  productName: string;
  spec: string;
  drawingNo: string;
  material: string;
  coating: string;
  brand: string;
  unit: string;
  quantity: string;
  packUnit: string | null;
  packQuantity: string | null;
  unitPrice: string;
  typedNetPrice: string | null;
  amount: string;
  deliveryOn: string | null;
  supplyType: "STOCK" | "PRODUCE" | "NEW" | null;
  qtyFromStock: string;
  qtyToProduce: string;
  noticedQty: string;
  deliveredQty: string;
  closedQty: string;
  taskedQty: string;
  orderedPrepQty: string;
  lineRemark: string;
  /** While pending: what is free to promise now no longer covers the part from stock (rules 5.1). */
  uncovered: boolean;
};

function lineView(line: WholeContract["lines"][number], free: Quantity | null): ContractLineView {
  const fromStock = Quantity.of(line.qtyFromStock);
  return {
    id: line.id,
    lineNo: line.lineNo,
    lineKind: line.lineKind,
    productId: line.productId,
    productCode: line.productCode,
    productName: line.productName,
    spec: line.spec,
    drawingNo: line.drawingNo,
    material: line.material,
    coating: line.coating,
    brand: line.brand,
    unit: line.unit,
    quantity: Quantity.of(line.quantity).toString(),
    packUnit: line.packUnit,
    packQuantity: line.packQuantity && Quantity.of(line.packQuantity).toString(),
    unitPrice: UnitPrice.of(line.unitPrice).toString(),
    typedNetPrice: line.typedNetPrice && UnitPrice.of(line.typedNetPrice).toString(),
    amount: Money.of(line.amount).toString(),
    deliveryOn: dateText(line.deliveryOn),
    supplyType: line.supplyType,
    qtyFromStock: fromStock.toString(),
    qtyToProduce: Quantity.of(line.qtyToProduce).toString(),
    noticedQty: Quantity.of(line.noticedQty).toString(),
    deliveredQty: Quantity.of(line.deliveredQty).toString(),
    closedQty: Quantity.of(line.closedQty).toString(),
    taskedQty: Quantity.of(line.taskedQty).toString(),
    orderedPrepQty: Quantity.of(line.orderedPrepQty).toString(),
    lineRemark: line.lineRemark,
    uncovered: free !== null && fromStock.isGreaterThan(free),
  };
}

/** Acts that have a place of their own on the page: a request to the director, the end of the contract. */
const DONE_APART: readonly string[] = ["void", "terminate", "complete", "archive"];

export type ContractDetail = NonNullable<Awaited<ReturnType<typeof findContractDetail>>>;

/** The contract as its page shows it, with the commands this actor may give; null when not in view. */
export async function findContractDetail(actor: Actor, contractId: string) {
  if (!isUuid(contractId) || !(await isContractVisible(actor, contractId))) return null;
  const contract = await db.contract.findUnique({
    where: { id: contractId },
    include: {
      lines: { orderBy: { lineNo: "asc" } },
      instalments: { orderBy: { sortNo: "asc" } },
      register: true,
      requests: { orderBy: { requestedAt: "desc" } },
    },
  });
  if (!contract) return null;
  const facts = await factsOf(db, contract);
  const isPending = contract.status === "PENDING_CHIEF" || contract.status === "PENDING_DIRECTOR";
  const productIds = contract.lines.flatMap(({ productId }) => productId ?? []);
  const received = contract.register
    ? ((await contractReceived(db, [contract.id])).get(contract.id) ?? Money.zero)
    : Money.zero;
  const figures = isPending
    ? await stockFigures(db, productIds, { exceptContractId: contract.id })
    : new Map();
  const { lines, register, requests, totalAmount, taxRate, ...head } = contract;
  return {
    ...head,
    buyer: contract.buyer as Record<string, string>,
    consignee: contract.consignee as Record<string, string>,
    clauses: contract.clauses as Record<string, string>,
    productionFeedback: contract.productionFeedback as Record<string, string | null> | null,
    stockSnapshot: contract.stockSnapshot as
      | { lineNo: number; onHand: string; freeToPromise: string; at: string }[]
      | null,
    totalAmount: Money.of(totalAmount).toString(),
    totalQty: Quantity.of(contract.totalQty).toString(),
    taxRate: taxRate.toFixed(4),
    effectiveOn: dateText(contract.effectiveOn),
    agreedOn: dateText(contract.agreedOn),
    signDate: dateText(contract.signDate),
    validFrom: dateText(contract.validFrom),
    validTo: dateText(contract.validTo),
    deliveryFrom: dateText(contract.deliveryFrom),
    deliveryTo: dateText(contract.deliveryTo),
    signedByCustomerOn: dateText(contract.signedByCustomerOn),
    archivedOn: dateText(contract.archivedOn),
    instalments: contract.instalments.map((item) => ({
      ...item,
      percent: item.percent.toFixed(2),
    })),
    lines: lines.map((line) =>
      lineView(
        line,
        isPending && line.productId ? (figures.get(line.productId)?.freeToPromise ?? null) : null,
      ),
    ),
    register: register && {
      contractNo: register.contractNo,
      originalClass: register.originalClass,
      tier: register.tier,
      settlementMode: register.settlementMode,
      shippedAmount: Money.of(register.shippedAmount).toString(),
      receivedAmount: received.toString(),
      outstanding: Money.of(register.shippedAmount).minus(received).max(Money.zero).toString(),
      shippingMethods: register.shippingMethods,
      shippedDates: register.shippedDates,
      registeredAt: register.registeredAt,
      registeredByName: register.registeredByName,
      remark: register.remark,
    },
    requests,
    awaitsProduction: contract.status === "EXECUTING" && contract.lines.some(awaitsProduction),
    deliveredAnything: facts.deliveredAnything,
    // Voiding goes through a request and the director's decision on it, not through a button of its own.
    commands: contractLifecycle
      .available(facts, actor, canSign(signedContract(contract)))
      .filter((command) => !DONE_APART.includes(command)),
    mayEdit:
      contract.status === "DRAFT" &&
      can(actor, "contract:draft") &&
      (contract.draftedById === actor.id || actor.role === "CLERK"),
    mayCopy: can(actor, "contract:draft"),
    mayRegister:
      contract.status === "EFFECTIVE" && !facts.registered && can(actor, "contract:register"),
    mayRecordSignature:
      (contract.status === "EFFECTIVE" || contract.status === "EXECUTING") &&
      contract.form === "FORMAL" &&
      contract.signedByCustomerOn === null &&
      can(actor, "contract:record_signature"),
    /** A file that may be the signed contract is attached. */
    hasSignatureScan: contract.form === "FORMAL" && (await countSignatureScans(db, contract)) > 0,
    mayRequestEnd:
      (contract.status === "EFFECTIVE" || contract.status === "EXECUTING") &&
      can(actor, "contract:request_end"),
  };
}

/** What a delegation is measured by (F45). */
export function signedContract({ totalAmount }: { totalAmount: Prisma.Decimal }) {
  return { kind: "contract", amount: Money.of(totalAmount).toString() };
}

export type LastPrice = {
  contractNo: string;
  on: string;
  unitPrice: string;
  quantity: string;
  unit: string;
};

/** The last three prices of a product to this customer, newest first; contracts that took effect only. */
export async function lastPrices(customerId: string, productId: string): Promise<LastPrice[]> {
  const rows = await db.$queryRaw<
    {
      contract_no: string;
      effective_on: Date;
      unit_price: Prisma.Decimal;
      quantity: Prisma.Decimal;
      unit: string;
    }[]
  >`
    select c.contract_no, c.effective_on, l.unit_price, l.quantity, l.unit
    from contract_line l join contract c on c.id = l.contract_id
    where l.product_id = ${productId}::uuid and c.customer_id = ${customerId}::uuid and c.contract_no is not null
    order by c.effective_on desc, c.seq desc limit 3`;
  return rows.map((row) => ({
    contractNo: row.contract_no,
    on: fromDbDate(row.effective_on),
    unitPrice: UnitPrice.of(row.unit_price).toString(),
    quantity: Quantity.of(row.quantity).toString(),
    unit: row.unit,
  }));
}

/** The contracts that came out of an intake record, for the link on its page. */
export function contractsOfIntake(
  intakeId: string,
): Promise<{ id: string; number: string | null }[]> {
  return db.$queryRaw`
    select id, coalesce(contract_no, doc_no) as number from contract
    where intake_id = ${intakeId}::uuid and deleted_at is null`;
}
