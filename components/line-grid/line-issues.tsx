import { useTranslations } from "next-intl";
import { refusalText } from "@/lib/i18n/refusal-text";
import type { CellIssue, GridColumn, GridRow } from "./grid-types";
import styles from "./line-grid.module.css";

type Props = {
  row: GridRow;
  columns: readonly GridColumn[];
  issues: Readonly<Record<string, CellIssue>>;
};

export function issueIdOf(row: GridRow, column: GridColumn): string {
  return `${row.id}-${column.key}-issue`;
}

/** What is wrong with a line, under it and as wide as it: in a narrow cell a sentence would be cut off. */
export function LineIssues({ row, columns, issues }: Props) {
  const t = useTranslations();
  return (
    <td className={styles.issues}>
      {columns.map((column) => {
        const issue = issues[column.key];
        return issue ? (
          <span key={column.key} id={issueIdOf(row, column)} className={styles.issue}>
            {column.header}: {refusalText(t, issue.code, issue.details)}
          </span>
        ) : null;
      })}
    </td>
  );
}
