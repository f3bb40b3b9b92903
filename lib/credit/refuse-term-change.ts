import "server-only";
import type { Actor, Permission } from "@/lib/auth/permissions";
import { addDays } from "@/lib/core/calendar-date";
import { DomainError } from "@/lib/core/domain-error";
import { recordAudit } from "@/lib/server/audit";
import { clock } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/db";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { sign, voidSignatures } from "@/lib/server/signatures";
import { closeWorkItemsOf, openWorkItem } from "@/lib/server/work-items";
import type { TermChangeCommand } from "./lifecycle";
import type { RefuseTermChangeInput } from "./schema";
import {
  assertMayMove,
  lockTermChange,
  moveTermChange,
  TERM_CHANGE,
  type TermChangeRow,
  termChangeHash,
  termChangeTitle,
} from "./term-change-record";

type Turn = {
  permission: Permission;
  step: "CHECKED" | "APPROVED";
  return: TermChangeCommand;
  reject: TermChangeCommand;
};

const TURNS: Partial<Record<TermChangeRow["status"], Turn>> = {
  PENDING_CHIEF: {
    permission: "terms:check",
    step: "CHECKED",
    return: "return_by_chief",
    reject: "reject_by_chief",
  },
  PENDING_DIRECTOR: {
    permission: "terms:approve",
    step: "APPROVED",
    return: "return_by_director",
    reject: "reject_by_director",
  },
};

/** Whoever's turn it is sends the proposal back to its drafter with a reason; the signatures are void. */
export function returnTermChange(
  actor: Actor,
  input: RefuseTermChangeInput,
  key: IdempotencyKey,
): Promise<void> {
  return transactOnce({ key, actor, action: "return_term_change", input }, async (tx) => {
    const change = await refuse(tx, actor, input, "return");
    await openWorkItem(tx, {
      kind: "terms.returned",
      subjectType: TERM_CHANGE,
      subjectId: change.id,
      title: termChangeTitle(change),
      assigneeId: change.createdById,
      dueOn: addDays(clock.today(), 1),
    });
  });
}

/** Whoever's turn it is refuses the proposal for good, with a reason. */
export function rejectTermChange(
  actor: Actor,
  input: RefuseTermChangeInput,
  key: IdempotencyKey,
): Promise<void> {
  return transactOnce({ key, actor, action: "reject_term_change", input }, async (tx) => {
    await refuse(tx, actor, input, "reject");
  });
}

async function refuse(
  tx: Tx,
  actor: Actor,
  input: RefuseTermChangeInput,
  how: "return" | "reject",
): Promise<TermChangeRow> {
  const { change } = await lockTermChange(tx, input.id);
  const turn = TURNS[change.status];
  if (!turn) throw new DomainError("credit.wrong_status");
  const plan = assertMayMove(turn[how], change, actor);
  await moveTermChange(tx, input, plan, { checkedById: null });
  await sign(tx, actor, {
    permission: turn.permission,
    subjectType: TERM_CHANGE,
    subjectId: change.id,
    step: turn.step,
    decision: how === "return" ? "RETURN" : "REJECT",
    comment: input.comment,
    revision: change.revision,
    contentHash: termChangeHash(change),
  });
  if (how === "return") await voidSignatures(tx, change.id);
  await closeWorkItemsOf(tx, change.id);
  await recordAudit(tx, actor, {
    type: how === "return" ? "term_change.returned" : "term_change.rejected",
    subjectType: TERM_CHANGE,
    subjectId: change.id,
    details: { docNo: change.docNo, comment: input.comment },
  });
  return change;
}
