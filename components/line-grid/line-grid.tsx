"use client";
import { Button } from "@mantine/core";
import { IconArrowBackUp, IconPlus } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import {
  type CSSProperties,
  memo,
  type ReactNode,
  useDeferredValue,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
} from "react";
import type { GridColumn, GridRow } from "./grid-types";
import styles from "./line-grid.module.css";
import { LineRow } from "./line-row";
import { firstStop } from "./navigation";
import { TotalsRow } from "./totals-row";
import { useGridKeys } from "./use-grid-keys";
import type { LineGridModel } from "./use-line-grid";

type Props = {
  grid: LineGridModel;
  /** Names the grid for screen readers; 明细 otherwise. */
  label?: string;
  /** Shows the lines without letting anyone change them. */
  readOnly?: boolean;
  maxRows?: number;
  /** What stands under the grid, such as the total in words; a stable function is called only when lines change. */
  summary?: (lines: readonly GridRow[]) => ReactNode;
  /** Told about the row with the focus, after every key that changes it. */
  onFocusRow?: (row: GridRow | null) => void;
  /** Ctrl+Enter; what was typed last is read before. */
  onSubmit?: () => void;
};

const NUMBER_WIDTH = 44;

/** Each row is a CSS grid with these tracks, so that rows out of sight cost nothing when a key is pressed. */
function widthsOf(columns: readonly GridColumn[]): CSSProperties {
  const tracks = columns.map(({ width }) => `minmax(${width}px, ${width}fr)`).join(" ");
  const least = columns.reduce((sum, { width }) => sum + width, NUMBER_WIDTH);
  const properties = { "--tracks": `${NUMBER_WIDTH}px ${tracks}`, "--least-width": `${least}px` };
  return properties as CSSProperties;
}

/** The grid in which order lines are typed: Enter leads through the needed cells, wholly without a mouse. */
export function LineGrid({
  grid,
  label,
  readOnly = false,
  maxRows = 300,
  summary,
  onFocusRow,
  onSubmit,
}: Props) {
  const t = useTranslations("grid.lines");
  const { state, columns, dispatch, activeRow, lines } = grid;
  const { rows, active, issues, removed } = state;
  const table = useRef<HTMLTableElement>(null);
  const hintId = useId();
  useFocusFollowsMoves(grid, table);
  const isFull = rows.length >= maxRows;
  const keys = useGridKeys({ grid, readOnly, maxRows, onSubmit });

  useEffect(() => onFocusRow?.(activeRow), [onFocusRow, activeRow]);

  const start = rows[0] ? firstStop(rows[0], columns) : null;
  const tabStop = active ?? start;
  // Totals may come a moment after the key: typing never waits for sums.
  const settled = useDeferredValue(lines);
  return (
    <div className={styles.frame}>
      <div className={styles.scroller}>
        <table
          ref={table}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table of inputs is a grid.
          role="grid"
          aria-label={label ?? t("label")}
          aria-rowcount={rows.length + 1}
          aria-readonly={readOnly}
          aria-describedby={hintId}
          className={styles.grid}
          style={widthsOf(columns)}
          onKeyDown={keys}
        >
          <thead>
            <tr>
              <th scope="col" className={styles.number}>
                <span className="visually-hidden">{t("row_number")}</span>
              </th>
              {columns.map(({ key, header, kind, needed }) => (
                <th key={key} scope="col" data-kind={kind}>
                  {header}
                  {needed && !readOnly ? (
                    <span aria-hidden="true" className={styles.needed}>
                      *
                    </span>
                  ) : null}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <LineRow
                key={row.id}
                row={row}
                index={index}
                columns={columns}
                readOnly={readOnly}
                tabKey={tabStop?.rowId === row.id ? tabStop.key : null}
                isActive={active?.rowId === row.id}
                issues={issues[row.id]}
                dispatch={dispatch}
              />
            ))}
          </tbody>
          <TotalsRow columns={columns} lines={settled} />
        </table>
      </div>
      <div className={styles.foot}>
        {readOnly ? null : (
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconPlus size={14} aria-hidden="true" />}
            disabled={isFull}
            onClick={() => dispatch({ type: "append" })}
          >
            {t("add_row")}
          </Button>
        )}
        {removed && !readOnly ? (
          <span role="status" className={styles.removed}>
            {t("removed", { row: removed.index + 1 })}
            <Button
              variant="subtle"
              size="compact-sm"
              leftSection={<IconArrowBackUp size={14} aria-hidden="true" />}
              onClick={() => dispatch({ type: "restore" })}
            >
              {t("restore")}
            </Button>
          </span>
        ) : null}
        <span className={styles.count}>
          {isFull && !readOnly ? t("full", { count: maxRows }) : t("rows", { count: lines.length })}
        </span>
        {summary ? <Summary lines={settled} render={summary} /> : null}
      </div>
      <p id={hintId} className={styles.keys} hidden={readOnly}>
        {t("keys")}
      </p>
    </div>
  );
}

type SummaryProps = { lines: readonly GridRow[]; render: NonNullable<Props["summary"]> };

const Summary = memo(function Summary({ lines, render }: SummaryProps) {
  return <div className={styles.summary}>{render(lines)}</div>;
});

/** The focus goes where a key has led, with the text selected so that typing replaces it. */
function useFocusFollowsMoves({ state }: LineGridModel, table: { current: HTMLElement | null }) {
  const { active, moves } = state;
  const followed = useRef(0);
  useLayoutEffect(() => {
    if (!active || moves === followed.current) return;
    followed.current = moves;
    const cell = table.current?.querySelector<HTMLElement>(
      `[data-row="${active.rowId}"][data-key="${active.key}"]`,
    );
    cell?.focus();
    if (cell instanceof HTMLInputElement) cell.select();
  }, [active, moves, table]);
}
