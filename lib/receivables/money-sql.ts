import "server-only";
import { addYears, type CalendarDate, fromDbDate } from "@/lib/core/calendar-date";
import { Money } from "@/lib/core/money";
import { Prisma, type Tx } from "@/lib/server/db";

type Client = Pick<Tx, "$queryRaw">;

/**
 * Money on account: confirmed receipts less what is tied to contracts and less what was put straight against
 * deliveries (rules 5.4). A scalar expression over the given customer id.
 */
function onAccountSql(customerId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(
    coalesce((select sum(r.amount) from receipt r
      where r.customer_id = ${customerId} and r.status = 'CONFIRMED'), 0)
    - coalesce((select sum(f.amount) from contract_funds f where f.customer_id = ${customerId}), 0)
    - coalesce((select sum(s.amount) from settlement s
      where s.customer_id = ${customerId} and s.contract_id is null), 0))`;
}

/** What is still open of posted deliveries and charges, whatever the term. */
function openDeliveriesSql(customerId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`coalesce((select sum(d.amount - d.settled_amount) from receivable d
    where d.customer_id = ${customerId} and d.reversed_at is null), 0)`;
}

export type CustomerMoney = {
  /** Open amount of posted deliveries and charges. */
  openDeliveries: Money;
  onAccount: Money;
  /** Of open deliveries past their due date, disputed ones left out. */
  oldestOverdue: CalendarDate | null;
  overdueAmount: Money;
  overdueCount: number;
};

type MoneyRow = {
  id: string;
  open: Prisma.Decimal;
  on_account: Prisma.Decimal;
  oldest: Date | null;
  overdue: Prisma.Decimal;
  n: number;
};

/**
 * The accounts of several customers in one query, by their id; sum an account under its customer's lock when
 * something depends on it.
 */
export async function moneyOfCustomers(
  client: Client,
  customerIds: readonly string[],
  today: CalendarDate,
): Promise<Map<string, CustomerMoney>> {
  const id = Prisma.sql`w.id`;
  const rows = await client.$queryRaw<MoneyRow[]>`
    select w.id::text as id, ${openDeliveriesSql(id)} as open, ${onAccountSql(id)} as on_account,
      o.oldest, o.overdue, o.n
    from unnest(${[...new Set(customerIds)]}::uuid[]) as w(id)
    cross join lateral (
      select min(d.due_on) as oldest, coalesce(sum(d.amount - d.settled_amount), 0) as overdue, count(*)::int as n
      from receivable d where d.customer_id = w.id and d.reversed_at is null
        and d.amount > d.settled_amount and d.disputed_on is null and d.due_on < ${today}::date) o`;
  return new Map(
    rows.map((row) => [
      row.id,
      {
        openDeliveries: Money.of(row.open),
        onAccount: Money.of(row.on_account),
        oldestOverdue: row.oldest ? fromDbDate(row.oldest) : null,
        overdueAmount: Money.of(row.overdue),
        overdueCount: row.n,
      },
    ]),
  );
}

/** Money on account of one customer (rules 5.4). */
export async function onAccountMoney(client: Client, customerId: string): Promise<Money> {
  const [row] = await client.$queryRaw<{ amount: Prisma.Decimal }[]>`
    select ${onAccountSql(Prisma.sql`${customerId}::uuid`)} as amount`;
  return Money.of(row?.amount ?? 0);
}

export type YearFigures = {
  delivered: Money;
  received: Money;
  /** Deliveries of the year that were or are paid late. */
  lateCount: number;
  lastDeliveryOn: CalendarDate | null;
};

/** Deliveries and receipts of the twelve months up to and including `asOf` (F20). */
export async function yearFigures(
  client: Client,
  customerId: string,
  asOf: CalendarDate,
): Promise<YearFigures> {
  const from = addYears(asOf, -1);
  const [row] = await client.$queryRaw<
    { delivered: Prisma.Decimal; received: Prisma.Decimal; late: number; last: Date | null }[]
  >`
    select
      coalesce(sum(d.amount) filter (where d.posted_on > ${from}::date), 0) as delivered,
      coalesce((select sum(r.amount) from receipt r where r.customer_id = ${customerId}::uuid
        and r.status = 'CONFIRMED' and r.credited_on > ${from}::date and r.credited_on <= ${asOf}::date), 0) as received,
      count(*) filter (where d.posted_on > ${from}::date and d.due_on < ${asOf}::date
        and (d.amount > d.settled_amount or d.due_on < (
          select max((s.at at time zone 'Asia/Shanghai')::date) from settlement s where s.receivable_id = d.id
        )))::int as late,
      max(d.posted_on) as last
    from receivable d
    where d.customer_id = ${customerId}::uuid and d.reversed_at is null and d.posted_on <= ${asOf}::date`;
  return {
    delivered: Money.of(row?.delivered ?? 0),
    received: Money.of(row?.received ?? 0),
    lateCount: row?.late ?? 0,
    lastDeliveryOn: row?.last ? fromDbDate(row.last) : null,
  };
}
