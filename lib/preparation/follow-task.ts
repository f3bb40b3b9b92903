import "server-only";
import { type Actor, can } from "@/lib/auth/permissions";
import { notePreparation } from "@/lib/contracts/note-preparation";
import type { Tx } from "@/lib/server/db";
import { voidSignatures } from "@/lib/server/signatures";
import { closeWorkItemsOf } from "@/lib/server/work-items";
import { endPreparation } from "./cancel-preparation";
import { preparationLifecycle } from "./lifecycle";
import { findPreparation, lockPreparation, preparationFacts } from "./load";
import { assertPreparationMove, movePreparation } from "./move";
import { audit, signed } from "./order-record";

/**
 * Takes an order back from the chief's desk: a draft again with its number, its quantities no longer count. Transaction
 * step of the production notice that it was sent with (rules 5.6), with the contract locked.
 */
export async function withdrawPreparation(tx: Tx, actor: Actor, id: string): Promise<void> {
  const { order } = await lockPreparation(tx, id);
  const plan = await assertPreparationMove(tx, "withdraw", order, actor);
  await voidSignatures(tx, id);
  await notePreparation(tx, signed(order, -1));
  await movePreparation(tx, order, plan.to, { revision: { increment: 1 } });
  await closeWorkItemsOf(tx, id);
  await audit(tx, actor, order, { type: "preparation.withdrawn" });
}

/** Ends the order together with its production notice. Throws `preparation.nothing_on_notice`. */
export async function cancelPreparation(
  tx: Tx,
  actor: Actor,
  id: string,
  reason: string,
): Promise<void> {
  const { order } = await lockPreparation(tx, id);
  await assertPreparationMove(tx, "cancel", order, actor);
  await endPreparation(tx, actor, order, { to: "CANCELLED", reason });
}

/** Whether this person may end the order now: no goods of it stand on a notice yet. */
export async function mayCancelPreparation(client: Tx, actor: Actor, id: string): Promise<boolean> {
  const order = await findPreparation(client, id);
  if (!order) return false;
  const facts = await preparationFacts(client, order);
  return preparationLifecycle.plan("cancel", facts, actor, can).ok;
}
