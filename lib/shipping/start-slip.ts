import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import type { WholeContract } from "@/lib/contracts/load";
import { changeOpenPapers, lockContractForShipping } from "@/lib/contracts/progress";
import { toDbDate } from "@/lib/core/calendar-date";
import { DomainError } from "@/lib/core/domain-error";
import { Money } from "@/lib/core/money";
import { recordAudit } from "@/lib/server/audit";
import { clock } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/db";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { newId } from "@/lib/server/ids";
import { assertWholePieces, countedCells } from "@/lib/settings/whole-pieces";
import { countsAsCredit } from "./contract-view";
import { contractOfNotice, lockNotice, type WholeNotice } from "./notice-load";
import { assertNoticeMove, moveNotice } from "./notice-move";
import { noteOnNotice, settleNotice } from "./notice-slips";
import { type NoticeInput, quantitiesOf, type SaveSlipInput } from "./schema";
import type { SlipShare } from "./slip-amounts";
import {
  held,
  heldByShares,
  requestedShares,
  restOf,
  slippableLines,
  writeSlipLines,
} from "./slip-lines";
import { lockSlip, placeOfSlip, slipFacts } from "./slip-load";
import { assertSlipMove, moveSlip } from "./slip-move";

/**
 * The slip clerk starts a slip from an issued notice, which acknowledges it (R1.2.2-a): everything that stands on no
 * slip yet is proposed. Throws `shipping.notice_wrong_status` for a notice that is not issued.
 */
export function startSlip(
  actor: Actor,
  input: NoticeInput,
  key: IdempotencyKey,
): Promise<{ slipId: string; rowVersion: number }> {
  return transactOnce({ key, actor, action: "slip.start", input }, async (tx) => {
    const { contractId } = await contractOfNotice(tx, input.noticeId);
    const contract = await lockContractForShipping(tx, contractId);
    const notice = { ...(await lockNotice(tx, input.noticeId)), rowVersion: input.rowVersion };
    assertNoticeMove(notice.status === "ISSUED" ? "start_slip" : "next_slip", notice, actor);
    const lines = await slippableLines(tx, notice, null);
    const shares = requestedShares(lines, restOf(lines));
    const slipId = await createSlip(tx, actor, { contract, notice, shares });
    await noteOnNotice(tx, heldByShares(shares));
    await changeOpenPapers(tx, contract.id, 1);
    await acknowledge(tx, actor, notice);
    await settleNotice(tx, notice.id);
    await recordAudit(tx, actor, {
      type: "slip.started",
      subjectType: "outbound_slip",
      subjectId: slipId,
      details: { noticeNo: notice.docNo ?? "" },
    });
    return { slipId, rowVersion: 1 };
  });
}

async function acknowledge(tx: Tx, actor: Actor, notice: WholeNotice): Promise<void> {
  if (notice.status !== "ISSUED") return moveNotice(tx, notice, "ACKNOWLEDGED");
  await moveNotice(tx, notice, "ACKNOWLEDGED", {
    acknowledgedById: actor.id,
    acknowledgedByName: actor.name,
    acknowledgedAt: clock.now(),
  });
  await recordAudit(tx, actor, {
    type: "notice.acknowledged",
    subjectType: "shipping_notice",
    subjectId: notice.id,
    details: { docNo: notice.docNo ?? "" },
  });
}

type NewSlip = { contract: WholeContract; notice: WholeNotice; shares: readonly SlipShare[] };

async function createSlip(
  tx: Tx,
  actor: Actor,
  { contract, notice, shares }: NewSlip,
): Promise<string> {
  const slipId = newId();
  await tx.outboundSlip.create({
    data: {
      id: slipId,
      slipOn: toDbDate(clock.today()),
      noticeId: notice.id,
      contractId: contract.id,
      contractNo: notice.contractNo,
      customerId: notice.customerId,
      customerName: notice.customerName,
      deliveryMethod: notice.deliveryMethod,
      paymentTerm: contract.paymentTerm,
      isCreditSlip: countsAsCredit(contract),
      totalAmount: Money.sum(shares.map(({ amount }) => amount)).toString(),
      preparedById: actor.id,
      preparedByName: actor.name,
      createdAt: clock.now(),
    },
  });
  await writeSlipLines(tx, slipId, notice, shares);
  return slipId;
}

/** The preparer changes a draft: quantities within the notice, exception reason, remark (F10). */
export function saveSlip(
  actor: Actor,
  input: SaveSlipInput,
  key: IdempotencyKey,
): Promise<{ slipId: string; rowVersion: number }> {
  return transactOnce({ key, actor, action: "slip.save", input }, async (tx) => {
    const { contractId, noticeId } = await placeOfSlip(tx, input.slipId);
    if (contractId === null || noticeId === null)
      throw new DomainError("shipping.slip_wrong_status");
    await lockContractForShipping(tx, contractId);
    const notice = await lockNotice(tx, noticeId);
    const slip = { ...(await lockSlip(tx, input.slipId)), rowVersion: input.rowVersion };
    assertSlipMove("edit", slipFacts(slip), actor);
    const requested = quantitiesOf(input.quantities);
    await assertWholePieces(tx, countedCells("quantities", notice.lines, requested));
    const shares = requestedShares(await slippableLines(tx, notice, slip), requested);
    await noteOnNotice(tx, held(slip.lines, -1));
    await noteOnNotice(tx, heldByShares(shares));
    await writeSlipLines(tx, slip.id, notice, shares);
    await moveSlip(tx, slip, "DRAFT", {
      totalAmount: Money.sum(shares.map(({ amount }) => amount)).toString(),
      exceptionReason: input.exceptionReason,
      remark: input.remark,
      revision: { increment: slip.docNo === null ? 0 : 1 },
    });
    await settleNotice(tx, notice.id);
    await recordAudit(tx, actor, {
      type: "slip.changed",
      subjectType: "outbound_slip",
      subjectId: slip.id,
    });
    return { slipId: slip.id, rowVersion: input.rowVersion + 1 };
  });
}
