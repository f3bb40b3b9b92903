import type { ColumnKind } from "@/lib/core/list-state";
import type { DataColumn } from "./table-types";

/** A table's columns as the export writes them: with the words of coded values, without links. */
export function exportColumns(columns: readonly DataColumn[]) {
  return columns.map(({ key, header, kind, states, labels }) => ({
    key,
    header,
    kind: kind satisfies ColumnKind,
    labels: {
      ...labels,
      ...Object.fromEntries(
        Object.entries(states ?? {}).map(([value, { label }]) => [value, label]),
      ),
    },
  }));
}
