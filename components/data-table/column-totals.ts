import type { ListRow } from "@/lib/core/list-state";
import { Money } from "@/lib/core/money";
import { Quantity } from "@/lib/core/quantity";
import type { DataColumn } from "./table-types";

/** The sums of some rows in the columns that have totals, as exact text. */
export function sumRows(
  columns: readonly DataColumn[],
  totalled: readonly string[],
  rows: readonly ListRow[],
): Record<string, string> {
  return Object.fromEntries(
    columns
      .filter(({ key }) => totalled.includes(key))
      .map(({ key, kind }) => {
        const texts = rows.map((row) => row[key]).filter((value) => typeof value === "string");
        const sum =
          kind === "money"
            ? Money.sum(texts.map((text) => Money.of(text)))
            : Quantity.sum(texts.map((text) => Quantity.of(text)));
        return [key, sum.toString()];
      }),
  );
}
