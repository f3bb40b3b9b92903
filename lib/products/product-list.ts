import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import type { ListPage, ListState } from "@/lib/core/list-state";
import { Prisma } from "@/lib/server/db";
import { listPage } from "@/lib/server/list-query";
import { defineList, type ListColumn, type ListSpec } from "@/lib/server/list-spec";
import { PRODUCT_CATEGORIES } from "./schema";

const columns: readonly ListColumn[] = [
  {
    key: "productCode",
    kind: "link",
    sql: Prisma.sql`p.product_code`,
    header: "products.columns.code",
    sortable: true,
  },
  {
    key: "name",
    kind: "text",
    sql: Prisma.sql`p.name`,
    header: "products.columns.name",
    sortable: true,
  },
  {
    key: "category",
    kind: "state",
    sql: Prisma.sql`p.category`,
    header: "products.columns.category",
  },
  { key: "spec", kind: "text", sql: Prisma.sql`p.spec`, header: "products.columns.spec" },
  {
    key: "drawingNo",
    kind: "code",
    sql: Prisma.sql`p.drawing_no`,
    header: "products.columns.drawing_no",
  },
  {
    key: "material",
    kind: "text",
    sql: Prisma.sql`p.material`,
    header: "products.columns.material",
  },
  { key: "coating", kind: "text", sql: Prisma.sql`p.coating`, header: "products.columns.coating" },
  { key: "unit", kind: "text", sql: Prisma.sql`p.unit`, header: "products.columns.unit" },
  {
    key: "listPrice",
    kind: "price",
    sql: Prisma.sql`nullif(p.list_price, 0)`,
    header: "products.columns.list_price",
    nullable: true,
    permission: "price:see",
  },
  {
    key: "isStandard",
    kind: "boolean",
    sql: Prisma.sql`p.is_standard`,
    header: "products.columns.is_standard",
  },
  {
    key: "firstProducedOn",
    kind: "date",
    sql: Prisma.sql`p.first_produced_on`,
    header: "products.columns.first_produced_on",
    nullable: true,
    sortable: true,
  },
  { key: "active", kind: "boolean", sql: Prisma.sql`p.active`, header: "products.columns.active" },
];

/** The products' register, by code. */
export const productList: ListSpec = defineList({
  register: "products",
  from: Prisma.sql`product p`,
  id: Prisma.sql`p.id`,
  columns,
  filters: [
    {
      key: "category",
      kind: "enum",
      sql: Prisma.sql`p.category`,
      values: PRODUCT_CATEGORIES,
    },
    { key: "special", kind: "flag", sql: Prisma.sql`not p.is_standard` },
    { key: "unproduced", kind: "flag", sql: Prisma.sql`p.first_produced_on is null` },
    { key: "tool", kind: "flag", sql: Prisma.sql`p.is_tool` },
    { key: "unpriced", kind: "flag", sql: Prisma.sql`p.list_price = 0` },
    { key: "resting", kind: "flag", sql: Prisma.sql`not p.active` },
  ],
  search: { text: { sql: Prisma.sql`p.search_text` } },
  defaultSort: { key: "productCode", direction: "asc" },
});

/** One page of the products; everybody sees all, prices apart. */
export function listProducts(actor: Actor, state: ListState): Promise<ListPage> {
  return listPage(productList, { actor, state, scope: Prisma.sql`true` });
}
