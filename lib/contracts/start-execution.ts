import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { contractLifecycle } from "@/lib/contracts/lifecycle";
import { lockContract, settledFacts } from "@/lib/contracts/load";
import { contractTitle } from "@/lib/contracts/titles";
import { addDays, fromDbDate } from "@/lib/core/calendar-date";
import { Quantity } from "@/lib/core/quantity";
import { recordAudit } from "@/lib/server/audit";
import { clock } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/db";
import { closeWorkItem, openWorkItem } from "@/lib/server/work-items";
import { currentSettings } from "@/lib/settings/queries";

/**
 * EFFECTIVE becomes EXECUTING by itself once the registrar has confirmed and the customer has signed or the
 * director waived it (rules 5.1, R1.2.1-a); then the contract waits for its shipping date. Call after each
 * fact that may complete the condition, with the contract's row locked or not.
 */
export async function startExecution(tx: Tx, actor: Actor, contractId: string): Promise<boolean> {
  const contract = await lockContract(tx, contractId);
  const facts = settledFacts(contract);
  if (facts.signedOrWaived)
    await closeWorkItem(tx, { kind: "contract.customer_signature", subjectId: contractId });
  const plan = contractLifecycle.plan("execute", facts, actor, () => true);
  if (!plan.ok) return false;
  await tx.contract.update({
    where: { id: contractId },
    data: { status: plan.to, rowVersion: { increment: 1 }, updatedAt: clock.now() },
  });
  const fromStock = contract.lines.some(({ qtyFromStock }) =>
    Quantity.of(qtyFromStock).isPositive(),
  );
  if (fromStock && contract.deliveryFrom) {
    const { shippingLeadDays } = await currentSettings(tx);
    const dueOn = fromDbDate(contract.deliveryFrom);
    await openWorkItem(tx, {
      kind: "contract.ship",
      subjectType: "contract",
      subjectId: contractId,
      title: contractTitle(contract),
      duty: "SHIPPING_NOTICE",
      dueOn,
      visibleFromOn: addDays(dueOn, -shippingLeadDays),
    });
  }
  await recordAudit(tx, null, {
    type: "contract.executing",
    subjectType: "contract",
    subjectId: contractId,
  });
  return true;
}
