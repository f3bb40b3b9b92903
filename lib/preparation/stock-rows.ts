import "server-only";
import { deliverable, isMixed, lineSupply, unorderedStock } from "@/lib/contracts/line-supply";
import type { WholeContract } from "@/lib/contracts/load";
import { Quantity } from "@/lib/core/quantity";
import type { Tx } from "@/lib/server/db";
import { availableStock } from "@/lib/stock/stock-figures";
import type { StockRow } from "./policy";

type ContractLine = WholeContract["lines"][number];

/** Goods lines that take anything from stock. */
export function stockLines(contract: Pick<WholeContract, "lines">): ContractLine[] {
  return goodsLines(contract).filter(({ qtyFromStock }) => Quantity.of(qtyFromStock).isPositive());
}

/** Is the preparation order mandatory for this contract? (R1.1.3-P) */
export function isMandatory(contract: Pick<WholeContract, "lines">): boolean {
  return isMixed(goodsLines(contract));
}

function goodsLines({ lines }: Pick<WholeContract, "lines">): ContractLine[] {
  return lines.filter(
    (line) => line.lineKind === "GOODS" && deliverable(lineSupply(line)).isPositive(),
  );
}

/** The contract's stock rows with what is not ordered yet and what lies free in the store. */
export async function stockRows(
  tx: Tx,
  contract: Pick<WholeContract, "lines">,
): Promise<StockRow[]> {
  const lines = stockLines(contract);
  const available = await availableStock(
    tx,
    lines.flatMap(({ productId }) => productId ?? []),
  );
  return lines.flatMap((line) =>
    line.productId === null
      ? []
      : [
          {
            contractLineId: line.id,
            lineNo: line.lineNo,
            productId: line.productId,
            productName: line.productName,
            unit: line.unit,
            unordered: unorderedStock(lineSupply(line)),
            available: available.get(line.productId) ?? Quantity.zero,
          },
        ],
  );
}
