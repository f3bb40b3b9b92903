import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { recordAudit } from "@/lib/server/audit";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { voidSignatures } from "@/lib/server/signatures";
import { closeWorkItemsOf } from "@/lib/server/work-items";
import type { MoveTermChangeInput, RefuseTermChangeInput } from "./schema";
import { assertMayMove, lockTermChange, moveTermChange, TERM_CHANGE } from "./term-change-record";

/** The drafter takes a pending proposal back to change it; the signatures are void. */
export function withdrawTermChange(
  actor: Actor,
  input: MoveTermChangeInput,
  key: IdempotencyKey,
): Promise<void> {
  return transactOnce({ key, actor, action: "withdraw_term_change", input }, async (tx) => {
    const { change } = await lockTermChange(tx, input.id);
    const plan = assertMayMove("withdraw", change, actor);
    await moveTermChange(tx, input, plan, { checkedById: null });
    await voidSignatures(tx, change.id);
    await closeWorkItemsOf(tx, change.id);
    await recordAudit(tx, actor, {
      type: "term_change.withdrawn",
      subjectType: TERM_CHANGE,
      subjectId: change.id,
      details: { docNo: change.docNo },
    });
  });
}

/** The drafter or the chief gives a draft up, with a reason; its number, if drawn, stays used. */
export function cancelTermChange(
  actor: Actor,
  input: RefuseTermChangeInput,
  key: IdempotencyKey,
): Promise<void> {
  return transactOnce({ key, actor, action: "cancel_term_change", input }, async (tx) => {
    const { change } = await lockTermChange(tx, input.id);
    const plan = assertMayMove("cancel", change, actor);
    await moveTermChange(tx, input, plan, { cancelReason: input.comment.slice(0, 200) });
    await closeWorkItemsOf(tx, change.id);
    await recordAudit(tx, actor, {
      type: "term_change.cancelled",
      subjectType: TERM_CHANGE,
      subjectId: change.id,
      details: { docNo: change.docNo, reason: input.comment },
    });
  });
}
