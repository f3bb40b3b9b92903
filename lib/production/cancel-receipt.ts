import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { recordAudit } from "@/lib/server/audit";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { voidSignatures } from "@/lib/server/signatures";
import { closeWorkItemsOf } from "@/lib/server/work-items";
import { assertReceiptMove, lockReceipt, moveReceipt, receiptFacts } from "./receipt-load";
import type { CancelReceiptInput } from "./schema";

type Answer = { slipId: string };

/** Production takes its delivery back before it is posted: wrong quantity, wrong product. */
export function takeBackGoods(
  actor: Actor,
  input: CancelReceiptInput,
  key: IdempotencyKey,
): Promise<Answer> {
  return end(actor, input, key, "take_back");
}

/** The keeper sends a delivery back that does not count, is not packed, or of which nothing was accepted. */
export function sendBackGoods(
  actor: Actor,
  input: CancelReceiptInput,
  key: IdempotencyKey,
): Promise<Answer> {
  return end(actor, input, key, "send_back");
}

function end(
  actor: Actor,
  input: CancelReceiptInput,
  key: IdempotencyKey,
  command: "take_back" | "send_back",
): Promise<Answer> {
  return transactOnce({ key, actor, action: `receipt.${command}`, input }, async (tx) => {
    const receipt = { ...(await lockReceipt(tx, input.slipId)), rowVersion: input.rowVersion };
    const plan = assertReceiptMove(command, await receiptFacts(tx, actor, receipt), actor);
    await moveReceipt(tx, receipt, plan.to, { cancelReason: input.comment });
    await voidSignatures(tx, receipt.id);
    await closeWorkItemsOf(tx, receipt.id);
    await recordAudit(tx, actor, {
      type: "production_receipt.cancelled",
      subjectType: "inbound_slip",
      subjectId: receipt.id,
      details: { reason: input.comment },
    });
    return { slipId: receipt.id };
  });
}
