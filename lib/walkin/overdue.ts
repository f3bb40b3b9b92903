import "server-only";
import { fromDbDate } from "@/lib/core/calendar-date";
import { DomainError } from "@/lib/core/domain-error";
import { clock } from "@/lib/server/clock";
import { db, Prisma, type Tx } from "@/lib/server/db";

/** The contract of the pickup is late: not even a draft, or not yet effective (rules 5.11). `w` is the pickup. */
export function overdueSql(today: string): Prisma.Sql {
  return Prisma.sql`((w.status = 'HANDED_OVER' and w.draft_due_on < ${today}::date)
    or (w.status in ('HANDED_OVER', 'CONTRACT_DRAFTED') and w.effective_due_on < ${today}::date))`;
}

export type OverduePickup = { docNo: string; due: string };

/** The same outside a transaction: what stands beside a pickup while it is typed. */
export function customerOverduePickup(customerId: string): Promise<OverduePickup | null> {
  return overduePickupOf(db, customerId);
}

/** The customer's earliest pickup whose contract is late; null when there is none. */
async function overduePickupOf(
  tx: Tx,
  customerId: string,
  exceptId: string | null = null,
): Promise<OverduePickup | null> {
  const [found] = await tx.$queryRaw<{ doc_no: string; due: Date }[]>`
    select w.doc_no, case when w.status = 'HANDED_OVER' then w.draft_due_on else w.effective_due_on end as due
    from walk_in w
    where w.customer_id = ${customerId}::uuid and w.id is distinct from ${exceptId}::uuid
      and ${overdueSql(clock.today())}
    order by w.draft_due_on limit 1`;
  return found ? { docNo: found.doc_no, due: fromDbDate(found.due) } : null;
}

/** No further pickup while a contract is late: throws `walkin.earlier_overdue` with the pickup that waits. */
export async function assertNothingOverdue(
  tx: Tx,
  customerId: string,
  exceptId: string,
): Promise<void> {
  const found = await overduePickupOf(tx, customerId, exceptId);
  if (found) throw new DomainError("walkin.earlier_overdue", found);
}
