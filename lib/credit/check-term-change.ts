import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { addDays } from "@/lib/core/calendar-date";
import { recordAudit } from "@/lib/server/audit";
import { clock } from "@/lib/server/clock";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { sign } from "@/lib/server/signatures";
import { closeWorkItem, openWorkItem } from "@/lib/server/work-items";
import type { SignTermChangeInput } from "./schema";
import {
  assertGrantable,
  assertMayMove,
  assertTermsUnchanged,
  lockTermChange,
  moveTermChange,
  proposalOf,
  TERM_CHANGE,
  termChangeHash,
  termChangeTitle,
} from "./term-change-record";

/** The section chief agrees; the ceiling is looked at again (R1.3.1-a). Throws `credit.<refusal>`. */
export function checkTermChange(
  actor: Actor,
  input: SignTermChangeInput,
  key: IdempotencyKey,
): Promise<void> {
  return transactOnce({ key, actor, action: "check_term_change", input }, async (tx) => {
    const { change, standing } = await lockTermChange(tx, input.id);
    const plan = assertMayMove("check", change, actor);
    assertTermsUnchanged(change, standing);
    assertGrantable(proposalOf(change), standing);
    await moveTermChange(tx, input, plan, { checkedById: actor.id });
    await sign(tx, actor, {
      permission: "terms:check",
      subjectType: TERM_CHANGE,
      subjectId: change.id,
      step: "CHECKED",
      decision: "AGREE",
      comment: input.comment,
      revision: change.revision,
      contentHash: termChangeHash(change),
    });
    await closeWorkItem(tx, { kind: "terms.check", subjectId: change.id });
    await openWorkItem(tx, {
      kind: "terms.approve",
      subjectType: TERM_CHANGE,
      subjectId: change.id,
      title: termChangeTitle(change),
      role: "FACTORY_DIRECTOR",
      dueOn: addDays(clock.today(), 1),
    });
    await recordAudit(tx, actor, {
      type: "term_change.checked",
      subjectType: TERM_CHANGE,
      subjectId: change.id,
      details: { docNo: change.docNo },
    });
  });
}
