import "server-only";
import type { WholeContract } from "@/lib/contracts/load";
import { type SplitLine, splitLines } from "@/lib/contracts/policy";
import { isProven } from "@/lib/contracts/price-lines";
import { leftByLine, leftGoods } from "@/lib/contracts/walk-in-goods";
import { Quantity } from "@/lib/core/quantity";
import { getProductsForLines } from "@/lib/products/queries";
import { clock } from "@/lib/server/clock";
import { Prisma, type Tx } from "@/lib/server/db";
import { lockProducts } from "@/lib/stock/lock-products";
import type { DemandRow } from "@/lib/stock/record-demand";
import { stockFigures } from "@/lib/stock/stock-figures";

export type ContractSplit = {
  lines: SplitLine[];
  hasNewLine: boolean;
  /** Stock rows that count against what others may promise. */
  demand: DemandRow[];
  /** The figures the clerk's agreement rests on, kept with the contract (R1.1.2-a). */
  seen: Prisma.InputJsonArray;
};

/** Splits the goods lines under the products' locks and writes split and supply type to them (rules 5.1). */
export async function splitContract(tx: Tx, contract: WholeContract): Promise<ContractSplit> {
  const goods = contract.lines.filter(({ lineKind }) => lineKind === "GOODS");
  const productIds = [...new Set(goods.flatMap(({ productId }) => productId ?? []))];
  await lockProducts(tx, productIds);
  const products = await getProductsForLines(tx, productIds);
  const figures = await stockFigures(tx, productIds, { exceptContractId: contract.id });
  const free = new Map([...figures].map(([id, { freeToPromise }]) => [id, freeToPromise]));
  const left = leftByLine(goods, await leftGoods(tx, contract));
  const rests = goods.map(({ id, productId, quantity }) => ({
    lineId: id,
    productId,
    quantity: Quantity.of(quantity).minus(left.get(id) ?? Quantity.zero),
    isProven: isProven(productId === null ? null : (products.get(productId) ?? null)),
  }));
  const lines = splitLines(rests, free).map((line) => withLeft(line, left.get(line.lineId)));
  await writeSplit(tx, lines);
  const productOf = new Map(goods.map(({ id, productId }) => [id, productId]));
  return {
    lines,
    hasNewLine: lines.some(({ supplyType }) => supplyType === "NEW"),
    demand: lines.flatMap(({ lineId, qtyFromStock }) => {
      const productId = productOf.get(lineId);
      const quantity = qtyFromStock.minus(left.get(lineId) ?? Quantity.zero);
      return productId && quantity.isPositive()
        ? [{ contractLineId: lineId, productId, quantity }]
        : [];
    }),
    seen: goods.map(({ lineNo, productId }) => {
      const figure = productId === null ? undefined : figures.get(productId);
      return {
        lineNo,
        onHand: figure?.onHand.toString() ?? "0",
        freeToPromise: figure?.freeToPromise.toString() ?? "0",
        at: clock.now().toISOString(),
      };
    }),
  };
}

/** What a walk-in pickup took came from stock and is there no more: it is neither promised nor made again. */
function withLeft(line: SplitLine, left: Quantity | undefined): SplitLine {
  if (!left?.isPositive()) return line;
  const isAll = line.qtyToProduce.isZero();
  return {
    ...line,
    qtyFromStock: line.qtyFromStock.plus(left),
    ...(isAll && { supplyType: "STOCK" as const }),
  };
}

/** One statement for all lines of the contract. */
export async function writeSplit(tx: Tx, lines: readonly SplitLine[]): Promise<void> {
  if (lines.length === 0) return;
  const rows = lines.map(
    ({ lineId, supplyType, qtyFromStock, qtyToProduce }) =>
      Prisma.sql`(${lineId}::uuid, ${supplyType}::supply_type, ${qtyFromStock.toString()}::numeric, ${qtyToProduce.toString()}::numeric)`,
  );
  await tx.$executeRaw`
    update contract_line l
    set supply_type = s.supply_type, qty_from_stock = s.from_stock, qty_to_produce = s.to_produce
    from (values ${Prisma.join(rows)}) as s (id, supply_type, from_stock, to_produce)
    where l.id = s.id`;
}
