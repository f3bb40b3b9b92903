import "server-only";
import { clock } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/db";
import type { SlipStatus } from "./slip-lifecycle";

/** Where both stand alike; what happens from the hand-over on, the pickup says itself. */
const ALIKE: readonly SlipStatus[] = [
  "DRAFT",
  "PENDING_DEPT_HEAD",
  "PENDING_DIRECTOR",
  "APPROVED",
  "REJECTED",
  "CANCELLED",
];

/**
 * A walk-in pickup (F40) has no signatures of its own: they are those on its slip, and it moves with it (rules 5.11).
 * Transaction step of every move of a slip of type WALK_IN; nobody counts or makes a contract any more once it left.
 */
export async function followWalkIn(
  tx: Tx,
  walkInId: string,
  to: SlipStatus,
  reason: string,
): Promise<void> {
  if (!ALIKE.includes(to)) return;
  await tx.$executeRaw`
    update walk_in set status = ${to}::walk_in_status, row_version = row_version + 1,
      cancel_reason = case when ${reason} = '' then cancel_reason else ${reason} end
    where id = ${walkInId}::uuid`;
  if (to === "APPROVED") return;
  await tx.$executeRaw`
    update work_item set closed_at = ${clock.now()} where subject_id = ${walkInId}::uuid and closed_at is null`;
}
