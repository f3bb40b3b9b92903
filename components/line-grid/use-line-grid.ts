"use client";
import { useNow } from "next-intl";
import { type Dispatch, useMemo, useReducer } from "react";
import { calendarDate } from "@/lib/core/calendar-date";
import type { FieldIssue } from "@/lib/core/domain-error";
import { formatDayOfInstant } from "@/lib/i18n/format";
import { type GridAction, type GridRules, initialGrid, reduceGrid } from "./grid-reducer";
import {
  filledRows,
  type GridColumn,
  type GridRow,
  type GridState,
  type RowSeed,
} from "./grid-types";

export type LineGridModel = {
  columns: readonly GridColumn[];
  state: GridState;
  /** The typed lines, without blank rows; issue paths count these. */
  lines: readonly GridRow[];
  /** The row with the focus, as it stands after every key: what the hint rail follows. */
  activeRow: GridRow | null;
  dispatch: Dispatch<GridAction>;
  /** Shows the issues of a refused save in their cells. */
  report: (issues: readonly FieldIssue[], path?: string) => void;
  load: (rows: readonly RowSeed[]) => void;
  add: (rows: readonly RowSeed[]) => void;
  /** Fills cells of a row that nobody has typed in. */
  fill: (rowId: string, cells: Readonly<Record<string, string>>) => void;
};

/** The state of a line grid. `columns` must be stable (module scope or useMemo): rows are drawn again when they change. */
export function useLineGrid(
  columns: readonly GridColumn[],
  seeds: readonly RowSeed[] = [],
): LineGridModel {
  const today = calendarDate(formatDayOfInstant(useNow()));
  const rules: GridRules = { columns, today };
  const [state, dispatch] = useReducer(
    (current: GridState, action: GridAction) => reduceGrid(current, action, rules),
    undefined,
    () => initialGrid(rules, seeds),
  );
  const commands = useMemo(
    () => ({
      report: (issues: readonly FieldIssue[], path = "lines") =>
        dispatch({ type: "report", issues, path }),
      load: (rows: readonly RowSeed[]) => dispatch({ type: "load", rows }),
      add: (rows: readonly RowSeed[]) => dispatch({ type: "add", rows }),
      fill: (rowId: string, cells: Readonly<Record<string, string>>) =>
        dispatch({ type: "fill", rowId, cells }),
    }),
    [],
  );
  const lines = useMemo(() => filledRows(state.rows), [state.rows]);
  const activeRow = state.rows.find(({ id }) => id === state.active?.rowId) ?? null;
  return { columns, state, lines, activeRow, dispatch, ...commands };
}
