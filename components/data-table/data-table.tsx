"use client";
import { Button } from "@mantine/core";
import { IconFileSpreadsheet } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useMemo } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { InlineNotice } from "@/components/ui/inline-notice";
import { MoneyText } from "@/components/ui/money-text";
import { QuantityText } from "@/components/ui/quantity-text";
import { countedRows, type ListPage, type ListState } from "@/lib/core/list-state";
import { refusalText } from "@/lib/i18n/refusal-text";
import { sumRows } from "./column-totals";
import styles from "./data-table.module.css";
import { FilterBar, FilterChips } from "./filter-bar";
import { exportSearch, isNarrowed } from "./list-params";
import { Pager } from "./pager";
import { SelectionContext } from "./selection";
import { TableBody } from "./table-body";
import { TableHead } from "./table-head";
import type { DataColumn, DataFilter } from "./table-types";
import { TotalsFoot } from "./totals-foot";
import { useListNavigation } from "./use-list-navigation";
import { pinnedPlaces, useTableModel } from "./use-table-model";

export type DataTableProps = {
  /** What the table is, for screen readers: 合同登记表. */
  caption: string;
  columns: readonly DataColumn[];
  /** The answer of `listPage`, as it came. */
  page: ListPage;
  /** The URL's state, from `loadListState`. */
  state: ListState;
  filters?: readonly DataFilter[];
  /** What the search box looks for; null where the register has no search. */
  searchHint?: string | null;
  /** Where a row leads, such as `/contracts/{id}`. */
  rowHref?: string;
  /** The register's name in `/api/export/<register>`; no export button without it. */
  exportName?: string;
  selectable?: boolean;
  /** Buttons for the selected rows; they ask `useTableSelection()`. */
  bulkActions?: ReactNode;
  /** What stands here before the first record. */
  empty?: { title?: string; text?: string; action?: ReactNode };
};

const noFilters: readonly DataFilter[] = [];

/** A register: filters, sort and page in the URL, totals named, rows by keyboard, cards on a phone. */
export function DataTable(props: DataTableProps) {
  const { caption, columns, page, filters = noFilters, selectable = false, exportName } = props;
  const t = useTranslations("grid.table");
  const navigation = useListNavigation(props.state, filters);
  const { table, selected, clear } = useTableModel({
    columns,
    rows: page.rows,
    sort: page.sort,
    selectable,
    onSort: ({ key, direction }) => navigation.go({ sort: key, direction }),
  });
  const pinned = useMemo(() => pinnedPlaces(columns, selectable), [columns, selectable]);
  const selectedTotals = useMemo(
    () =>
      selected.length > 0
        ? sumRows(columns, Object.keys(page.pageTotals), countedRows(selected, page.uncounted))
        : null,
    [columns, page.pageTotals, page.uncounted, selected],
  );
  const selection = { rows: selected, ids: selected.map(({ id }) => id), clear };

  return (
    <SelectionContext value={selection}>
      <section className={styles.frame} aria-label={caption} aria-busy={navigation.isPending}>
        <FilterBar navigation={navigation} filters={filters} searchHint={props.searchHint ?? null}>
          {exportName ? (
            <Button
              component="a"
              href={`/api/export/${exportName}${exportSearch(navigation.state, filters)}`}
              download
              variant="default"
              size="compact-sm"
              leftSection={<IconFileSpreadsheet size={14} aria-hidden="true" />}
            >
              {t("export")}
            </Button>
          ) : null}
        </FilterBar>
        {page.rows.length === 0 ? (
          <NoRows {...props} filters={filters} navigation={navigation} />
        ) : (
          <>
            <div className={styles.scroller} data-pending={navigation.isPending || undefined}>
              <table className={styles.table}>
                <caption className="visually-hidden">{caption}</caption>
                <TableHead
                  table={table}
                  columns={columns}
                  selectable={selectable}
                  pinned={pinned}
                />
                <TableBody
                  table={table}
                  columns={columns}
                  selectable={selectable}
                  pinned={pinned}
                  rowHref={props.rowHref ?? null}
                />
                <TotalsFoot
                  columns={columns}
                  pageTotals={page.pageTotals}
                  leavesOut={page.uncounted !== undefined}
                  selectedTotals={selectedTotals}
                  matching={page.matching}
                  selectable={selectable}
                  onAskMatching={() => navigation.go({ ...placeOf(props.state), totals: true })}
                />
              </table>
            </div>
            {selected.length > 0 ? (
              <SelectionBar
                columns={columns}
                totals={selectedTotals ?? {}}
                count={selected.length}
                onClear={clear}
              >
                {props.bulkActions}
              </SelectionBar>
            ) : null}
          </>
        )}
        {page.rows.length > 0 || page.previous ? (
          <Pager
            navigation={navigation}
            next={page.next}
            previous={page.previous}
            count={page.rows.length}
          />
        ) : null}
      </section>
    </SelectionContext>
  );
}

function placeOf({ after, before }: ListState) {
  return { after, before };
}

type NoRowsProps = DataTableProps & {
  filters: readonly DataFilter[];
  navigation: ReturnType<typeof useListNavigation>;
};

/** Too wide a search, nothing found, or nothing there yet: three different things. */
function NoRows({ page, state, empty = {}, filters, navigation }: NoRowsProps) {
  const t = useTranslations();
  if (page.refusal) {
    const { code, details } = page.refusal;
    return <InlineNotice tone="warn">{refusalText(t, code, details)}</InlineNotice>;
  }
  if (isNarrowed(state)) {
    return (
      <EmptyState
        kind="no_result"
        action={<FilterChips navigation={navigation} filters={filters} />}
      />
    );
  }
  return <EmptyState kind="nothing" {...empty} />;
}

type SelectionBarProps = {
  columns: readonly DataColumn[];
  totals: Readonly<Record<string, string>>;
  count: number;
  onClear: () => void;
  children: ReactNode;
};

/** How many are selected and what they come to, with what can be done with them. */
function SelectionBar({ columns, totals, count, onClear, children }: SelectionBarProps) {
  const t = useTranslations("grid.table");
  return (
    <div className={styles.selection}>
      <output>
        <strong>{t("selected", { count })}</strong>
        {columns.map(({ key, header, kind }) => {
          const total = totals[key];
          if (total === undefined) return null;
          return (
            <span key={key} className={styles.sum}>
              {header}{" "}
              {kind === "money" ? (
                <MoneyText amount={total} symbol />
              ) : (
                <QuantityText quantity={total} />
              )}
            </span>
          );
        })}
      </output>
      <Button variant="subtle" size="compact-sm" onClick={onClear}>
        {t("clear_selection")}
      </Button>
      <div className={styles.tools}>{children}</div>
    </div>
  );
}
