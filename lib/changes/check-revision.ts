import "server-only";
import { type Actor, signerOf } from "@/lib/auth/permissions";
import {
  assertMayMoveRevision,
  lockRevision,
  moveRevision,
  revisionFacts,
  revisionTitle,
} from "@/lib/changes/load";
import type { DecideRevisionInput } from "@/lib/changes/schema";
import { recordAudit } from "@/lib/server/audit";
import { clock } from "@/lib/server/clock";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { sign } from "@/lib/server/signatures";
import { closeWorkItem, openWorkItem } from "@/lib/server/work-items";

/** The section chief checks the change first (R1.1.4-a); then it is the director's turn. Throws `changes.<guard>`. */
export function checkRevision(
  actor: Actor,
  input: DecideRevisionInput,
  key: IdempotencyKey,
): Promise<{ id: string }> {
  return transactOnce({ key, actor, action: "revision.check", input }, async (tx) => {
    const { revision, contract } = await lockRevision(tx, input);
    const plan = assertMayMoveRevision("check", revisionFacts(revision, contract), actor);
    await moveRevision(tx, revision, plan, {
      checkedById: signerOf(actor, "contract:check").signedById,
    });
    await sign(tx, actor, {
      permission: "contract:check",
      subjectType: "contract_revision",
      subjectId: revision.id,
      step: "CHECKED",
      decision: "AGREE",
      comment: input.comment,
      revision: revision.revision,
      contentHash: revision.contentHash,
    });
    await closeWorkItem(tx, { kind: "revision.check", subjectId: revision.id });
    await openWorkItem(tx, {
      kind: "revision.approve",
      subjectType: "contract_revision",
      subjectId: revision.id,
      title: revisionTitle(contract, revision.revision),
      role: "FACTORY_DIRECTOR",
      dueOn: clock.today(),
    });
    await recordAudit(tx, actor, {
      type: "revision.checked",
      subjectType: "contract_revision",
      subjectId: revision.id,
      details: { revision: revision.revision, comment: input.comment },
    });
    return { id: revision.id };
  });
}
