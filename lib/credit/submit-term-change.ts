import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { addDays, toDbDate } from "@/lib/core/calendar-date";
import { recordAudit } from "@/lib/server/audit";
import { clock } from "@/lib/server/clock";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { drawNumber } from "@/lib/server/sequence";
import { sign } from "@/lib/server/signatures";
import { closeWorkItem, openWorkItem } from "@/lib/server/work-items";
import type { MoveTermChangeInput } from "./schema";
import {
  assertGrantable,
  assertMayMove,
  lockTermChange,
  moveTermChange,
  proposalOf,
  TERM_CHANGE,
  termChangeHash,
  termChangeTitle,
} from "./term-change-record";
import { termFacts } from "./term-facts";

/**
 * Hands the proposal to the section chief. The figures about the customer are taken now and are part of what is
 * signed; the number XY is drawn the first time. Above the tier's ceiling nothing can be submitted (R1.3.1-b..d).
 */
export function submitTermChange(
  actor: Actor,
  input: MoveTermChangeInput,
  key: IdempotencyKey,
): Promise<{ docNo: string }> {
  return transactOnce({ key, actor, action: "submit_term_change", input }, async (tx) => {
    const today = clock.today();
    const { change, standing } = await lockTermChange(tx, input.id);
    const plan = assertMayMove("submit", change, actor);
    assertGrantable(proposalOf(change), standing);

    const current = {
      customerName: standing.terms.name,
      beforeMode: standing.terms.settlementMode,
      beforeLimit: standing.terms.creditLimit?.toString() ?? null,
      facts: await termFacts(tx, change.customerId, standing, today),
      revision: change.submittedAt === null ? change.revision : change.revision + 1,
    };
    const docNo = change.docNo ?? (await drawNumber(tx, "XY", today)).number;
    await moveTermChange(tx, input, plan, {
      ...current,
      docNo,
      checkedById: null,
      submittedAt: clock.now(),
      effectiveOn: toDbDate(today),
    });
    const submitted = await tx.termChange.findUniqueOrThrow({ where: { id: change.id } });
    await sign(tx, actor, {
      permission: "terms:apply",
      subjectType: TERM_CHANGE,
      subjectId: change.id,
      step: "PREPARED",
      decision: "AGREE",
      revision: submitted.revision,
      contentHash: termChangeHash(submitted),
    });
    await closeWorkItem(tx, { kind: "terms.returned", subjectId: change.id });
    await openWorkItem(tx, {
      kind: "terms.check",
      subjectType: TERM_CHANGE,
      subjectId: change.id,
      title: termChangeTitle(submitted),
      role: "SECTION_CHIEF",
      dueOn: addDays(today, 1),
    });
    await recordAudit(tx, actor, {
      type: "term_change.submitted",
      subjectType: TERM_CHANGE,
      subjectId: change.id,
      details: { docNo, revision: submitted.revision },
    });
    return { docNo };
  });
}
