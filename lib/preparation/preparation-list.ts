import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import type { ListPage, ListState } from "@/lib/core/list-state";
import { resolveCustomersByName } from "@/lib/customers/queries";
import { Prisma } from "@/lib/server/db";
import { listPage } from "@/lib/server/list-query";
import { defineList, type ListColumn, type ListSpec } from "@/lib/server/list-spec";
import { EVERY_ROW } from "@/lib/server/list-sql";
import { PREPARATION_STATUSES } from "./lifecycle";

const column = (
  key: string,
  kind: ListColumn["kind"],
  sql: Prisma.Sql,
  rest: Partial<ListColumn> = {},
): ListColumn => ({
  key,
  kind,
  sql,
  header: `preparation.columns.${key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`,
  ...rest,
});

/** The register of preparation orders (F08), newest first. */
export const preparationList: ListSpec = defineList({
  register: "preparation",
  from: Prisma.sql`preparation_order d
    cross join lateral (select sum(l.prepare_qty - l.released_qty) as asked, sum(l.prepared_qty) as ready,
      bool_or(l.prepared_qty < l.prepare_qty - l.released_qty) as short
      from preparation_line l where l.preparation_id = d.id) q
    left join production_task k on k.id = d.task_id`,
  id: Prisma.sql`d.id`,
  defaultSort: { key: "createdAt", direction: "desc" },
  search: {
    number: [
      { sql: Prisma.sql`d.doc_no`, pattern: /^BH\d/i },
      { sql: Prisma.sql`d.contract_no`, pattern: /^LG\d/i },
    ],
    customer: { sql: Prisma.sql`d.customer_id`, resolve: resolveCustomersByName },
  },
  filters: [
    { key: "status", kind: "enum", sql: Prisma.sql`d.status::text`, values: PREPARATION_STATUSES },
    { key: "contract", kind: "prefix", sql: Prisma.sql`d.contract_no`, upperCase: true },
    { key: "dueOn", kind: "dates", sql: Prisma.sql`d.due_on` },
    { key: "short", kind: "flag", sql: Prisma.sql`(q.short or d.shortage_note <> '')` },
  ],
  columns: [
    column("number", "link", Prisma.sql`coalesce(d.doc_no, '—')`),
    column("status", "state", Prisma.sql`d.status`),
    column("contractNo", "code", Prisma.sql`d.contract_no`),
    column("customer", "text", Prisma.sql`d.customer_name`),
    column("dueOn", "date", Prisma.sql`d.due_on`, { sortable: true }),
    column("prepareQty", "quantity", Prisma.sql`q.asked`, { totalled: true }),
    column("preparedQty", "quantity", Prisma.sql`q.ready`, { totalled: true, nullable: true }),
    column("task", "text", Prisma.sql`coalesce(k.doc_no, '')`),
    column("preparedBy", "text", Prisma.sql`d.prepared_by_name`),
    column("keeper", "text", Prisma.sql`coalesce(d.keeper_name, d.received_by_name, '')`),
    column("createdAt", "instant", Prisma.sql`d.created_at`, { sortable: true }),
  ],
});

/** One page of the orders; whoever may read them sees all. */
export function listPreparations(actor: Actor, state: ListState): Promise<ListPage> {
  return listPage(preparationList, { actor, state, scope: EVERY_ROW });
}
