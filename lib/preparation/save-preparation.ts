import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { assertNotBeingChanged } from "@/lib/contracts/pending-revision";
import { toDbDate } from "@/lib/core/calendar-date";
import { DomainError } from "@/lib/core/domain-error";
import { clock } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/db";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { lockPreparation } from "./load";
import { assertPreparationMove, movePreparation } from "./move";
import { assertQuantities, assertRunning } from "./order-check";
import { audit, writePreparationLines } from "./order-record";
import type { WantedLine } from "./policy";
import { type SavePreparationInput, typedQuantities } from "./schema";
import { draftPreparation } from "./steps";

type Saved = { preparationId: string; rowVersion: number };

/**
 * The clerk writes or changes a draft of a preparation order (F08). Binds nothing yet. Throws as `draftPreparation`,
 * with one issue per cell, and `preparation.due_in_the_past`.
 */
export function savePreparation(
  actor: Actor,
  input: SavePreparationInput,
  key: IdempotencyKey,
): Promise<Saved> {
  return transactOnce({ key, actor, action: "preparation.save", input }, async (tx) => {
    if (input.dueOn < clock.today()) {
      const issues = [{ path: "dueOn", code: "preparation.due_in_the_past" }];
      throw new DomainError("preparation.due_in_the_past", undefined, issues);
    }
    const lines = [...typedQuantities(input.quantities)].map(([contractLineId, quantity]) => ({
      contractLineId,
      quantity,
    }));
    if (input.preparationId !== null) return change(tx, actor, input, lines);
    const { contractId, dueOn, packingRequirement, remark } = input;
    const order = { contractId, dueOn, packingRequirement, lines };
    const { id } = await draftPreparation(tx, actor, order);
    if (remark) await tx.preparationOrder.update({ where: { id }, data: { remark } });
    return { preparationId: id, rowVersion: 1 };
  });
}

async function change(
  tx: Tx,
  actor: Actor,
  input: SavePreparationInput,
  lines: readonly WantedLine[],
): Promise<Saved> {
  const { contract, order } = await lockPreparation(
    tx,
    input.preparationId ?? "",
    input.rowVersion ?? 0,
  );
  if (order.contractId !== input.contractId) throw new DomainError("common.not_found");
  await assertPreparationMove(tx, "edit", order, actor);
  assertRunning(contract);
  await assertNotBeingChanged(
    tx,
    contract.id,
    lines.map(({ contractLineId }) => contractLineId),
  );
  await assertQuantities(tx, contract, lines);
  await writePreparationLines(tx, order.id, contract, lines);
  await movePreparation(tx, order, "DRAFT", {
    dueOn: toDbDate(input.dueOn),
    packingRequirement: input.packingRequirement,
    remark: input.remark,
    contractRevision: contract.revision,
    revision: { increment: order.docNo === null ? 0 : 1 },
  });
  await audit(tx, actor, order, { type: "preparation.changed" });
  return { preparationId: order.id, rowVersion: order.rowVersion + 1 };
}
