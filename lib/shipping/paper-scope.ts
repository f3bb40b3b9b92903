import "server-only";
import { type Actor, seesOwnOnly } from "@/lib/auth/permissions";
import { isContractVisible } from "@/lib/contracts/queries";
import { customerScope } from "@/lib/customers/scope";
import { db } from "@/lib/server/db";

/** Whether a shipping paper of this customer and contract is within reach: salespeople have their own only (5.9). */
export async function isWithinReach(
  actor: Actor,
  subject: { customerId: string; contractId: string | null },
): Promise<boolean> {
  if (!seesOwnOnly(actor)) return true;
  if (subject.contractId !== null) return isContractVisible(actor, subject.contractId);
  const own = { id: subject.customerId, ...customerScope(actor) };
  return (await db.customer.count({ where: own })) > 0;
}
