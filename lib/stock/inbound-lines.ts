import "server-only";
import { DomainError, type FieldIssue } from "@/lib/core/domain-error";
import type { Tx } from "@/lib/server/db";
import type { SaveInboundInput } from "@/lib/stock/schema";
import { type StoredProduct, storedProducts } from "@/lib/stock/stored-products";

type Line = SaveInboundInput["lines"][number];

/**
 * The rows of an inbound slip with what they print of their products. Throws `common.invalid_input` with an issue for
 * each cell: unknown product, part of a piece, the same product twice in one batch and bin.
 */
export async function inboundRows(tx: Tx, inboundSlipId: string, lines: readonly Line[]) {
  const products = await storedProducts(
    tx,
    lines.map(({ productId }) => productId),
  );
  const issues = [...lineIssues(lines, products), ...repeatedLines(lines)];
  if (issues.length > 0) throw new DomainError("common.invalid_input", undefined, issues);
  return lines.flatMap((line, index) => {
    const product = products.get(line.productId);
    if (!product) return [];
    const { deliveredQty, receivedQty, ...rest } = line;
    const { productCode, name: productName, spec, unit } = product;
    return {
      ...rest,
      inboundSlipId,
      lineNo: index + 1,
      productCode,
      productName,
      spec,
      unit,
      deliveredQty: deliveredQty.toString(),
      receivedQty: receivedQty.toString(),
    };
  });
}

function lineIssues(lines: readonly Line[], products: Map<string, StoredProduct>): FieldIssue[] {
  return lines.flatMap((line, index) => {
    const product = products.get(line.productId);
    if (!product) return [{ path: `lines.${index}.productId`, code: "stock.product_unknown" }];
    if (product.allowFraction) return [];
    return (["deliveredQty", "receivedQty"] as const)
      .filter((field) => !line[field].isWhole())
      .map((field) => ({
        path: `lines.${index}.${field}`,
        code: "stock.whole_pieces_only",
        details: { unit: product.unit },
      }));
  });
}

function repeatedLines(lines: readonly Line[]): FieldIssue[] {
  const seen = new Set<string>();
  return lines.flatMap(({ productId, batchNo, binCode }, index) => {
    const place = JSON.stringify([productId, batchNo, binCode]);
    if (seen.has(place))
      return [{ path: `lines.${index}.productId`, code: "stock.same_place_twice" }];
    seen.add(place);
    return [];
  });
}
