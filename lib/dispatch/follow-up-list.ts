import "server-only";
import { type Actor, can } from "@/lib/auth/permissions";
import type { CalendarDate } from "@/lib/core/calendar-date";
import type { ListPage, ListState } from "@/lib/core/list-state";
import { resolveCustomersByName } from "@/lib/customers/queries";
import { clock } from "@/lib/server/clock";
import { Prisma } from "@/lib/server/db";
import { listPage } from "@/lib/server/list-query";
import { defineList, type ListSpec } from "@/lib/server/list-spec";
import { logScope } from "./dispatch-lists";
import { FOLLOW_UP_STATES, RECEIPT_RESULTS } from "./labels";

/**
 * Shipments to be asked about (R1.2.3-c), due first: visible from day three, overdue after day four; and those whose
 * problem is not settled. A row is a piece of open work about a row of the shipping log.
 */
export function followUpList(today: CalendarDate): ListSpec {
  const state = Prisma.sql`case when i.kind = 'shipment.problem' then 'problem'
    when i.due_on < ${today}::date then 'overdue' else 'due' end`;
  return defineList({
    register: "follow-ups",
    from: Prisma.sql`work_item i join shipping_log_entry e on e.id = i.subject_id`,
    id: Prisma.sql`i.id`,
    defaultSort: { key: "dueOn", direction: "asc" },
    search: {
      number: { sql: Prisma.sql`e.contract_no`, pattern: /^LG\d/i },
      customer: { sql: Prisma.sql`e.customer_id`, resolve: resolveCustomersByName },
    },
    filters: [
      { key: "state", kind: "enum", sql: state, values: FOLLOW_UP_STATES },
      { key: "dueOn", kind: "dates", sql: Prisma.sql`i.due_on` },
      { key: "shippedOn", kind: "dates", sql: Prisma.sql`e.shipped_on` },
      {
        key: "result",
        kind: "enum",
        sql: Prisma.sql`e.receipt_result::text`,
        values: RECEIPT_RESULTS,
      },
    ],
    columns: followUpColumns(state),
  });
}

const followUpColumns = (state: Prisma.Sql): ListSpec["columns"] => [
  { key: "logEntryId", kind: "text", sql: Prisma.sql`e.id::text`, hidden: true },
  {
    key: "customerName",
    kind: "text",
    sql: Prisma.sql`e.customer_name`,
    header: "dispatch.customer",
  },
  {
    key: "dueOn",
    kind: "date",
    sql: Prisma.sql`i.due_on`,
    header: "dispatch.follow_up.due_on",
    sortable: true,
  },
  { key: "state", kind: "state", sql: state, header: "dispatch.status_label" },
  {
    key: "shippedOn",
    kind: "date",
    sql: Prisma.sql`e.shipped_on`,
    header: "dispatch.shipped_on",
    sortable: true,
  },
  {
    key: "contact",
    kind: "text",
    sql: Prisma.sql`e.consignee ->> 'contactPerson'`,
    header: "dispatch.contact",
  },
  {
    // The number without spaces and dashes: what a phone dials at a tap.
    key: "dial",
    kind: "text",
    sql: Prisma.sql`regexp_replace(e.consignee ->> 'phone', '[^0-9+]', '', 'g')`,
    hidden: true,
  },
  {
    key: "phone",
    kind: "link",
    sql: Prisma.sql`e.consignee ->> 'phone'`,
    header: "dispatch.phone",
  },
  {
    key: "contractNo",
    kind: "code",
    sql: Prisma.sql`e.contract_no`,
    header: "dispatch.contract_no",
  },
  { key: "slipNo", kind: "code", sql: Prisma.sql`e.slip_no`, header: "dispatch.slip_no" },
  {
    key: "result",
    kind: "text",
    sql: Prisma.sql`e.receipt_result::text`,
    header: "dispatch.follow_up.last_result",
  },
];

/** What is to be asked today in the actor's view; nothing for whoever may not read it. */
export function followUpScope(actor: Actor): Prisma.Sql {
  if (!can(actor, "receipt_confirmation:read")) return Prisma.sql`false`;
  return Prisma.sql`i.kind in ('shipment.confirm_receipt', 'shipment.problem') and i.closed_at is null
    and i.visible_from_on <= ${clock.today()}::date and ${logScope(actor)}`;
}

/** One page of the shipments to be asked about. */
export function listFollowUps(actor: Actor, state: ListState): Promise<ListPage> {
  return listPage(followUpList(clock.today()), { actor, state, scope: followUpScope(actor) });
}
