import "server-only";
import { type FrozenLine, frozenIssues, type WantedLine } from "@/lib/changes/floors";
import type { Proposal } from "@/lib/changes/schema";
import type { ContractContent } from "@/lib/contracts/content";
import { contentOf, type WholeContract } from "@/lib/contracts/load";
import { orderHeadRow, orderLineRow } from "@/lib/contracts/order-rows";
import { type PricedLine, priceLines } from "@/lib/contracts/price-lines";
import { DomainError, type FieldIssue } from "@/lib/core/domain-error";
import { Money } from "@/lib/core/money";
import { Quantity } from "@/lib/core/quantity";
import { UnitPrice } from "@/lib/core/unit-price";
import type { CustomerForOrder } from "@/lib/customers/queries";
import { getProductsForLines } from "@/lib/products/queries";
import { Prisma, type Tx } from "@/lib/server/db";
import { newId } from "@/lib/server/ids";
import { listUnits } from "@/lib/settings/queries";

type ContractLine = WholeContract["lines"][number];

/** The contract as it would be; kept lines have their own ids and all that rests on them, added ones new ids. */
export type PlannedRevision = {
  next: WholeContract;
  /** Ids of the contract's lines that stay. */
  kept: ReadonlySet<string>;
};

/**
 * What the proposal makes of the contract as it is now, under its row lock. Throws `common.invalid_input` with one
 * issue per cell: what is typed wrong, what is delivered, noticed, in production or set aside and cannot change (Q38).
 */
export async function planRevision(
  tx: Tx,
  contract: WholeContract,
  proposal: Proposal,
): Promise<PlannedRevision> {
  const { order } = proposal;
  if (order.customerId !== contract.customerId) throw new DomainError("changes.customer_fixed");
  if (order.form !== contract.form) throw new DomainError("changes.form_fixed");
  const ids = keptIds(contract, proposal);
  const { lines, total, issues } = await priced(tx, proposal);
  const byId = new Map(contract.lines.map((line) => [line.id, line]));
  const own = ids.map((id) => (id === null ? null : (byId.get(id) ?? null)));
  const found = [
    ...issues.filter((issue) => !isOldProduct(issue, lines, own)),
    ...frozenIssues(contract.lines.map(frozenLine), wantedLines(lines, own)),
  ];
  if (found.length > 0) throw new DomainError("common.invalid_input", undefined, found);
  const nextLines = lines.map((line, index) => nextLine(contract.id, line, own[index] ?? null));
  const head = orderHeadRow({
    order,
    customer: { name: contract.customerName, buyer: contract.buyer } as unknown as CustomerForOrder,
    lines: lines.map((line, index) => ({ ...line, ...namesOf(nextLines[index]) })),
    total,
  });
  const next = {
    ...contract,
    ...head,
    buyer: contract.buyer,
    usage: contract.usage,
    orderedAt: contract.orderedAt,
    channel: contract.channel,
    taxRate: new Prisma.Decimal(head.taxRate),
    totalAmount: new Prisma.Decimal(head.totalAmount),
    totalQty: new Prisma.Decimal(head.totalQty),
    instalments: order.instalments.map((item, index) => ({
      ...item,
      id: newId(),
      contractId: contract.id,
      sortNo: index + 1,
      percent: new Prisma.Decimal(item.percent),
    })),
    lines: nextLines,
  } as WholeContract;
  return { next, kept: new Set(ids.flatMap((id) => id ?? [])) };
}

/** The content with the contract lines that its lines keep: what two versions are matched by. */
export function revisionContent(
  contract: WholeContract,
  kept: ReadonlySet<string>,
): ContractContent {
  const content = contentOf(contract);
  return {
    ...content,
    lines: content.lines.map((line, index) => {
      const id = contract.lines[index]?.id;
      return id !== undefined && kept.has(id) ? { ...line, contractLineId: id } : line;
    }),
  };
}

/** Each line of the contract is kept once; a copied row or an id of elsewhere is a new line. */
function keptIds(contract: WholeContract, { order, lineIds }: Proposal): (string | null)[] {
  const kindOf = new Map(contract.lines.map(({ id, lineKind }) => [id, lineKind === "GOODS"]));
  const taken = new Set<string>();
  return order.lines.map(({ lineKind }, index) => {
    const id = lineIds[index] ?? null;
    if (id === null || taken.has(id) || kindOf.get(id) !== (lineKind === "GOODS")) return null;
    taken.add(id);
    return id;
  });
}

async function priced(tx: Tx, { order }: Proposal) {
  const productIds = order.lines.flatMap((line) =>
    line.lineKind === "GOODS" && line.productId ? [line.productId] : [],
  );
  const products = await getProductsForLines(tx, [...new Set(productIds)]);
  const units = await listUnits(tx);
  const fractionUnits = new Set(
    units.filter(({ allowFraction }) => allowFraction).map(({ name }) => name),
  );
  return priceLines(order.lines, { products, fractionUnits, taxRate: order.taxRate });
}

/** A product that went out of use meanwhile stays in a line that keeps it. */
function isOldProduct(
  { path, code }: FieldIssue,
  lines: readonly PricedLine[],
  own: readonly (ContractLine | null)[],
): boolean {
  if (code !== "contracts.product_inactive") return false;
  const index = Number.parseInt(path.split(".")[1] ?? "", 10);
  return own[index]?.productId === lines[index]?.productId;
}

function wantedLines(
  lines: readonly PricedLine[],
  own: readonly (ContractLine | null)[],
): Map<string, WantedLine> {
  return new Map(
    lines.flatMap((line, index) => {
      const id = own[index]?.id;
      return id === undefined ? [] : [[id, { ...line, index }] as const];
    }),
  );
}

/** A contract line with what rests on it. */
export function frozenLine(line: ContractLine): FrozenLine {
  return {
    id: line.id,
    lineNo: line.lineNo,
    isGoods: line.lineKind === "GOODS",
    productId: line.productId,
    productName: line.productName,
    unit: line.unit,
    unitPrice: UnitPrice.of(line.unitPrice),
    noticedQty: Quantity.of(line.noticedQty),
    noticedAmount: Money.of(line.noticedAmount),
    deliveredQty: Quantity.of(line.deliveredQty),
    closedQty: Quantity.of(line.closedQty),
    taskedQty: Quantity.of(line.taskedQty),
    orderedPrepQty: Quantity.of(line.orderedPrepQty),
  };
}

const decimal = (text: string | null) => (text === null ? null : new Prisma.Decimal(text));

/** A kept line of the same product keeps what it copied from it; any other takes the product as it is now. */
function nextLine(contractId: string, line: PricedLine, own: ContractLine | null): ContractLine {
  const row = orderLineRow(line);
  const typed = {
    ...row,
    quantity: new Prisma.Decimal(row.quantity),
    packQuantity: decimal(row.packQuantity),
    unitPrice: new Prisma.Decimal(row.unitPrice),
    typedNetPrice: decimal(row.typedNetPrice),
    amount: new Prisma.Decimal(row.amount),
  };
  if (own === null) return { ...blankLine(contractId), ...typed };
  const keepsProduct = own.productId !== null && own.productId === line.productId;
  return { ...own, ...typed, ...(keepsProduct ? copiedOf(own) : { reviewLineId: null }) };
}

const copiedOf = (line: ContractLine) => ({
  productCode: line.productCode,
  productName: line.productName,
  spec: line.spec,
  drawingNo: line.drawingNo,
  drawingRev: line.drawingRev,
  material: line.material,
  coating: line.coating,
  accuracyGrade: line.accuracyGrade,
});

const namesOf = (line: ContractLine | undefined) =>
  line === undefined ? {} : { productName: line.productName };

function blankLine(
  contractId: string,
): Omit<ContractLine, keyof ReturnType<typeof orderLineRow>> & Pick<ContractLine, "lineNo"> {
  const none = new Prisma.Decimal(0);
  return {
    id: newId(),
    contractId,
    lineNo: 0,
    manufacturer: "",
    supplyType: null,
    qtyFromStock: none,
    qtyToProduce: none,
    noticedQty: none,
    noticedAmount: none,
    deliveredQty: none,
    deliveredAmount: none,
    reviewLineId: null,
    taskedQty: none,
    producedQty: none,
    orderedPrepQty: none,
    preparedQty: none,
    closedQty: none,
  };
}
