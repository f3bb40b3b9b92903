import "server-only";
import { type Actor, can } from "@/lib/auth/permissions";
import type { ListPage, ListState } from "@/lib/core/list-state";
import { resolveCustomersByName } from "@/lib/customers/queries";
import { Prisma } from "@/lib/server/db";
import { listPage } from "@/lib/server/list-query";
import { defineList, type ListSpec } from "@/lib/server/list-spec";
import { WALK_IN_STATUSES } from "./lifecycle";
import { overdueSql } from "./overdue";

/** The register of walk-in pickups (F40), newest first; what is late is judged by `today`. */
export function walkInList(today: string): ListSpec {
  return defineList({
    register: "walk-in",
    from: Prisma.sql`walk_in w`,
    id: Prisma.sql`w.id`,
    defaultSort: { key: "createdAt", direction: "desc" },
    search: {
      number: [
        { sql: Prisma.sql`w.doc_no`, pattern: /^LT\d/i },
        { sql: Prisma.sql`w.contract_no`, pattern: /^LG\d/i },
      ],
      customer: { sql: Prisma.sql`w.customer_id`, resolve: resolveCustomersByName },
    },
    filters: [
      { key: "status", kind: "enum", sql: Prisma.sql`w.status::text`, values: WALK_IN_STATUSES },
      { key: "overdue", kind: "flag", sql: overdueSql(today) },
      { key: "contract", kind: "prefix", sql: Prisma.sql`w.contract_no`, upperCase: true },
      { key: "handedOver", kind: "dates", sql: Prisma.sql`w.handed_over_at`, instant: true },
      { key: "created", kind: "dates", sql: Prisma.sql`w.created_at`, instant: true },
    ],
    columns: [
      {
        key: "docNo",
        kind: "link",
        sql: Prisma.sql`coalesce(w.doc_no, '—')`,
        header: "walkin.columns.doc_no",
      },
      { key: "status", kind: "state", sql: Prisma.sql`w.status`, header: "walkin.columns.status" },
      text("customerName", Prisma.sql`w.customer_name`, "customer"),
      text("receiverName", Prisma.sql`w.receiver_name`, "receiver"),
      text("paymentTerm", Prisma.sql`w.payment_term::text`, "payment_term"),
      {
        key: "totalAmount",
        kind: "money",
        sql: Prisma.sql`w.total_amount`,
        header: "walkin.columns.amount",
        totalled: true,
        permission: "price:see",
      },
      {
        key: "handedOverAt",
        kind: "instant",
        sql: Prisma.sql`w.handed_over_at`,
        header: "walkin.columns.handed_over",
        nullable: true,
        sortable: true,
      },
      date("draftDueOn", Prisma.sql`w.draft_due_on`, "draft_due"),
      date("effectiveDueOn", Prisma.sql`w.effective_due_on`, "effective_due"),
      {
        key: "overdue",
        kind: "text",
        sql: Prisma.sql`case when ${overdueSql(today)} then
          case when w.status = 'HANDED_OVER' and w.draft_due_on < ${today}::date then 'draft' else 'effective' end
          else '' end`,
        header: "walkin.columns.overdue",
      },
      { ...text("slipNo", Prisma.sql`w.slip_no`, "slip_no"), kind: "code" },
      { ...text("contractNo", Prisma.sql`w.contract_no`, "contract_no"), kind: "code" },
      text("preparedByName", Prisma.sql`w.prepared_by_name`, "prepared_by"),
      {
        key: "createdAt",
        kind: "instant",
        sql: Prisma.sql`w.created_at`,
        header: "walkin.columns.pickup_at",
        sortable: true,
      },
    ],
  });
}

type Column = ListSpec["columns"][number];

function text(key: string, sql: Prisma.Sql, header: string): Column {
  return { key, kind: "text", sql, header: `walkin.columns.${header}` };
}

function date(key: string, sql: Prisma.Sql, header: string): Column {
  return {
    key,
    kind: "date",
    sql,
    header: `walkin.columns.${header}`,
    nullable: true,
    sortable: true,
  };
}

export function walkInScope(actor: Actor): Prisma.Sql {
  return can(actor, "walkin:read") ? Prisma.sql`true` : Prisma.sql`false`;
}

/** One page of the pickups; nothing for whoever may not read them. */
export function listWalkIns(actor: Actor, state: ListState, today: string): Promise<ListPage> {
  return listPage(walkInList(today), { actor, state, scope: walkInScope(actor) });
}
