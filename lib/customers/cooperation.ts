import "server-only";
import { type CalendarDate, fromDbDate } from "@/lib/core/calendar-date";
import { Prisma, type Tx } from "@/lib/server/db";

export type CooperationFact = { contractId: string; customerId: string; effectiveOn: CalendarDate };

/**
 * The fact that a contract took effect, as a fragment for the approval's one statement. A customer that was
 * merged meanwhile passes it on to the file that stayed.
 */
export function cooperationSql({
  contractId,
  customerId,
  effectiveOn,
}: CooperationFact): Prisma.Sql {
  return Prisma.sql`
    insert into cooperation_fact (contract_id, customer_id, effective_on)
    select ${contractId}::uuid, coalesce(c.merged_into_id, c.id), ${effectiveOn}::date
    from customer c where c.id = ${customerId}::uuid`;
}

/** Transaction step of the contract's approval: from this the start of cooperation is derived (rules 5.3). */
export async function recordCooperation(tx: Tx, fact: CooperationFact): Promise<void> {
  await tx.$executeRaw(cooperationSql(fact));
}

/** A voided contract no longer counts for the tenure; its row stays. */
export async function voidCooperation(tx: Tx, contractId: string, on: CalendarDate): Promise<void> {
  await tx.$executeRaw`
    update cooperation_fact set voided_on = ${on}::date
    where contract_id = ${contractId}::uuid and voided_on is null`;
}

/** SQL for the derived start of cooperation of a row of `customer` under the given alias. */
export function cooperationStartSql(alias: "c" | "customer" = "c"): Prisma.Sql {
  const customer = Prisma.raw(alias);
  return Prisma.sql`coalesce(
    case when ${customer}.legacy_confirmed_at is not null then ${customer}.legacy_start_on end,
    (select min(f.effective_on) from cooperation_fact f
      where f.customer_id = ${customer}.id and f.voided_on is null))`;
}

type Client = Pick<Tx, "$queryRaw">;

/** The start of cooperation; null before the first effective contract (R1.3.1-a). */
export async function findCooperationStart(
  client: Client,
  customerId: string,
): Promise<CalendarDate | null> {
  const [row] = await client.$queryRaw<{ start: Date | null }[]>`
    select ${cooperationStartSql()} as start from customer c where c.id = ${customerId}::uuid`;
  return row?.start ? fromDbDate(row.start) : null;
}

/** How many contracts with this customer took effect and were not voided: three make a repeat customer (Q03). */
export async function countEffectiveContracts(client: Client, customerId: string): Promise<number> {
  const [row] = await client.$queryRaw<{ n: number }[]>`
    select count(*)::int as n from cooperation_fact
    where customer_id = ${customerId}::uuid and voided_on is null`;
  return row?.n ?? 0;
}
