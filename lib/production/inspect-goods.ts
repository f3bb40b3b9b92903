import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { contentHash } from "@/lib/core/content-hash";
import { DomainError } from "@/lib/core/domain-error";
import { Quantity } from "@/lib/core/quantity";
import { recordAudit } from "@/lib/server/audit";
import { clock } from "@/lib/server/clock";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { sign } from "@/lib/server/signatures";
import { closeWorkItemsOf, openWorkItem } from "@/lib/server/work-items";
import { assertWholePieces } from "@/lib/settings/whole-pieces";
import { assertReceiptMove, lockReceipt, moveReceipt, receiptFacts } from "./receipt-load";
import type { InspectGoodsInput } from "./schema";

/**
 * Quality decides on a delivery: how much is rejected, and whether the rest is qualified or taken by concession (F27).
 * Only what it lets through can be taken in; what is rejected stays with the workshop.
 */
export function inspectGoods(
  actor: Actor,
  input: InspectGoodsInput,
  key: IdempotencyKey,
): Promise<{ slipId: string }> {
  return transactOnce({ key, actor, action: "receipt.inspect", input }, async (tx) => {
    const receipt = { ...(await lockReceipt(tx, input.slipId)), rowVersion: input.rowVersion };
    const plan = assertReceiptMove("inspect", await receiptFacts(tx, actor, receipt), actor);
    const delivered = Quantity.of(receipt.line.deliveredQty);
    const { unit } = receipt.line;
    await assertWholePieces(tx, [{ path: "rejectedQty", unit, quantity: input.rejectedQty }]);
    if (input.rejectedQty.isGreaterThan(delivered)) {
      const details = { delivered: delivered.toString(), unit: receipt.line.unit };
      const code = "production.rejected_over_delivered";
      throw new DomainError(code, details, [{ path: "rejectedQty", code, details }]);
    }
    const needsNote = input.rejectedQty.isPositive() || input.result === "CONCESSION";
    if (needsNote && input.note === "") {
      const code = "production.inspection_needs_note";
      throw new DomainError(code, undefined, [{ path: "note", code }]);
    }
    const accepted = delivered.minus(input.rejectedQty);
    await tx.inboundLine.update({
      where: { id: receipt.line.id },
      data: {
        rejectedQty: input.rejectedQty.toString(),
        receivedQty: accepted.toString(),
        inspectionNo: input.inspectionNo,
        inspectionResult: input.result,
      },
    });
    await moveReceipt(tx, receipt, plan.to, {
      inspectedById: actor.id,
      inspectedByName: actor.name,
      inspectedAt: clock.now(),
      inspectionNote: input.note,
    });
    await sign(tx, actor, {
      permission: "inbound:inspect",
      subjectType: "inbound_slip",
      subjectId: receipt.id,
      step: "REVIEW",
      decision: accepted.isPositive() ? "AGREE" : "REJECT",
      comment: input.note,
      revision: 1,
      contentHash: contentHash({ line: receipt.line.taskLineId, accepted: accepted.toString() }),
    });
    await closeWorkItemsOf(tx, receipt.id);
    await openWorkItem(tx, {
      kind: "production.receive",
      subjectType: "inbound_slip",
      subjectId: receipt.id,
      title: [
        receipt.taskNo,
        receipt.contractNo,
        receipt.line.productName,
        receipt.line.spec,
        `${accepted} ${receipt.line.unit}`,
      ]
        .filter(Boolean)
        .join(" "),
      role: "WAREHOUSE_KEEPER",
      dueOn: clock.today(),
    });
    await recordAudit(tx, actor, {
      type: "production_receipt.inspected",
      subjectType: "inbound_slip",
      subjectId: receipt.id,
      details: { quantity: accepted.toString(), kind: input.result, comment: input.note },
    });
    return { slipId: receipt.id };
  });
}
