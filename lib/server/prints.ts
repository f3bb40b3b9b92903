import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { clock } from "@/lib/server/clock";
import { db } from "@/lib/server/db";

/** Counts a print and tells the how-manieth it is (1 = first). */
export async function recordPrint(
  actor: Actor,
  subjectType: string,
  subjectId: string,
): Promise<number> {
  await db.printRecord.create({
    data: {
      subjectType,
      subjectId,
      printedById: actor.id,
      printedByName: actor.name,
      printedAt: clock.now(),
    },
  });
  return db.printRecord.count({ where: { subjectId } });
}

export function countPrints(subjectId: string): Promise<number> {
  return db.printRecord.count({ where: { subjectId } });
}
