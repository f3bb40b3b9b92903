import "server-only";
import { clock } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/db";
import { closeWorkItem, openWorkItem } from "@/lib/server/work-items";
import type { WholeWalkIn } from "./load";
import { walkInTitle } from "./titles";

/**
 * Whose turn it is after a count (R1.2.4-a): both counted the same, so the keeper hands over; they differ, so both count
 * again. Transaction step; `walkIn` as it stands after the count.
 */
export async function askAfterCount(tx: Tx, walkIn: WholeWalkIn): Promise<void> {
  const { lines } = walkIn;
  const isOpen = lines.some(
    (line) => line.countedByKeeper === null || line.countedByClerk === null,
  );
  if (isOpen) return;
  const differ = lines.some(
    ({ countedByKeeper, countedByClerk }) => !countedByKeeper?.equals(countedByClerk ?? 0),
  );
  const item = {
    subjectType: "walk_in",
    subjectId: walkIn.id,
    title: walkInTitle(walkIn),
    dueOn: clock.today(),
  };
  const keeper = { role: "WAREHOUSE_KEEPER" } as const;
  if (!differ) {
    await closeWorkItem(tx, { kind: "walkin.count_keeper", subjectId: walkIn.id });
    await closeWorkItem(tx, { kind: "walkin.count_clerk", subjectId: walkIn.id });
    await openWorkItem(tx, { ...item, ...keeper, kind: "walkin.hand_over" });
    return;
  }
  await closeWorkItem(tx, { kind: "walkin.hand_over", subjectId: walkIn.id });
  await openWorkItem(tx, { ...item, ...keeper, kind: "walkin.count_keeper" });
  await openWorkItem(tx, {
    ...item,
    kind: "walkin.count_clerk",
    assigneeId: walkIn.preparedById,
  });
}
