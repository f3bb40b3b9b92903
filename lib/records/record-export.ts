import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { recordAudit } from "@/lib/server/audit";
import { transact } from "@/lib/server/db";

/** Who took which register out of the house, how many rows and how they were filtered (rules 5.9). */
export function recordExport(
  actor: Actor,
  details: { register: string; rows: number; filters: string },
): Promise<void> {
  return transact((tx) =>
    recordAudit(tx, actor, {
      type: "register.exported",
      subjectType: "person",
      subjectId: actor.id,
      details,
    }),
  );
}
