import "server-only";
import { type Actor, can } from "@/lib/auth/permissions";
import { receiptLifecycle } from "@/lib/receivables/lifecycle";
import {
  type AllocationTargets,
  listAllocationTargets,
  listWaitingNotices,
  type ReceiptDocument,
  type WaitingNotice,
} from "@/lib/receivables/queries";
import { clock } from "@/lib/server/clock";

export type ReceiptRights = {
  commands: readonly string[];
  /** Set when this person may assign the money now. */
  targets: AllocationTargets | null;
  /** What a confirmation may free; empty when this person does not confirm. */
  waiting: readonly WaitingNotice[];
  needsOverride: boolean;
  today: string;
};

/** What the reader of a receipt may do with it now, and what they need for it. */
export async function receiptRights(
  actor: Actor,
  receipt: ReceiptDocument,
): Promise<ReceiptRights> {
  const today = clock.today();
  // What is missing (a statement, a reason) is asked for in the panel, so it does not hide it.
  const facts = {
    status: receipt.status,
    today,
    creditedOn: null,
    isPayerUnexplained: false,
    isUnpaidCommercialBill: false,
  };
  const commands = receiptLifecycle.available(facts, actor, can);
  const contractIds = receipt.allocations.flatMap(({ contractId }) => contractId ?? []);
  const isMature = receipt.billDueOn !== null && receipt.billDueOn <= today;
  return {
    commands,
    targets: commands.includes("assign") ? await listAllocationTargets(receipt.customerId) : null,
    waiting: commands.includes("confirm") ? await listWaitingNotices(contractIds) : [],
    needsOverride: receipt.channel === "COMMERCIAL_ACCEPTANCE" && !isMature,
    today,
  };
}
