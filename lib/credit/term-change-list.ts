import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import type { ListPage, ListState } from "@/lib/core/list-state";
import { resolveCustomersByName } from "@/lib/customers/search";
import { Prisma } from "@/lib/server/db";
import { listPage } from "@/lib/server/list-query";
import { defineList, type ListSpec } from "@/lib/server/list-spec";
import { TERM_CHANGE_STATUSES } from "./lifecycle";
import { MANUAL_CHANGE_KINDS } from "./terms-policy";

/** The register of settlement-term changes (F20), newest first. */
export const termChangeList: ListSpec = defineList({
  register: "term_changes",
  from: Prisma.sql`term_change t`,
  id: Prisma.sql`t.id`,
  columns: [
    {
      key: "docNo",
      kind: "link",
      sql: Prisma.sql`t.doc_no`,
      header: "credit.columns.doc_no",
      nullable: true,
    },
    {
      key: "createdOn",
      kind: "instant",
      sql: Prisma.sql`t.created_at`,
      header: "credit.columns.created_at",
      sortable: true,
    },
    {
      key: "customerName",
      kind: "text",
      sql: Prisma.sql`t.customer_name`,
      header: "credit.columns.customer",
    },
    { key: "kind", kind: "state", sql: Prisma.sql`t.kind`, header: "credit.columns.kind" },
    {
      key: "beforeMode",
      kind: "state",
      sql: Prisma.sql`t.before_mode`,
      header: "credit.columns.before_mode",
    },
    {
      key: "afterMode",
      kind: "state",
      sql: Prisma.sql`t.after_mode`,
      header: "credit.columns.after_mode",
    },
    {
      key: "afterLimit",
      kind: "money",
      sql: Prisma.sql`t.after_limit`,
      header: "credit.columns.after_limit",
      nullable: true,
    },
    { key: "status", kind: "state", sql: Prisma.sql`t.status`, header: "credit.columns.status" },
    {
      key: "decidedOn",
      kind: "date",
      sql: Prisma.sql`t.decided_on`,
      header: "credit.columns.decided_on",
      nullable: true,
    },
    {
      key: "createdByName",
      kind: "text",
      sql: Prisma.sql`t.created_by_name`,
      header: "credit.columns.created_by",
    },
  ],
  filters: [
    { key: "status", kind: "enum", sql: Prisma.sql`t.status`, values: TERM_CHANGE_STATUSES },
    {
      key: "kind",
      kind: "enum",
      sql: Prisma.sql`t.kind`,
      values: [...MANUAL_CHANGE_KINDS, "ANNUL"],
    },
    { key: "created", kind: "dates", sql: Prisma.sql`t.created_at`, instant: true },
  ],
  search: {
    number: { sql: Prisma.sql`t.doc_no`, pattern: /^xy\d/ },
    customer: { sql: Prisma.sql`t.customer_id`, resolve: resolveCustomersByName },
  },
  defaultSort: { key: "createdOn", direction: "desc" },
});

/** One page of the register; everybody with `terms:read` sees all of it. */
export function listTermChanges(actor: Actor, state: ListState): Promise<ListPage> {
  return listPage(termChangeList, { actor, state, scope: Prisma.sql`true` });
}

/** What the list's URL may narrow by, customers included. */
export const termChangeFilters = [...(termChangeList.filters ?? []), { key: "customer" }];
