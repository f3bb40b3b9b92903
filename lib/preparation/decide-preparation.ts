import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { endPreparation } from "./cancel-preparation";
import { lockPreparation } from "./load";
import { assertPreparationMove } from "./move";
import { signStep } from "./order-record";
import type { PreparationRef, RefusePreparationInput, SignPreparationInput } from "./schema";
import { issuePreparation, returnPreparation, submitPreparation } from "./steps";

type Answer = { preparationId: string };

/** The clerk submits an order that stands alone; with a production notice both go together (R1.1.3-P). */
export function submitOrder(
  actor: Actor,
  input: PreparationRef,
  key: IdempotencyKey,
): Promise<Answer & { docNo: string }> {
  return transactOnce({ key, actor, action: "preparation.submit", input }, async (tx) => {
    const { docNo } = await submitPreparation(tx, actor, input.preparationId, input.rowVersion);
    return { preparationId: input.preparationId, docNo };
  });
}

/** The section chief signs: the stock is reserved (R1.1.3-P). */
export function signOrder(
  actor: Actor,
  input: SignPreparationInput,
  key: IdempotencyKey,
): Promise<Answer> {
  return transactOnce({ key, actor, action: "preparation.sign", input }, async (tx) => {
    const { preparationId, rowVersion, comment } = input;
    await issuePreparation(tx, actor, preparationId, rowVersion, comment);
    return { preparationId };
  });
}

/** The section chief sends it back with a reason. */
export function returnOrder(
  actor: Actor,
  input: RefusePreparationInput,
  key: IdempotencyKey,
): Promise<Answer> {
  return transactOnce({ key, actor, action: "preparation.return", input }, async (tx) => {
    const { preparationId, rowVersion, comment } = input;
    await returnPreparation(tx, actor, preparationId, comment, rowVersion);
    return { preparationId };
  });
}

/** The section chief rejects it for good; the number stays with it (rules 5.5). */
export function rejectOrder(
  actor: Actor,
  input: RefusePreparationInput,
  key: IdempotencyKey,
): Promise<Answer> {
  return transactOnce({ key, actor, action: "preparation.reject", input }, async (tx) => {
    const { preparationId, rowVersion, comment } = input;
    const { order } = await lockPreparation(tx, preparationId, rowVersion);
    await assertPreparationMove(tx, "reject", order, actor);
    await signStep(tx, actor, order, {
      step: "CHECKED",
      permission: "preparation:sign",
      decision: "REJECT",
      comment,
    });
    await endPreparation(tx, actor, order, { to: "REJECTED", reason: comment });
    return { preparationId };
  });
}

/** Clerk or chief cancel it while none of its goods stand on a notice: everything bound is released (F08). */
export function cancelOrder(
  actor: Actor,
  input: RefusePreparationInput,
  key: IdempotencyKey,
): Promise<Answer> {
  return transactOnce({ key, actor, action: "preparation.cancel", input }, async (tx) => {
    const { preparationId, rowVersion, comment } = input;
    const { order } = await lockPreparation(tx, preparationId, rowVersion);
    await assertPreparationMove(tx, "cancel", order, actor);
    await endPreparation(tx, actor, order, { to: "CANCELLED", reason: comment });
    return { preparationId };
  });
}
