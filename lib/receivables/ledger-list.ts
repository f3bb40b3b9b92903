import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import type { CalendarDate } from "@/lib/core/calendar-date";
import type { ListPage, ListState } from "@/lib/core/list-state";
import { customerScopeSql } from "@/lib/customers/scope";
import { LEDGER_KINDS, SETTLEMENT_MODES } from "@/lib/receivables/labels";
import { clock } from "@/lib/server/clock";
import { Prisma } from "@/lib/server/db";
import { listPage } from "@/lib/server/list-query";
import { defineList, type ListSpec } from "@/lib/server/list-spec";

const balance = Prisma.sql`coalesce(a.balance, 0)`;

/**
 * The accounts of customers (F15). The view 手工账本 has those on credit terms and those with a balance (R1.1.5-L1);
 * the filter `all` adds the rest. `today` decides what is overdue.
 */
export function ledgerList(today: CalendarDate): ListSpec {
  return defineList({
    register: "ledger",
    from: Prisma.sql`customer c left join customer_account a on a.customer_id = c.id
      cross join lateral (
        select coalesce(sum(r.amount - r.settled_amount), 0) as open,
          coalesce(sum(r.amount - r.settled_amount) filter (where r.due_on < ${today}::date), 0) as overdue,
          min(r.due_on) as next_due_on
        from receivable r
        where r.customer_id = c.id and r.reversed_at is null and r.settled_amount < r.amount) o`,
    id: Prisma.sql`c.id`,
    columns: [
      {
        key: "customerCode",
        kind: "link",
        sql: Prisma.sql`c.customer_code`,
        header: "receivables.columns.customer_code",
        sortable: true,
      },
      {
        key: "customerName",
        kind: "text",
        sql: Prisma.sql`c.name`,
        header: "receivables.columns.customer",
        sortable: true,
      },
      {
        key: "mode",
        kind: "text",
        sql: Prisma.sql`c.settlement_mode`,
        header: "receivables.columns.mode",
      },
      {
        key: "creditLimit",
        kind: "money",
        sql: Prisma.sql`c.credit_limit`,
        header: "receivables.columns.credit_limit",
        nullable: true,
      },
      {
        key: "balance",
        kind: "money",
        sql: balance,
        header: "receivables.columns.balance",
        sortable: true,
        totalled: true,
      },
      {
        key: "open",
        kind: "money",
        sql: Prisma.sql`o.open`,
        header: "receivables.columns.open",
        totalled: true,
      },
      {
        key: "overdue",
        kind: "money",
        sql: Prisma.sql`o.overdue`,
        header: "receivables.columns.overdue",
        sortable: true,
        totalled: true,
      },
      {
        key: "nextDueOn",
        kind: "date",
        sql: Prisma.sql`o.next_due_on`,
        header: "receivables.columns.next_due_on",
        nullable: true,
      },
    ],
    filters: [
      { key: "mode", kind: "enum", sql: Prisma.sql`c.settlement_mode`, values: SETTLEMENT_MODES },
      { key: "overdueOnly", kind: "flag", sql: Prisma.sql`o.overdue > 0` },
      // Widens the view (see the scope), so it narrows nothing by itself.
      { key: "all", kind: "flag", sql: Prisma.sql`true` },
    ],
    search: { text: { sql: Prisma.sql`c.search_text` } },
    defaultSort: { key: "customerCode", direction: "asc" },
  });
}

/** Own customers only for a salesperson; without `all` those on credit or with a balance. */
export function ledgerScope(actor: Actor, state: ListState): Prisma.Sql {
  const own = Prisma.sql`c.merged_into_id is null and ${customerScopeSql(actor)}`;
  if (state.filters.all?.[0] === "true") return own;
  return Prisma.sql`${own} and (c.settlement_mode <> 'PREPAID' or ${balance} <> 0)`;
}

export function listLedger(actor: Actor, state: ListState): Promise<ListPage> {
  return listPage(ledgerList(clock.today()), { actor, state, scope: ledgerScope(actor, state) });
}

/** The rows of one account: debit, credit, balance, with what is still open of each delivery (R1.1.5-L2). */
export const ledgerEntryList: ListSpec = defineList({
  register: "ledger_entries",
  from: Prisma.sql`ledger_entry e left join receivable r on r.source_id = e.source_id and e.kind = 'DELIVERY'`,
  id: Prisma.sql`e.id`,
  columns: [
    {
      key: "seq",
      kind: "integer",
      sql: Prisma.sql`e.seq`,
      header: "receivables.columns.seq",
      sortable: true,
    },
    {
      key: "entryDate",
      kind: "date",
      sql: Prisma.sql`e.entry_date`,
      header: "receivables.columns.entry_date",
    },
    { key: "kind", kind: "state", sql: Prisma.sql`e.kind`, header: "receivables.columns.kind" },
    {
      key: "sourceNo",
      kind: "code",
      sql: Prisma.sql`e.source_no`,
      header: "receivables.columns.source_no",
    },
    {
      key: "contractNo",
      kind: "code",
      sql: Prisma.sql`e.contract_no`,
      header: "receivables.columns.contract_no",
    },
    {
      key: "summary",
      kind: "text",
      sql: Prisma.sql`e.summary`,
      header: "receivables.columns.summary",
    },
    {
      key: "debit",
      kind: "money",
      sql: Prisma.sql`nullif(e.debit, 0)`,
      header: "receivables.columns.debit",
      nullable: true,
      totalled: true,
    },
    {
      key: "credit",
      kind: "money",
      sql: Prisma.sql`nullif(e.credit, 0)`,
      header: "receivables.columns.credit",
      nullable: true,
      totalled: true,
    },
    {
      key: "balance",
      kind: "money",
      sql: Prisma.sql`e.balance`,
      header: "receivables.columns.balance",
    },
    {
      key: "dueOn",
      kind: "date",
      sql: Prisma.sql`coalesce(r.due_on, e.due_on)`,
      header: "receivables.columns.due_on",
      nullable: true,
    },
    {
      key: "open",
      kind: "money",
      sql: Prisma.sql`case when r.reversed_at is null then r.amount - r.settled_amount end`,
      header: "receivables.columns.open",
      nullable: true,
    },
    { key: "byName", kind: "text", sql: Prisma.sql`e.by_name`, header: "receivables.columns.by" },
  ],
  filters: [
    { key: "kind", kind: "enum", sql: Prisma.sql`e.kind`, values: LEDGER_KINDS },
    { key: "entered", kind: "dates", sql: Prisma.sql`e.entry_date` },
  ],
  search: { number: { sql: Prisma.sql`e.contract_no`, pattern: /^lg\d/ } },
  defaultSort: { key: "seq", direction: "desc" },
});

/** The rows of one account; the caller has shown that the customer is in the actor's view. */
export function ledgerEntryScope(customerId: string): Prisma.Sql {
  return Prisma.sql`e.customer_id = ${customerId}::uuid`;
}

/** One page of an account, latest first. */
export function listLedgerEntries(
  actor: Actor,
  customerId: string,
  state: ListState,
): Promise<ListPage> {
  return listPage(ledgerEntryList, { actor, state, scope: ledgerEntryScope(customerId) });
}
