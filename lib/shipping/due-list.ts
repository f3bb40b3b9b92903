import "server-only";
import { type Actor, seesOwnOnly } from "@/lib/auth/permissions";
import { addDays } from "@/lib/core/calendar-date";
import type { ListPage, ListState } from "@/lib/core/list-state";
import { resolveCustomersByName } from "@/lib/customers/queries";
import { clock } from "@/lib/server/clock";
import { db, Prisma } from "@/lib/server/db";
import { listPage } from "@/lib/server/list-query";
import { defineList, type ListSpec } from "@/lib/server/list-spec";
import { currentSettings } from "@/lib/settings/queries";
import { DUE_SITUATIONS } from "./labels";

const stockRest = Prisma.sql`greatest(least(l.qty_from_stock, l.quantity) - l.noticed_qty, 0)`;
const available = Prisma.sql`coalesce((select sum(b.on_hand - b.reserved) from stock_balance b
  where b.product_id = l.product_id), 0)`;
/** What stands in the way first: registration, the customer's signature, production, goods. */
const situation = Prisma.sql`case
  when r.registered_at is null then 'NOT_REGISTERED'
  when d.form = 'FORMAL' and d.signed_by_customer_on is null and d.signature_waived_at is null then 'NOT_SIGNED'
  when ${stockRest} = 0 then 'TO_PRODUCE'
  when ${available} < ${stockRest} then 'SHORT' else 'SHIP' end`;
const dueOn = Prisma.sql`coalesce(l.delivery_on, d.delivery_from, d.effective_on)`;

/** Contract lines that wait to be shipped, by the contract's dates (R1.2.1-a). */
export const dueList: ListSpec = defineList({
  register: "shipping-due",
  from: Prisma.sql`contract_line l join contract d on d.id = l.contract_id
    join register_entry r on r.contract_id = d.id`,
  id: Prisma.sql`l.id`,
  defaultSort: { key: "dueOn", direction: "asc" },
  search: {
    number: { sql: Prisma.sql`d.contract_no`, pattern: /^LG\d{0,4}/i },
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
      sql: Prisma.sql`l.quantity - l.noticed_qty`,
      header: "shipping.columns.rest",
    },
    { key: "stockRest", kind: "quantity", sql: stockRest, header: "shipping.columns.stock_rest" },
    { key: "available", kind: "quantity", sql: available, header: "shipping.columns.available" },
    { key: "unit", kind: "text", sql: Prisma.sql`l.unit`, header: "shipping.columns.unit" },
    {
      key: "handler",
      kind: "text",
      sql: Prisma.sql`d.drafted_by_name`,
      header: "shipping.columns.handler",
    },
  ],
});

const waiting = Prisma.sql`d.status in ('EFFECTIVE', 'EXECUTING') and d.deleted_at is null
  and l.line_kind = 'GOODS' and l.noticed_qty < l.quantity`;

/** Lines due within the lead days or overdue; with the flag `all` also those that are due later (R1.2.1-a). */
export async function listDue(actor: Actor, state: ListState): Promise<ListPage> {
  return listPage(dueList, { actor, state, scope: await dueScope(actor, state) });
}

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
