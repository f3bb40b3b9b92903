import { useTranslations } from "next-intl";
import { memo } from "react";
import { formatMoney, formatQuantity } from "@/lib/i18n/format";
import type { GridColumn, GridRow } from "./grid-types";
import styles from "./line-grid.module.css";

type Props = { columns: readonly GridColumn[]; lines: readonly GridRow[] };

/** The 合计 row; only where a column has a total. */
export const TotalsRow = memo(function TotalsRow({ columns, lines }: Props) {
  const t = useTranslations("grid.lines");
  if (!columns.some(({ total }) => total)) return null;
  return (
    <tfoot>
      <tr>
        <th scope="row" className={styles.number}>
          {t("total")}
        </th>
        {columns.map((column) => (
          <td
            key={column.key}
            data-kind={column.kind}
            data-label={column.header}
            data-empty={!column.total}
          >
            {column.total ? shownFigure(column, column.total(lines)) : null}
          </td>
        ))}
      </tr>
    </tfoot>
  );
});

/** A computed or totalled figure as people read it. */
export function shownFigure({ kind }: GridColumn, text: string): string {
  if (text === "") return "";
  if (kind === "money") return formatMoney(text);
  return kind === "quantity" ? formatQuantity(text) : text;
}
