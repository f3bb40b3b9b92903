"use client";
import { createContext, useContext } from "react";
import type { ListRow } from "@/lib/core/list-state";

export type TableSelection = {
  rows: readonly ListRow[];
  ids: readonly string[];
  clear: () => void;
};

const none: TableSelection = { rows: [], ids: [], clear: () => undefined };

export const SelectionContext = createContext<TableSelection>(none);

/** The chosen rows, for the buttons in a table's `bulkActions`. */
export function useTableSelection(): TableSelection {
  return useContext(SelectionContext);
}
