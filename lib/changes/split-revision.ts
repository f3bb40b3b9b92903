import "server-only";
import { splitAnew } from "@/lib/changes/split";
import type { WholeContract } from "@/lib/contracts/load";
import { type ContractClass, classOf } from "@/lib/contracts/policy";
import { isProven } from "@/lib/contracts/price-lines";
import { Quantity } from "@/lib/core/quantity";
import { getProductsForLines } from "@/lib/products/queries";
import { Prisma, type Tx } from "@/lib/server/db";
import { lockProducts } from "@/lib/stock/lock-products";
import { stockFigures } from "@/lib/stock/stock-figures";

/** The changed contract with class and split fixed anew under the products' locks (rules 5.1). */
export async function splitRevision(
  tx: Tx,
  next: WholeContract,
): Promise<{ next: WholeContract; contractClass: ContractClass }> {
  const goods = next.lines.filter(({ lineKind }) => lineKind === "GOODS");
  const productIds = [...new Set(goods.flatMap(({ productId }) => productId ?? []))];
  await lockProducts(tx, productIds);
  const products = await getProductsForLines(tx, productIds);
  const figures = await stockFigures(tx, productIds, { exceptContractId: next.id });
  const bound = await boundFromStock(tx, next);
  const split = splitAnew(
    goods.map((line) => ({
      lineId: line.id,
      productId: line.productId,
      quantity: Quantity.of(line.quantity),
      isProven: isProven(line.productId === null ? null : (products.get(line.productId) ?? null)),
      boundFromStock: bound.get(line.id) ?? Quantity.zero,
      inProduction: Quantity.of(line.taskedQty).max(Quantity.of(line.producedQty)),
    })),
    new Map([...figures].map(([id, { freeToPromise }]) => [id, freeToPromise])),
  );
  const of = new Map(split.map((row) => [row.lineId, row]));
  const contractClass = classOf(split);
  return {
    contractClass,
    next: {
      ...next,
      contractClass,
      lines: next.lines.map((line) => {
        const row = of.get(line.id);
        if (!row) return line;
        return {
          ...line,
          supplyType: row.supplyType,
          qtyFromStock: new Prisma.Decimal(row.qtyFromStock.toString()),
          qtyToProduce: new Prisma.Decimal(row.qtyToProduce.toString()),
        };
      }),
    },
  };
}

/** Reserved for each line or gone out for it, less what the workshop made for it. */
async function boundFromStock(tx: Tx, next: WholeContract): Promise<Map<string, Quantity>> {
  const rows = await tx.stockReservation.groupBy({
    by: ["contractLineId"],
    where: {
      contractLineId: { in: next.lines.map(({ id }) => id) },
      status: { in: ["ACTIVE", "CONSUMED"] },
    },
    _sum: { quantity: true },
  });
  const made = new Map(next.lines.map(({ id, producedQty }) => [id, Quantity.of(producedQty)]));
  return new Map(
    rows.map(({ contractLineId, _sum }) => {
      const rest = Quantity.of(_sum.quantity ?? 0).minus(made.get(contractLineId) ?? Quantity.zero);
      return [contractLineId, rest.isNegative() ? Quantity.zero : rest];
    }),
  );
}
