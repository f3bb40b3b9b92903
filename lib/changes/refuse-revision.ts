import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import type { RevisionCommand } from "@/lib/changes/lifecycle";
import {
  assertMayMoveRevision,
  type LockedRevision,
  lockRevision,
  moveRevision,
  revisionFacts,
  revisionTitle,
} from "@/lib/changes/load";
import type { DecideRevisionInput, RefuseRevisionInput } from "@/lib/changes/schema";
import { recordAudit } from "@/lib/server/audit";
import { clock } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/db";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { sign, voidSignatures } from "@/lib/server/signatures";
import { closeWorkItemsOf, openWorkItem } from "@/lib/server/work-items";

type Answer = Promise<{ id: string }>;
const REASON_LENGTH = 200;

/** The drafter takes a pending change back: a draft again, all signatures void. */
export function withdrawRevision(
  actor: Actor,
  input: DecideRevisionInput,
  key: IdempotencyKey,
): Answer {
  return transactOnce({ key, actor, action: "revision.withdraw", input }, async (tx) => {
    const locked = await lockRevision(tx, input);
    await move(tx, actor, locked, "withdraw", { checkedById: null, touchedLineIds: [] });
    await voidSignatures(tx, locked.revision.id);
    await closeWorkItemsOf(tx, locked.revision.id);
    return tell(tx, actor, locked, "revision.withdrawn", input.comment);
  });
}

/** A draft is given up with a reason; it stays in the contract's history (Q48). */
export function cancelRevision(
  actor: Actor,
  input: RefuseRevisionInput,
  key: IdempotencyKey,
): Answer {
  return transactOnce({ key, actor, action: "revision.cancel", input }, async (tx) => {
    const locked = await lockRevision(tx, input);
    await move(tx, actor, locked, "cancel", cancelledFor(input.comment));
    await closeWorkItemsOf(tx, locked.revision.id);
    return tell(tx, actor, locked, "revision.cancelled", input.comment);
  });
}

/** Whoever's turn it is sends the change back with words: a draft again, all signatures void (rules 5.1). */
export function returnRevision(
  actor: Actor,
  input: RefuseRevisionInput,
  key: IdempotencyKey,
): Answer {
  return transactOnce({ key, actor, action: "revision.return", input }, async (tx) => {
    const locked = await lockRevision(tx, input);
    const { revision, contract } = locked;
    const byChief = revision.status === "PENDING_CHIEF";
    await move(tx, actor, locked, byChief ? "return_by_chief" : "return_by_director", {
      checkedById: null,
      touchedLineIds: [],
    });
    await voidSignatures(tx, revision.id);
    await signRefusal(tx, actor, locked, "RETURN", input.comment);
    await closeWorkItemsOf(tx, revision.id);
    await openWorkItem(tx, {
      kind: "revision.returned",
      subjectType: "contract_revision",
      subjectId: revision.id,
      title: revisionTitle(contract, revision.revision),
      assigneeId: revision.draftedById,
      dueOn: clock.today(),
    });
    return tell(tx, actor, locked, "revision.returned", input.comment);
  });
}

/** Final refusal by whoever's turn it is: the contract stays as it was. */
export function rejectRevision(
  actor: Actor,
  input: RefuseRevisionInput,
  key: IdempotencyKey,
): Answer {
  return transactOnce({ key, actor, action: "revision.reject", input }, async (tx) => {
    const locked = await lockRevision(tx, input);
    const byChief = locked.revision.status === "PENDING_CHIEF";
    const command = byChief ? "reject_by_chief" : "reject_by_director";
    await move(tx, actor, locked, command, cancelledFor(input.comment));
    await signRefusal(tx, actor, locked, "REJECT", input.comment);
    await closeWorkItemsOf(tx, locked.revision.id);
    return tell(tx, actor, locked, "revision.rejected", input.comment);
  });
}

const cancelledFor = (comment: string) => ({
  cancelReason: comment.slice(0, REASON_LENGTH),
  touchedLineIds: [],
});

async function move(
  tx: Tx,
  actor: Actor,
  { revision, contract }: LockedRevision,
  command: RevisionCommand,
  data: Parameters<typeof moveRevision>[3],
): Promise<void> {
  const plan = assertMayMoveRevision(command, revisionFacts(revision, contract), actor);
  await moveRevision(tx, revision, plan, data);
}

async function signRefusal(
  tx: Tx,
  actor: Actor,
  { revision }: LockedRevision,
  decision: "RETURN" | "REJECT",
  comment: string,
): Promise<void> {
  const byChief = revision.status === "PENDING_CHIEF";
  await sign(tx, actor, {
    permission: byChief ? "contract:check" : "contract:approve",
    subjectType: "contract_revision",
    subjectId: revision.id,
    step: byChief ? "CHECKED" : "APPROVED",
    decision,
    comment,
    revision: revision.revision,
    contentHash: revision.contentHash,
  });
}

async function tell(
  tx: Tx,
  actor: Actor,
  { revision }: LockedRevision,
  type: string,
  comment: string,
): Answer {
  await recordAudit(tx, actor, {
    type,
    subjectType: "contract_revision",
    subjectId: revision.id,
    details: { revision: revision.revision, comment },
  });
  return { id: revision.id };
}
