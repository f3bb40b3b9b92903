import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { isRunning, lockCustomerAndContract, lockRevision, moveRevision } from "@/lib/changes/load";
import { planRevision, revisionContent } from "@/lib/changes/plan-revision";
import type { SaveRevisionInput } from "@/lib/changes/schema";
import type { WholeContract } from "@/lib/contracts/load";
import { DomainError } from "@/lib/core/domain-error";
import { Money } from "@/lib/core/money";
import { recordAudit } from "@/lib/server/audit";
import { clock } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/db";
import type { Prisma } from "@/lib/server/generated/client";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { requirePermission } from "@/lib/server/require-permission";

export type SavedRevision = { id: string; rowVersion: number; revision: number };

/**
 * Saves a change of a running contract as a draft (Q38): a copy of the whole contract with a reason. One is open at
 * a time. Throws `common.invalid_input` with one issue per cell, `changes.change_open`, `changes.contract_runs`.
 */
export function saveRevision(
  actor: Actor,
  input: SaveRevisionInput,
  key: IdempotencyKey,
): Promise<SavedRevision> {
  return transactOnce({ key, actor, action: "revision.save", input }, async (tx) => {
    requirePermission(actor, "contract:draft");
    return input.revisionId === null
      ? createRevision(tx, actor, input)
      : updateRevision(tx, actor, input, input.revisionId);
  });
}

async function createRevision(
  tx: Tx,
  actor: Actor,
  input: SaveRevisionInput,
): Promise<SavedRevision> {
  const contract = await lockCustomerAndContract(tx, input.contractId);
  if (contract.rowVersion !== input.rowVersion) throw new DomainError("common.changed_meanwhile");
  if (!isRunning(contract)) throw new DomainError("changes.contract_runs");
  const open = await tx.contractRevision.count({
    where: {
      contractId: contract.id,
      status: { in: ["DRAFT", "PENDING_CHIEF", "PENDING_DIRECTOR"] },
    },
  });
  if (open > 0) throw new DomainError("changes.change_open");
  const last = await tx.contractRevision.aggregate({
    where: { contractId: contract.id },
    _max: { revision: true },
  });
  const revision = Math.max(contract.revision, last._max.revision ?? 1) + 1;
  const row = await tx.contractRevision.create({
    data: {
      contractId: contract.id,
      revision,
      ...(await proposed(tx, contract, input)),
      draftedById: actor.id,
      draftedByName: actor.name,
      drafterIds: [actor.id],
      createdAt: clock.now(),
      updatedAt: clock.now(),
    },
    select: { id: true, rowVersion: true },
  });
  await recordAudit(tx, actor, {
    type: "revision.drafted",
    subjectType: "contract_revision",
    subjectId: row.id,
    details: { revision, reason: input.reason },
  });
  await recordAudit(tx, actor, {
    type: "contract.change_drafted",
    subjectType: "contract",
    subjectId: contract.id,
    details: { revision, reason: input.reason },
  });
  return { ...row, revision };
}

async function updateRevision(
  tx: Tx,
  actor: Actor,
  input: SaveRevisionInput,
  revisionId: string,
): Promise<SavedRevision> {
  const { revision, contract } = await lockRevision(tx, {
    revisionId,
    rowVersion: input.rowVersion,
  });
  if (revision.contractId !== input.contractId) throw new DomainError("common.not_found");
  if (revision.status !== "DRAFT") throw new DomainError("changes.only_drafts_edited");
  if (revision.draftedById !== actor.id && actor.role !== "CLERK")
    throw new DomainError("changes.own_draft");
  await moveRevision(
    tx,
    revision,
    { from: "DRAFT", to: "DRAFT" },
    {
      ...(await proposed(tx, contract, input)),
      draftedById: actor.id,
      draftedByName: actor.name,
      drafterIds: [...new Set([...revision.drafterIds, actor.id])],
    },
  );
  return { id: revision.id, rowVersion: revision.rowVersion + 1, revision: revision.revision };
}

/** What the row keeps of a proposal; the content before is the contract's at each saving. */
async function proposed(tx: Tx, contract: WholeContract, input: SaveRevisionInput) {
  const { next } = await planRevision(tx, contract, input.proposal);
  const own = new Set(contract.lines.map(({ id }) => id));
  return {
    reason: input.reason,
    proposal: input.proposal as unknown as Prisma.InputJsonObject,
    contentBefore: revisionContent(contract, own) as unknown as Prisma.InputJsonObject,
    totalBefore: Money.of(contract.totalAmount).toString(),
    totalAfter: Money.of(next.totalAmount).toString(),
    touchedLineIds: [],
  };
}
