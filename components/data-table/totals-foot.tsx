"use client";
import { Button } from "@mantine/core";
import { useTranslations } from "next-intl";
import { MoneyText } from "@/components/ui/money-text";
import { QuantityText } from "@/components/ui/quantity-text";
import type { ListMatching } from "@/lib/core/list-state";
import styles from "./data-table.module.css";
import type { DataColumn } from "./table-types";

type Totals = Readonly<Record<string, string>>;

type Props = {
  columns: readonly DataColumn[];
  pageTotals: Totals;
  /** Some rows of the register count in no sum. */
  leavesOut: boolean;
  selectedTotals: Totals | null;
  matching: ListMatching | null;
  selectable: boolean;
  onAskMatching: () => void;
};

/** What is added up is always named: this page, the selection, or everything (on request). */
export function TotalsFoot(props: Props) {
  const { pageTotals, selectedTotals, matching, onAskMatching } = props;
  const t = useTranslations("grid.table");
  if (Object.keys(pageTotals).length === 0) return null;
  return (
    <tfoot>
      <TotalsLine {...props} label={t("page_total")} totals={pageTotals} />
      {selectedTotals ? (
        <TotalsLine {...props} label={t("selected_total")} totals={selectedTotals} />
      ) : null}
      {matching && !matching.timedOut ? (
        <TotalsLine
          {...props}
          label={`${t("matching_total")} · ${t("matching_count", { count: matching.count })}`}
          totals={matching.totals}
        />
      ) : (
        <tr className={styles.ask}>
          <td colSpan={props.columns.length + (props.selectable ? 1 : 0)}>
            {matching ? (
              <span role="status">{t("matching_slow")}</span>
            ) : (
              <Button variant="subtle" size="compact-sm" onClick={onAskMatching}>
                {t("show_matching")}
              </Button>
            )}
          </td>
        </tr>
      )}
    </tfoot>
  );
}

function TotalsLine({
  columns,
  totals,
  label,
  selectable,
  leavesOut,
}: Props & { label: string; totals: Totals }) {
  // The label takes the room up to the first total; at least one column.
  const first = columns.findIndex(({ key }) => key in totals);
  const span = Math.max(1, first);
  const t = useTranslations("grid.table");
  return (
    <tr>
      <th scope="row" colSpan={span + (selectable ? 1 : 0)}>
        {leavesOut ? t("without_voided", { label }) : label}
      </th>
      {columns.slice(span).map((column) => (
        <td
          key={column.key}
          data-kind={column.kind}
          data-figure
          data-label={column.header}
          data-empty={!(column.key in totals)}
        >
          <Total column={column} text={totals[column.key]} />
        </td>
      ))}
    </tr>
  );
}

function Total({ column, text }: { column: DataColumn; text: string | undefined }) {
  if (text === undefined) return null;
  return column.kind === "money" ? (
    <MoneyText amount={text} symbol bold />
  ) : (
    <QuantityText quantity={text} bold />
  );
}
