import "server-only";
import { DomainError, type FieldIssue } from "@/lib/core/domain-error";
import { Quantity } from "@/lib/core/quantity";
import type { Tx } from "@/lib/server/db";

/** A typed quantity with its unit and the field it stands in. */
export type CountedCell = { path: string; unit: string; quantity: Quantity };

/**
 * Half a tool cannot be ordered, bound, made or shipped: quantities with decimals in units that are counted in whole
 * pieces, each as an issue at its cell. No query while every figure is whole.
 */
export async function wholePieceIssues(
  tx: Pick<Tx, "unit">,
  cells: readonly CountedCell[],
): Promise<FieldIssue[]> {
  const broken = cells.filter(({ quantity }) => !quantity.isWhole());
  if (broken.length === 0) return [];
  const measured = await tx.unit.findMany({
    where: { allowFraction: true, name: { in: broken.map(({ unit }) => unit) } },
    select: { name: true },
  });
  const fractional = new Set(measured.map(({ name }) => name));
  return broken
    .filter(({ unit }) => !fractional.has(unit))
    .map(({ path, unit }) => ({ path, code: "common.whole_pieces_only", details: { unit } }));
}

/** The same as a refusal: `common.invalid_input` with an issue for each cell. */
export async function assertWholePieces(
  tx: Pick<Tx, "unit">,
  cells: readonly CountedCell[],
): Promise<void> {
  const issues = await wholePieceIssues(tx, cells);
  if (issues.length > 0) throw new DomainError("common.invalid_input", undefined, issues);
}

/** Cells `<field>.<line id>` of lines for which something was typed. */
export function countedCells(
  field: string,
  lines: readonly { id: string; unit: string }[],
  typed: ReadonlyMap<string, Quantity>,
): CountedCell[] {
  return lines.map(({ id, unit }) => ({
    path: `${field}.${id}`,
    unit,
    quantity: typed.get(id) ?? Quantity.zero,
  }));
}
