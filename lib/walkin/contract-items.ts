import "server-only";
import { addDays, type CalendarDate } from "@/lib/core/calendar-date";
import type { Tx } from "@/lib/server/db";
import { closeWorkItemsOf, openWorkItem } from "@/lib/server/work-items";
import { walkInTitle } from "./titles";

type Owed = {
  id: string;
  docNo: string | null;
  customerName: string;
  totalAmount: { toFixed(digits: number): string };
  preparedById: string;
  draftDueOn: CalendarDate;
  effectiveDueOn: CalendarDate;
};

/**
 * The clerk owes the contract (R1.2.4-b): first its draft, then that it takes effect. The day after the deadline chief
 * and director find it on their desks.
 */
export async function askForContract(
  tx: Tx,
  walkIn: Owed,
  what: "draft" | "effective",
): Promise<void> {
  await closeWorkItemsOf(tx, walkIn.id);
  const dueOn = what === "draft" ? walkIn.draftDueOn : walkIn.effectiveDueOn;
  const item = {
    subjectType: "walk_in",
    subjectId: walkIn.id,
    title: walkInTitle(walkIn),
    dueOn,
  };
  await openWorkItem(tx, {
    ...item,
    kind: what === "draft" ? "walkin.make_contract" : "walkin.contract_due",
    assigneeId: walkIn.preparedById,
    escalateToRole: "SECTION_CHIEF",
  });
  const late = { ...item, visibleFromOn: addDays(dueOn, 1) };
  await openWorkItem(tx, { ...late, kind: "walkin.overdue_chief", role: "SECTION_CHIEF" });
  await openWorkItem(tx, { ...late, kind: "walkin.overdue_director", role: "FACTORY_DIRECTOR" });
}
