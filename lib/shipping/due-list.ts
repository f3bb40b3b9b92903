import "server-only";
import { type Actor, seesOwnOnly } from "@/lib/auth/permissions";
import { addDays, fromDbDate } from "@/lib/core/calendar-date";
import type { ListPage, ListState } from "@/lib/core/list-state";
import { resolveCustomersByName } from "@/lib/customers/queries";
import { clock } from "@/lib/server/clock";
import { db, Prisma } from "@/lib/server/db";
import { listPage } from "@/lib/server/list-query";
import { defineList, type ListSpec } from "@/lib/server/list-spec";
import { currentSettings } from "@/lib/settings/queries";
import { DUE_SITUATIONS } from "./labels";

/** The same figures as lib/contracts/line-supply.ts, for a whole register at once (rules 5.6). */
const stockReady = Prisma.sql`case when x.mixed
  then greatest(l.prepared_qty, least(greatest(l.noticed_qty - l.produced_qty, 0), l.qty_from_stock))
  else l.qty_from_stock end`;
const shippable = Prisma.sql`greatest(least(l.quantity - l.closed_qty, ${stockReady} + l.produced_qty) - l.noticed_qty, 0)`;
/** On hand less what is reserved for others: what is bound to the line itself counts. */
const available = Prisma.sql`coalesce((select sum(b.on_hand - b.reserved) from stock_balance b
  where b.product_id = l.product_id), 0) + coalesce((select sum(v.quantity) from stock_reservation v
  where v.contract_line_id = l.id and v.status = 'ACTIVE' and v.source_type <> 'shipping_notice'), 0)`;
/** What stands in the way first: registration, the customer's signature, preparation, production, goods. */
const situation = Prisma.sql`case
  when r.registered_at is null then 'NOT_REGISTERED'
  when d.form = 'FORMAL' and d.signed_by_customer_on is null and d.signature_waived_at is null then 'NOT_SIGNED'
  when ${shippable} = 0 and l.qty_from_stock > ${stockReady} then 'TO_PREPARE'
  when ${shippable} = 0 then 'TO_PRODUCE'
  when ${available} < ${shippable} then 'SHORT' else 'SHIP' end`;
/** The production notices and preparation orders of the line. */
const papers = Prisma.sql`concat_ws(' ', (select string_agg(distinct k.doc_no, ' ') from task_line t
    join production_task k on k.id = t.task_id
    where t.contract_line_id = l.id and k.status not in ('REJECTED', 'CANCELLED')),
  (select string_agg(distinct o.doc_no, ' ') from preparation_line q join preparation_order o on o.id = q.preparation_id
    where q.contract_line_id = l.id and o.status not in ('REJECTED', 'CANCELLED')))`;
const dueOn = Prisma.sql`coalesce(l.delivery_on, d.delivery_from, d.effective_on)`;

/** Contract lines that wait to be shipped, by the contract's dates (R1.2.1-a). */
export const dueList: ListSpec = defineList({
  register: "shipping-due",
  from: Prisma.sql`contract_line l join contract d on d.id = l.contract_id
    join register_entry r on r.contract_id = d.id
    cross join lateral (select bool_or(m.qty_from_stock > 0) and bool_or(m.qty_to_produce > 0) as mixed
      from contract_line m where m.contract_id = d.id and m.line_kind = 'GOODS' and m.quantity > m.closed_qty) x`,
  id: Prisma.sql`l.id`,
  defaultSort: { key: "dueOn", direction: "asc" },
  search: {
    number: { sql: Prisma.sql`d.contract_no`, pattern: /^LG\d/i },
    customer: { sql: Prisma.sql`d.customer_id`, resolve: resolveCustomersByName },
  },
  filters: [
    { key: "situation", kind: "enum", sql: situation, values: DUE_SITUATIONS },
    { key: "dueOn", kind: "dates", sql: dueOn },
    { key: "all", kind: "flag", sql: Prisma.sql`true` },
  ],
  columns: [
    { key: "contractId", kind: "text", sql: Prisma.sql`d.id::text`, hidden: true },
    { key: "dueOn", kind: "date", sql: dueOn, header: "shipping.columns.due_on", sortable: true },
    {
      key: "contractNo",
      kind: "link",
      sql: Prisma.sql`d.contract_no`,
      header: "shipping.columns.contract_no",
    },
    { key: "situation", kind: "state", sql: situation, header: "shipping.columns.situation" },
    {
      key: "customerName",
      kind: "text",
      sql: Prisma.sql`d.customer_name`,
      header: "shipping.columns.customer",
    },
    {
      key: "productName",
      kind: "text",
      sql: Prisma.sql`l.product_name`,
      header: "shipping.columns.product",
    },
    { key: "spec", kind: "text", sql: Prisma.sql`l.spec`, header: "shipping.columns.spec" },
    {
      key: "rest",
      kind: "quantity",
      sql: Prisma.sql`l.quantity - l.closed_qty - l.noticed_qty`,
      header: "shipping.columns.rest",
      totalled: true,
    },
    {
      key: "stockRest",
      kind: "quantity",
      sql: shippable,
      header: "shipping.columns.stock_rest",
      totalled: true,
    },
    { key: "available", kind: "quantity", sql: available, header: "shipping.columns.available" },
    { key: "unit", kind: "text", sql: Prisma.sql`l.unit`, header: "shipping.columns.unit" },
    { key: "papers", kind: "text", sql: papers, header: "shipping.columns.papers" },
    {
      key: "handler",
      kind: "text",
      sql: Prisma.sql`d.drafted_by_name`,
      header: "shipping.columns.handler",
    },
  ],
});

const waiting = Prisma.sql`d.status in ('EFFECTIVE', 'EXECUTING') and d.deleted_at is null
  and l.line_kind = 'GOODS' and l.noticed_qty < l.quantity - l.closed_qty`;

/** Lines due within the lead days or overdue; with the flag `all` also those that are due later (R1.2.1-a). */
export async function listDue(actor: Actor, state: ListState): Promise<ListPage> {
  return listPage(dueList, { actor, state, scope: await dueScope(actor, state) });
}

const READY_AT_MOST = 30;

/** The contracts whose goods can go now, the earliest date first, whatever page of the lines is looked at (R1.2.1-a). */
export async function readyContracts(actor: Actor, state: ListState) {
  const scope = await dueScope(actor, state);
  const rows = await db.$queryRaw<
    {
      contractId: string;
      contractNo: string;
      customerName: string;
      lines: number;
      dueOn: Date;
      total: number;
    }[]
  >`
    select d.id::text as "contractId", d.contract_no as "contractNo", d.customer_name as "customerName",
      count(*)::int as lines, min(${dueOn}) as "dueOn", (count(*) over ())::int as total
    from ${dueList.from}
    where ${scope} and ${situation} in ('SHIP', 'SHORT')
    group by d.id order by min(${dueOn}), d.contract_no limit ${READY_AT_MOST}`;
  return {
    total: rows[0]?.total ?? 0,
    contracts: rows.map(({ total: _, ...row }) => ({ ...row, dueOn: fromDbDate(row.dueOn) })),
  };
}
export type ReadyContracts = Awaited<ReturnType<typeof readyContracts>>;

export async function dueScope(actor: Actor, state: ListState): Promise<Prisma.Sql> {
  const own = Prisma.sql`${waiting} and ${ownContract(actor)}`;
  if (hasFilter(state, "all") || hasFilter(state, "dueOn") || state.q !== "") return own;
  const { shippingLeadDays } = await currentSettings(db);
  return Prisma.sql`${own} and ${dueOn} <= ${addDays(clock.today(), shippingLeadDays)}::date`;
}

/** Salespeople see contracts of their own customers or that they handle (rules 5.9). */
function ownContract(actor: Actor): Prisma.Sql {
  if (!seesOwnOnly(actor)) return Prisma.sql`true`;
  return Prisma.sql`(d.handler_id = ${actor.id}::uuid
    or exists (select 1 from customer k where k.id = d.customer_id and k.owner_id = ${actor.id}::uuid))`;
}

function hasFilter({ filters }: ListState, key: string): boolean {
  return filters[key] !== undefined;
}
