import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { changeOpenPapers, lockContractForShipping, noteNotice } from "@/lib/contracts/progress";
import { refreshShipItem } from "@/lib/contracts/ship-item";
import { lockCustomer } from "@/lib/customers/lock-customer";
import { settlePreparations } from "@/lib/preparation/settle";
import { recordAudit } from "@/lib/server/audit";
import { clock } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/db";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { closeWorkItemsOf } from "@/lib/server/work-items";
import { giveBack } from "@/lib/stock/give-back";
import { dropSlip } from "./drop-slip";
import { retryWaitingNotices } from "./free-notices";
import { contractOfNotice, lockNotice, type WholeNotice } from "./notice-load";
import { assertNoticeMove, moveNotice } from "./notice-move";
import { claimedBy, givenBack } from "./notice-shares";
import type { CancelNoticeInput } from "./schema";
import { UNPOSTED_SLIP_STATUSES } from "./slip-lifecycle";
import { lockSlip } from "./slip-load";

/**
 * The duty holder cancels a notice until a slip exists, the chief until something is posted; slips on their way are
 * cancelled with it (rules 5.9). Quantity, stock and money are free again, and the contract's waiting notices are tried.
 */
export function cancelNotice(
  actor: Actor,
  input: CancelNoticeInput,
  key: IdempotencyKey,
): Promise<{ noticeId: string }> {
  return transactOnce({ key, actor, action: "notice.cancel", input }, async (tx) => {
    const { contractId, customerId } = await contractOfNotice(tx, input.noticeId);
    await lockCustomer(tx, customerId);
    await lockContractForShipping(tx, contractId);
    const notice = { ...(await lockNotice(tx, input.noticeId)), rowVersion: input.rowVersion };
    assertNoticeMove("cancel", notice, actor);
    const unposted: readonly string[] = UNPOSTED_SLIP_STATUSES;
    for (const { id, status } of notice.slips) {
      if (!unposted.includes(status)) continue;
      await dropSlip(tx, actor, await lockSlip(tx, id), { to: "CANCELLED", reason: input.comment });
    }
    await cancelOne(tx, actor, notice, input.comment);
    await refreshShipItem(tx, contractId);
    if (notice.status !== "DRAFT") await retryWaitingNotices(tx, actor, [contractId]);
    return { noticeId: notice.id };
  });
}

/** The contract is voided: its drafts and waiting notices end with it (rules 5.1). Transaction step. */
export async function cancelNoticesOf(
  tx: Tx,
  actor: Actor,
  contractId: string,
  reason = "合同作废",
): Promise<void> {
  const open = await tx.shippingNotice.findMany({
    where: { contractId, status: { in: ["DRAFT", "AWAITING_FUNDS"] } },
    orderBy: { id: "asc" },
    select: { id: true },
  });
  for (const { id } of open) await cancelOne(tx, actor, await lockNotice(tx, id), reason);
}

async function cancelOne(tx: Tx, actor: Actor, notice: WholeNotice, reason: string): Promise<void> {
  const { status, lines } = notice;
  if (status !== "DRAFT") await noteNotice(tx, givenBack(claimedBy(notice)));
  if (status === "ISSUED" || status === "ACKNOWLEDGED") {
    await giveBack(
      tx,
      lines.flatMap(({ id, productId }) => (productId === null ? [] : [id])),
    );
    await settlePreparations(tx, notice.contractId);
    await changeOpenPapers(tx, notice.contractId, -1);
  }
  await moveNotice(tx, notice, "CANCELLED", {
    cancelReason: reason,
    cancelledAt: clock.now(),
    cancelledByName: actor.name,
  });
  await closeWorkItemsOf(tx, notice.id);
  await recordAudit(tx, actor, {
    type: "notice.cancelled",
    subjectType: "shipping_notice",
    subjectId: notice.id,
    details: { docNo: notice.docNo ?? "", reason },
  });
}
