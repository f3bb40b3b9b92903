import "server-only";
import { type Actor, can } from "@/lib/auth/permissions";
import { floorOf, isGoodsFixed, isPriceFixed } from "@/lib/changes/floors";
import { isRunning, proposalOf } from "@/lib/changes/load";
import { frozenLine } from "@/lib/changes/plan-revision";
import type { Proposal } from "@/lib/changes/schema";
import { customerFile, productFacts } from "@/lib/contracts/customer-file";
import { headOf, localTime } from "@/lib/contracts/order-head";
import { linesOf } from "@/lib/contracts/order-start";
import type {
  ChargeCells,
  CustomerFile,
  GoodsCells,
  OrderHead,
} from "@/lib/contracts/order-values";
import { type ContractDetail, findContractDetail } from "@/lib/contracts/queries";
import { formatUnitPrice } from "@/lib/i18n/format";
import { typedFeedback } from "@/lib/intake/feedback";
import { clock } from "@/lib/server/clock";
import { db } from "@/lib/server/db";

/** A line of the contract of which something can no longer change. */
export type FrozenRow = {
  id: string;
  lineNo: number;
  product: string;
  floor: string;
  unit: string;
  goodsFixed: boolean;
  priceFixed: boolean;
};

/** Everything the change screen begins with. */
export type ChangeStart = {
  contractId: string;
  contractNo: string;
  /** Null for a change that is not saved yet; then `rowVersion` is the contract's. */
  revisionId: string | null;
  rowVersion: number;
  revision: number;
  reason: string;
  head: OrderHead;
  customer: CustomerFile | null;
  goods: GoodsCells[];
  charges: ChargeCells[];
  /** By position of goods, then charges: the contract's line that each keeps. */
  lineIds: (string | null)[];
  frozen: FrozenRow[];
};

/**
 * The whole contract on the order screen, to be changed (Q38): as it stands, or as the open draft of a change has it.
 * Null when the contract is not in view, not running, or its change is not this person's to edit.
 */
export async function changeStart(actor: Actor, contractId: string): Promise<ChangeStart | null> {
  if (!can(actor, "contract:draft")) return null;
  const contract = await findContractDetail(actor, contractId);
  if (!contract || !isRunning(contract)) return null;
  const open = await db.contractRevision.findFirst({
    where: { contractId, status: { in: ["DRAFT", "PENDING_CHIEF", "PENDING_DIRECTOR"] } },
  });
  if (open && open.status !== "DRAFT") return null;
  if (open && open.draftedById !== actor.id && actor.role !== "CLERK") return null;
  const customer = await customerFile(actor, contract.customerId);
  const common = {
    contractId,
    contractNo: contract.contractNo ?? "",
    customer,
    frozen: await frozenRows(contractId),
  };
  if (!open) return { ...common, ...(await asItStands(contract)) };
  const proposal = proposalOf(open);
  return {
    ...common,
    revisionId: open.id,
    rowVersion: open.rowVersion,
    revision: open.revision,
    reason: open.reason,
    head: headOfOrder(proposal),
    ...(await cellsOf(proposal, contract.customerId)),
  };
}

async function asItStands(contract: ContractDetail) {
  const { goods, charges } = await linesOf(contract.lines, contract.customerId);
  const isGoods = ({ lineKind }: { lineKind: string }) => lineKind === "GOODS";
  const ids = (wanted: boolean) =>
    contract.lines.filter((line) => isGoods(line) === wanted).map(({ id }) => id);
  const last = await db.contractRevision.aggregate({
    where: { contractId: contract.id },
    _max: { revision: true },
  });
  return {
    revisionId: null,
    rowVersion: contract.rowVersion,
    revision: Math.max(contract.revision, last._max.revision ?? 1) + 1,
    reason: "",
    head: askedAnew(headOf(contract)),
    goods,
    charges,
    lineIds: [...ids(true), ...ids(false)],
  };
}

/** What was agreed and read back belongs to the order before: the customer is asked again (R1.1.2-b). */
function askedAnew(head: OrderHead): OrderHead {
  return {
    ...head,
    agreedPrice: false,
    agreedDelivery: false,
    agreedPayment: false,
    agreedOn: clock.today(),
    readBackConfirmed: false,
    readBackByName: "",
  };
}

async function frozenRows(contractId: string): Promise<FrozenRow[]> {
  const lines = await db.contractLine.findMany({
    where: { contractId, lineKind: "GOODS" },
    orderBy: { lineNo: "asc" },
  });
  return lines
    .map((row) => ({ row, line: frozenLine(row) }))
    .filter(({ line }) => isGoodsFixed(line) || line.closedQty.isPositive())
    .map(({ row, line }) => ({
      id: line.id,
      lineNo: line.lineNo,
      product: `${row.productName} ${row.spec}`,
      floor: floorOf(line).toString(),
      unit: line.unit,
      goodsFixed: isGoodsFixed(line),
      priceFixed: isPriceFixed(line),
    }));
}

const figure = (value: number | null) => (value === null ? "" : String(value));

/** The header of a stored proposal as the order screen holds it. */
function headOfOrder({ order }: Proposal): OrderHead {
  const { lines: _lines, instalments, productionFeedback, ...fields } = order;
  return {
    ...fields,
    orderedAt: localTime(new Date(order.orderedAt)),
    agreedOn: order.agreedOn ?? "",
    signDate: order.signDate ?? "",
    validFrom: order.validFrom ?? "",
    validTo: order.validTo ?? "",
    dueDays: figure(order.dueDays),
    warrantyMonths: figure(order.warrantyMonths),
    objectionDays: figure(order.objectionDays),
    originalCount: figure(order.originalCount),
    instalments: instalments.map((item) => ({ ...item, dueDays: figure(item.dueDays) })),
    productionFeedback: typedFeedback(productionFeedback),
  };
}

async function cellsOf({ order, lineIds }: Proposal, customerId: string) {
  const facts = await productFacts(
    order.lines.flatMap((line) =>
      line.lineKind === "GOODS" && line.productId ? [line.productId] : [],
    ),
    customerId,
  );
  const rows = order.lines.map((line, index) => ({ line, id: lineIds[index] ?? null }));
  const goods: GoodsCells[] = [];
  const charges: ChargeCells[] = [];
  for (const { line } of rows) {
    if (line.lineKind !== "GOODS") {
      charges.push(line);
      continue;
    }
    const { lineKind: _kind, productId, isNetPrice, unitPrice, deliveryOn, ...cells } = line;
    const price = formatUnitPrice(unitPrice).replaceAll(",", "");
    goods.push({
      ...cells,
      product: productId ? (facts.get(productId) ?? null) : null,
      unitPrice: isNetPrice ? `${price}n` : price,
      deliveryOn: deliveryOn ?? "",
    });
  }
  const ids = (wanted: boolean) =>
    rows.filter(({ line }) => (line.lineKind === "GOODS") === wanted).map(({ id }) => id);
  return { goods, charges, lineIds: [...ids(true), ...ids(false)] };
}
