import "server-only";
import { type Actor, seesOwnOnly } from "@/lib/auth/permissions";
import { customerScope } from "@/lib/customers/scope";
import { db } from "@/lib/server/db";

/** Whether a paper of this customer and contract is within reach: salespeople have their own only (rules 5.9). */
export async function isWithinReach(
  actor: Actor,
  subject: { customerId: string; contractId: string | null },
): Promise<boolean> {
  if (!seesOwnOnly(actor)) return true;
  const [customers, contracts] = await Promise.all([
    db.customer.count({ where: { id: subject.customerId, ...customerScope(actor) } }),
    subject.contractId === null
      ? 0
      : db.contract.count({ where: { id: subject.contractId, handlerId: actor.id } }),
  ]);
  return customers + contracts > 0;
}
