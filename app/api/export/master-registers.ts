import { columnsOf, labelsOf, optionsFrom } from "@/components/data-table/columns-of";
import type { DataFilter } from "@/components/data-table/table-types";
import {
  delegatedActColumns,
  delegatedActFilters,
} from "@/components/people/delegated-acts-register";
import { TERM_CHANGE_STATUSES } from "@/lib/credit/lifecycle";
import { termChangeList } from "@/lib/credit/term-change-list";
import { MANUAL_CHANGE_KINDS, SETTLEMENT_MODES } from "@/lib/credit/terms-policy";
import { customerList, customerListScope } from "@/lib/customers/customer-list";
import { CUSTOMER_CATEGORIES, CUSTOMER_STAGES } from "@/lib/customers/schema";
import type { AnyTranslator } from "@/lib/i18n/refusal-text";
import { actChoices, actsScope, delegatedActs } from "@/lib/people/delegated-acts-list";
import { productList } from "@/lib/products/product-list";
import { PRODUCT_CATEGORIES } from "@/lib/products/schema";
import { EVERY_ROW } from "@/lib/server/list-sql";
import type { ExportableRegister } from "./export-register";

const TERM_KINDS = [...MANUAL_CHANGE_KINDS, "ANNUL"] as const;

function enumFilter(
  key: string,
  t: AnyTranslator,
  label: string,
  [values, prefix]: readonly [readonly string[], string],
): DataFilter {
  return { key, kind: "enum", label: wordOf(t, label), options: optionsFrom(values, t, prefix) };
}

function filter(key: string, t: AnyTranslator, label: string, kind: "flag" | "dates" = "flag") {
  return { key, kind, label: wordOf(t, label) };
}

// Translators know their keys by type; these are data.
function wordOf(t: AnyTranslator, key: string): string {
  return (t as unknown as (key: string) => string)(key);
}

const category = [CUSTOMER_CATEGORIES, "customers.category"] as const;
const stage = [CUSTOMER_STAGES, "customers.stage"] as const;
const mode = [SETTLEMENT_MODES, "credit.mode"] as const;
const kind = [TERM_KINDS, "credit.kind"] as const;
const termStatus = [TERM_CHANGE_STATUSES, "credit.status"] as const;
const productCategory = [PRODUCT_CATEGORIES, "products.category"] as const;

function labels([values, prefix]: readonly [readonly string[], string], t: AnyTranslator) {
  return { labels: labelsOf(values, t, prefix) };
}

/** What delegates signed (F45); its filters name people. */
const DELEGATED_ACTS: ExportableRegister = {
  permission: "duty:read",
  spec: async () => delegatedActs(await actChoices()),
  scope: actsScope,
  columns: delegatedActColumns,
  filters: async (t) => delegatedActFilters(t, await actChoices()),
  title: "people.delegated_acts.title",
};

/** Customers, products, the changes of settlement terms and the acts of delegates. */
export const MASTER_REGISTERS: Readonly<Record<string, ExportableRegister>> = {
  "delegated-acts": DELEGATED_ACTS,
  customers: {
    permission: "customer:read",
    spec: () => customerList,
    scope: customerListScope,
    columns: (columns, t) =>
      columnsOf(columns, t, {
        category: labels(category, t),
        stage: labels(stage, t),
        settlementMode: labels(mode, t),
      }),
    filters: (t) => [
      enumFilter("category", t, "customers.columns.category", category),
      enumFilter("stage", t, "customers.columns.stage", stage),
      enumFilter("mode", t, "customers.columns.settlement_mode", mode),
      filter("key", t, "customers.fields.is_key"),
      filter("designated", t, "customers.fields.designated_prepaid"),
      filter("created", t, "customers.columns.created_at", "dates"),
    ],
    title: "customers.title",
  },
  products: {
    permission: "product:read",
    spec: () => productList,
    scope: () => EVERY_ROW,
    columns: (columns, t) => columnsOf(columns, t, { category: labels(productCategory, t) }),
    filters: (t) => [
      enumFilter("category", t, "products.columns.category", productCategory),
      ...["special", "unproduced", "tool", "unpriced", "resting"].map((key) =>
        filter(key, t, `products.filters.${key}`),
      ),
    ],
    title: "products.title",
  },
  term_changes: {
    permission: "terms:read",
    spec: () => termChangeList,
    scope: () => EVERY_ROW,
    columns: (columns, t) =>
      columnsOf(columns, t, {
        kind: labels(kind, t),
        beforeMode: labels(mode, t),
        afterMode: labels(mode, t),
        status: labels(termStatus, t),
      }),
    filters: (t) => [
      enumFilter("status", t, "credit.columns.status", termStatus),
      enumFilter("kind", t, "credit.columns.kind", kind),
      { key: "customer", kind: "customers", label: wordOf(t, "credit.columns.customer") },
      filter("created", t, "credit.columns.created_at", "dates"),
    ],
    title: "credit.title",
  },
};
