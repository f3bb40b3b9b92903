import "server-only";
import { addDays, type CalendarDate, fromDbDate } from "@/lib/core/calendar-date";
import { clock } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/db";
import { closeWorkItem, openWorkItem } from "@/lib/server/work-items";
import { contractTitle } from "./titles";

/** Days in which the task notice of a registered contract should be written. */
const WRITE_WITHIN_DAYS = 1;

/**
 * A running contract with rows that production has not been asked for waits for its task notice (R1.1.3-B1). Call after
 * the registration and after every change of the split or of what is tasked, with the contract locked.
 */
export async function refreshTaskItem(tx: Tx, contractId: string): Promise<void> {
  const [row] = await tx.$queryRaw<{ untasked: number; due_on: Date | null }[]>`
    select count(*)::int as untasked, min(l.delivery_on) as due_on
    from contract_line l join contract c on c.id = l.contract_id
    where c.id = ${contractId}::uuid and c.status in ('EFFECTIVE', 'EXECUTING') and l.line_kind = 'GOODS'
      and least(l.qty_to_produce, l.quantity - l.closed_qty - l.qty_from_stock) > l.tasked_qty`;
  if (!row || row.untasked === 0) {
    await closeWorkItem(tx, { kind: "production.make_notice", subjectId: contractId });
    return;
  }
  const contract = await tx.contract.findUniqueOrThrow({ where: { id: contractId } });
  await openWorkItem(tx, {
    kind: "production.make_notice",
    subjectType: "contract",
    subjectId: contractId,
    title: contractTitle(contract),
    role: "CLERK",
    dueOn: earlierOf(addDays(clock.today(), WRITE_WITHIN_DAYS), row.due_on),
  });
}

function earlierOf(day: CalendarDate, deliveryOn: Date | null): CalendarDate {
  const due = deliveryOn === null ? day : fromDbDate(deliveryOn);
  return due < day && due >= clock.today() ? due : day;
}
