import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { can } from "@/lib/auth/permissions";
import {
  type ContractCommand,
  type ContractFacts,
  contractLifecycle,
} from "@/lib/contracts/lifecycle";
import { DomainError } from "@/lib/core/domain-error";
import { clock } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/db";
import type { Prisma } from "@/lib/server/generated/client";

/** Throws `contracts.<refusal>` when the command is not allowed to this person now. */
export function assertMayMove<C extends ContractCommand>(
  command: C,
  facts: ContractFacts,
  actor: Actor,
) {
  const plan = contractLifecycle.plan(command, facts, actor, can);
  if (!plan.ok) throw new DomainError(`contracts.${plan.refusal}`);
  return plan;
}

/** Compare-and-set on what was on the screen; throws `common.changed_meanwhile`. */
export async function moveContract(
  tx: Tx,
  at: { contractId: string; rowVersion: number },
  plan: { from: ContractFacts["status"]; to: ContractFacts["status"] },
  data: Prisma.ContractUncheckedUpdateManyInput = {},
): Promise<void> {
  const { count } = await tx.contract.updateMany({
    where: { id: at.contractId, status: plan.from, rowVersion: at.rowVersion },
    data: { ...data, status: plan.to, rowVersion: { increment: 1 }, updatedAt: clock.now() },
  });
  if (count === 0) throw new DomainError("common.changed_meanwhile");
}
