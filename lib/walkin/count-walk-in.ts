import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { DomainError } from "@/lib/core/domain-error";
import { Quantity } from "@/lib/core/quantity";
import { recordAudit } from "@/lib/server/audit";
import { clock } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/db";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { closeWorkItem } from "@/lib/server/work-items";
import { askAfterCount } from "./count-items";
import { assertWalkInMove, lockWalkIn, moveWalkIn, type WholeWalkIn } from "./load";
import type { CountWalkInInput } from "./schema";

/**
 * Keeper and clerk count every line, each for himself (R1.2.4-a); a later count of the same side replaces the earlier
 * one. Throws `walkin.not_counted` for a line left out, `walkin.not_other_counter`.
 */
export function countWalkIn(
  actor: Actor,
  input: CountWalkInInput,
  key: IdempotencyKey,
): Promise<{ walkInId: string }> {
  return transactOnce({ key, actor, action: "walkin.count", input }, async (tx) => {
    const { walkIn } = await lockWalkIn(tx, input);
    const plan = assertWalkInMove("count", walkIn, actor);
    const isKeeper = actor.role === "WAREHOUSE_KEEPER";
    await writeCounts(tx, walkIn, input.counts, isKeeper);
    const at = clock.now();
    await moveWalkIn(
      tx,
      walkIn,
      plan.to,
      isKeeper
        ? { countedByKeeperId: actor.id, countedByKeeperName: actor.name, countedByKeeperAt: at }
        : { countedByClerkId: actor.id, countedByClerkName: actor.name, countedByClerkAt: at },
    );
    await closeWorkItem(tx, {
      kind: isKeeper ? "walkin.count_keeper" : "walkin.count_clerk",
      subjectId: walkIn.id,
    });
    const lines = await tx.walkInLine.findMany({
      where: { walkInId: walkIn.id },
      orderBy: { lineNo: "asc" },
    });
    await askAfterCount(tx, { ...walkIn, lines });
    await recordAudit(tx, actor, {
      type: "walkin.counted",
      subjectType: "walk_in",
      subjectId: walkIn.id,
      details: { docNo: walkIn.docNo ?? "" },
    });
    return { walkInId: walkIn.id };
  });
}

async function writeCounts(
  tx: Tx,
  { lines }: WholeWalkIn,
  counts: CountWalkInInput["counts"],
  isKeeper: boolean,
): Promise<void> {
  const missing = lines.filter(({ id }) => counts[id] === undefined);
  if (missing.length > 0) {
    const issues = missing.map(({ id }) => ({ path: `counts.${id}`, code: "walkin.not_counted" }));
    throw new DomainError("walkin.not_counted", undefined, issues);
  }
  for (const { id } of lines) {
    const counted = Quantity.of(counts[id] ?? "0").toString();
    await tx.walkInLine.update({
      where: { id },
      data: isKeeper ? { countedByKeeper: counted } : { countedByClerk: counted },
    });
  }
}
