import "server-only";
import { type Actor, can } from "@/lib/auth/permissions";
import { lineSupply, splitFloors } from "@/lib/contracts/line-supply";
import { proposedSplit } from "@/lib/contracts/resplit-policy";
import { Quantity } from "@/lib/core/quantity";
import { isUuid } from "@/lib/core/uuid";
import { db } from "@/lib/server/db";
import { stockFigures } from "@/lib/stock/stock-figures";
import { missingFromStock } from "./missing-stock";

export type ResplitView = NonNullable<Awaited<ReturnType<typeof findResplit>>>;

/** What the form for a new split shows; null for who may not split, and for contracts that are not running. */
export async function findResplit(actor: Actor, contractId: string) {
  if (!isUuid(contractId) || !can(actor, "contract:resplit")) return null;
  const contract = await db.contract.findFirst({
    where: { id: contractId, deletedAt: null, status: { in: ["EFFECTIVE", "EXECUTING"] } },
    include: { lines: { where: { lineKind: "GOODS" }, orderBy: { lineNo: "asc" } } },
  });
  if (!contract) return null;
  const [figures, missing, item] = await Promise.all([
    stockFigures(
      db,
      contract.lines.flatMap(({ productId }) => productId ?? []),
    ),
    missingFromStock(contractId),
    db.workItem.findFirst({
      where: { kind: "contract.resplit", subjectId: contractId, closedAt: null },
      select: { id: true },
    }),
  ]);
  return {
    contractId,
    rowVersion: contract.rowVersion,
    /** Goods promised from stock are missing: somebody waits for this. */
    isNeeded: item !== null,
    lines: contract.lines.map((line) => {
      const supply = lineSupply(line);
      const floors = splitFloors(supply);
      const isNew = line.supplyType === "NEW";
      const gone = isNew ? undefined : missing.get(line.id);
      const proposed = proposedSplit(supply, gone ?? Quantity.zero);
      const free = figures.get(line.productId ?? "")?.freeToPromise ?? Quantity.zero;
      return {
        id: line.id,
        lineNo: line.lineNo,
        productCode: line.productCode,
        productName: line.productName,
        spec: line.spec,
        drawingNo: line.drawingNo,
        unit: line.unit,
        isNew,
        quantity: supply.quantity.toString(),
        missing: supply.qtyFromStock.minus(proposed.fromStock).toString(),
        fromStock: proposed.fromStock.toString(),
        toProduce: proposed.toProduce.toString(),
        floorStock: floors.fromStock.toString(),
        floorProduce: floors.toProduce.toString(),
        free: free.max(Quantity.zero).toString(),
      };
    }),
  };
}
