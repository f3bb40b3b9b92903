import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { DomainError } from "@/lib/core/domain-error";
import { recordAudit } from "@/lib/server/audit";
import { clock } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/db";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { openWorkItem } from "@/lib/server/work-items";
import type { RequestReversalInput } from "./schema";
import { slipFacts } from "./slip-load";
import { lockForSignature } from "./slip-locks";
import { assertSlipMove } from "./slip-move";
import { plainShippingTitle } from "./titles";

/**
 * The keeper asks to take a posted slip back whole, with a reason; the chief decides (rules 5.12). Throws
 * `shipping.already_handed_over` once the goods are with a carrier or receiver.
 */
export function requestReversal(
  actor: Actor,
  input: RequestReversalInput,
  key: IdempotencyKey,
): Promise<{ reversalId: string }> {
  return transactOnce({ key, actor, action: "slip.request_reversal", input }, async (tx) => {
    const slip = await lockForSignature(tx, input);
    const open = await openReversal(tx, slip.id);
    const facts = slipFacts(slip, { reversalRequestedById: open?.requestedById ?? null });
    const command =
      slip.status === "PACKED" ? "request_reversal_packed" : "request_reversal_issued";
    if (facts.handedOver) throw new DomainError("shipping.already_handed_over");
    assertSlipMove(command, facts, actor);
    const { id } = await tx.slipReversal.create({
      data: {
        slipId: slip.id,
        reason: input.comment,
        requestedById: actor.id,
        requestedByName: actor.name,
        requestedAt: clock.now(),
      },
      select: { id: true },
    });
    await openWorkItem(tx, {
      kind: "slip.sign_reversal",
      subjectType: "outbound_slip",
      subjectId: slip.id,
      title: plainShippingTitle(slip),
      role: "SECTION_CHIEF",
      dueOn: clock.today(),
    });
    await recordAudit(tx, actor, {
      type: "slip.reversal_requested",
      subjectType: "outbound_slip",
      subjectId: slip.id,
      details: { docNo: slip.docNo ?? "", reason: input.comment },
    });
    return { reversalId: id };
  });
}

/** The request that waits for the chief, if there is one. */
export function openReversal(client: Tx, slipId: string) {
  return client.slipReversal.findFirst({ where: { slipId, status: "REQUESTED" } });
}
