import { getTranslations } from "next-intl/server";
import { DataTable } from "@/components/data-table/data-table";
import type { DataColumn, DataFilter } from "@/components/data-table/table-types";
import { ButtonLink } from "@/components/ui/button-link";
import type { ListPage, ListState } from "@/lib/core/list-state";
import { PRODUCT_CATEGORIES } from "@/lib/products/schema";

type Props = { page: ListPage; state: ListState; mayCreate: boolean; seesPrices: boolean };

/** The products' register with its words. */
export async function ProductRegister({ page, state, mayCreate, seesPrices }: Props) {
  const t = await getTranslations("products");
  const categories = Object.fromEntries(PRODUCT_CATEGORIES.map((c) => [c, t(`category.${c}`)]));
  const columns: DataColumn[] = [
    {
      key: "productCode",
      kind: "link",
      header: t("columns.code"),
      href: "/products/{id}",
      sortable: true,
      pinned: true,
      width: 104,
      priority: 1,
    },
    {
      key: "name",
      kind: "text",
      header: t("columns.name"),
      sortable: true,
      pinned: true,
      width: 176,
      priority: 1,
    },
    { key: "spec", kind: "text", header: t("columns.spec"), width: 176, priority: 1 },
    { key: "category", kind: "text", header: t("columns.category"), labels: categories, width: 96 },
    { key: "drawingNo", kind: "code", header: t("columns.drawing_no") },
    { key: "material", kind: "text", header: t("columns.material"), width: 120 },
    { key: "coating", kind: "text", header: t("columns.coating"), width: 80, priority: 3 },
    { key: "unit", kind: "text", header: t("columns.unit"), width: 56 },
    ...(seesPrices
      ? [{ key: "listPrice", kind: "price" as const, header: t("columns.list_price") }]
      : []),
    { key: "isStandard", kind: "boolean", header: t("columns.is_standard"), priority: 3 },
    {
      key: "firstProducedOn",
      kind: "date",
      header: t("columns.first_produced_on"),
      sortable: true,
      priority: 3,
    },
    { key: "active", kind: "boolean", header: t("columns.active"), priority: 3 },
  ];
  const filters: DataFilter[] = [
    {
      key: "category",
      kind: "enum",
      label: t("columns.category"),
      options: PRODUCT_CATEGORIES.map((value) => ({ value, label: t(`category.${value}`) })),
    },
    { key: "special", kind: "flag", label: t("filters.special") },
    { key: "unproduced", kind: "flag", label: t("filters.unproduced") },
    { key: "tool", kind: "flag", label: t("filters.tool") },
    ...(seesPrices
      ? [{ key: "unpriced", kind: "flag" as const, label: t("filters.unpriced") }]
      : []),
    { key: "resting", kind: "flag", label: t("filters.resting") },
  ];
  return (
    <DataTable
      caption={t("title")}
      columns={columns}
      filters={filters}
      page={page}
      state={state}
      searchHint={t("search_hint")}
      rowHref="/products/{id}"
      exportName="products"
      empty={{
        title: t("empty.title"),
        text: t("empty.text"),
        ...(mayCreate
          ? { action: <ButtonLink href="/products/new">{t("new_title")}</ButtonLink> }
          : {}),
      }}
    />
  );
}
