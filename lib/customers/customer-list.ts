import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import type { ListPage, ListState } from "@/lib/core/list-state";
import { Prisma } from "@/lib/server/db";
import { listPage } from "@/lib/server/list-query";
import { defineList, type ListSpec } from "@/lib/server/list-spec";
import { cooperationStartSql } from "./cooperation";
import { CUSTOMER_CATEGORIES, CUSTOMER_STAGES } from "./schema";
import { customerScopeSql } from "./scope";

const MODES = ["PREPAID", "MONTHLY", "QUARTERLY", "ACCUMULATED"] as const;

/** The customers' register, by code. */
export const customerList: ListSpec = defineList({
  register: "customers",
  from: Prisma.sql`customer c left join person o on o.id = c.owner_id`,
  id: Prisma.sql`c.id`,
  columns: [
    {
      key: "customerCode",
      kind: "link",
      sql: Prisma.sql`c.customer_code`,
      header: "customers.columns.code",
      sortable: true,
    },
    {
      key: "name",
      kind: "text",
      sql: Prisma.sql`c.name`,
      header: "customers.columns.name",
      sortable: true,
    },
    {
      key: "category",
      kind: "state",
      sql: Prisma.sql`c.category`,
      header: "customers.columns.category",
    },
    { key: "stage", kind: "state", sql: Prisma.sql`c.stage`, header: "customers.columns.stage" },
    {
      key: "isKey",
      kind: "boolean",
      sql: Prisma.sql`c.is_key`,
      header: "customers.columns.is_key",
    },
    {
      key: "settlementMode",
      kind: "state",
      sql: Prisma.sql`c.settlement_mode`,
      header: "customers.columns.settlement_mode",
    },
    {
      key: "cooperationStart",
      kind: "date",
      sql: cooperationStartSql(),
      header: "customers.columns.cooperation_start",
      nullable: true,
    },
    {
      key: "contactName",
      kind: "text",
      sql: Prisma.sql`(select p.name from customer_contact p where p.customer_id = c.id
        order by p.is_default desc, p.sort_no limit 1)`,
      header: "customers.columns.contact",
      nullable: true,
    },
    {
      key: "contactPhone",
      kind: "text",
      sql: Prisma.sql`(select coalesce(nullif(p.mobile, ''), p.landline) from customer_contact p
        where p.customer_id = c.id order by p.is_default desc, p.sort_no limit 1)`,
      header: "customers.columns.phone",
      nullable: true,
    },
    {
      key: "ownerName",
      kind: "text",
      sql: Prisma.sql`o.display_name`,
      header: "customers.columns.owner",
      nullable: true,
    },
    {
      key: "createdOn",
      kind: "instant",
      sql: Prisma.sql`c.created_at`,
      header: "customers.columns.created_at",
      sortable: true,
    },
  ],
  filters: [
    {
      key: "category",
      kind: "enum",
      sql: Prisma.sql`c.category`,
      values: CUSTOMER_CATEGORIES,
    },
    { key: "stage", kind: "enum", sql: Prisma.sql`c.stage`, values: CUSTOMER_STAGES },
    { key: "mode", kind: "enum", sql: Prisma.sql`c.settlement_mode`, values: MODES },
    { key: "key", kind: "flag", sql: Prisma.sql`c.is_key` },
    { key: "designated", kind: "flag", sql: Prisma.sql`c.designated_prepaid` },
    { key: "created", kind: "dates", sql: Prisma.sql`c.created_at`, instant: true },
  ],
  search: { text: { sql: Prisma.sql`c.search_text` } },
  defaultSort: { key: "customerCode", direction: "desc" },
});

/** Merged files are reached through the one that stayed; salespeople see their own. */
export function customerListScope(actor: Actor): Prisma.Sql {
  return Prisma.sql`c.merged_into_id is null and ${customerScopeSql(actor)}`;
}

/** One page of the customers that the actor may see. */
export function listCustomers(actor: Actor, state: ListState): Promise<ListPage> {
  return listPage(customerList, { actor, state, scope: customerListScope(actor) });
}
