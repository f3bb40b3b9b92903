import type { useTranslations } from "next-intl";
import type { ListState } from "@/lib/core/list-state";
import type { DataFilter } from "./table-types";

/** Both `useTranslations("grid.table")` and `getTranslations("grid.table")` give it. */
export type TableWords = ReturnType<typeof useTranslations<"grid.table">>;

/** What one filter is narrowed to, in words: 草稿、待审批, or 2026-01-01 至 2026-01-31. */
export function chosenWords(t: TableWords, filter: DataFilter, values: readonly string[]): string {
  if (filter.kind === "dates") {
    const [from = "", to = ""] = values;
    if (from && to) return from === to ? from : t("range", { from, to });
    return from ? t("range_from", { from }) : t("range_to", { to });
  }
  if (filter.kind === "flag") return "";
  const known = [...(filter.options ?? []), ...(filter.chosen ?? [])];
  return values
    .map((value) => known.find((option) => option.value === value)?.label ?? value)
    .join("、");
}

/** Everything that narrows a list, in one line for the first row of its export; empty when nothing does. */
export function allFilterWords(
  t: TableWords,
  filters: readonly DataFilter[],
  state: ListState,
): string {
  const words = filters.flatMap((filter) => {
    const values = state.filters[filter.key];
    if (!values) return [];
    const chosen = chosenWords(t, filter, values);
    return [chosen === "" ? filter.label : `${filter.label}: ${chosen}`];
  });
  return [...(state.q === "" ? [] : [`${t("search")}: ${state.q}`]), ...words].join("; ");
}
