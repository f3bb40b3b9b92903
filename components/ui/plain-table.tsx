import type { ReactNode } from "react";
import styles from "./plain-table.module.css";

type PlainRow = {
  id: string;
  /** One per column, in order. */
  cells: readonly ReactNode[];
  /** Over, inactive: shown in grey. */
  quiet?: boolean;
};

type Props = {
  /** What the table is, for screen readers. */
  caption: string;
  head: readonly string[];
  /** Widths of the columns, where several tables stand under each other. */
  widths?: readonly string[];
  rows: readonly PlainRow[];
  /** The sentence that stands here when there is no row. */
  empty?: string;
};

/** A short list that needs no filter and no page: every row is a card on a phone. */
export function PlainTable({ caption, head, widths, rows, empty }: Props) {
  if (rows.length === 0 && empty) return <p className={styles.empty}>{empty}</p>;
  return (
    <div className={styles.scroller}>
      <table className={styles.table}>
        <caption className="visually-hidden">{caption}</caption>
        {widths ? (
          <colgroup>
            {head.map((label, column) => (
              <col key={label} style={{ width: widths[column] }} />
            ))}
          </colgroup>
        ) : null}
        <thead>
          <tr>
            {head.map((label) => (
              <th key={label} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, cells, quiet }) => (
            <tr key={id} data-quiet={quiet || undefined}>
              {head.map((label, column) => (
                <td key={label} data-label={label}>
                  <span>{cells[column] ?? "—"}</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
