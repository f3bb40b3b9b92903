import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { productSummary } from "@/lib/contracts/policy";
import { changeOpenPapers, noteDelivery, noteShippedAmount } from "@/lib/contracts/progress";
import { proposeCompletion } from "@/lib/contracts/propose-completion";
import { type CalendarDate, toDbDate } from "@/lib/core/calendar-date";
import { Money } from "@/lib/core/money";
import { Quantity } from "@/lib/core/quantity";
import { releaseCommitment } from "@/lib/credit/commitments";
import { dueDate } from "@/lib/credit/due-date";
import type { CustomerTerms } from "@/lib/credit/queries";
import { settlePreparations } from "@/lib/preparation/settle";
import { postDelivery } from "@/lib/receivables/post-delivery";
import { clock } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/db";
import { sign } from "@/lib/server/signatures";
import { closeWorkItem, openWorkItem } from "@/lib/server/work-items";
import { consumeReservations, type UsedPlace } from "@/lib/stock/issue-stock";
import { type CreditSnapshot, creditTerm } from "./credit-check";
import { type NoticeLineChange, noteOnNotice, settleNotice } from "./notice-slips";
import type { IssuedShare } from "./slip-amounts";
import { slipContentHash } from "./slip-content";
import type { WholeSlip } from "./slip-load";
import type { LockedChain } from "./slip-locks";
import { moveSlip } from "./slip-move";
import { auditCheck } from "./submit-slip";
import { plainShippingTitle } from "./titles";

export type Posting = LockedChain & {
  shares: readonly IssuedShare[];
  snapshot: CreditSnapshot;
  terms: CustomerTerms;
};

/**
 * Posts a slip in the caller's transaction (rules 5.6): reservations consumed and goods out, receivable from today,
 * contract and notice progress, commitment gone, the keeper's signature, the packer's turn.
 */
export async function postSlip(
  tx: Tx,
  actor: Actor,
  posting: Posting,
  shortReason: string,
): Promise<void> {
  const { slip, contract, notice, shares, snapshot } = posting;
  const today = clock.today();
  await noteDelivery(tx, progressOf(slip, shares));
  await noteShippedAmount(tx, contract.id, Money.sum(shares.map(({ amount }) => amount)));
  await noteOnNotice(tx, noticeChanges(slip, shares));
  const used = await takeOut(tx, actor, posting, today);
  await settlePreparations(tx, contract.id);
  await writeIssued(tx, slip, shares, used);
  await moveSlip(tx, slip, "ISSUED", {
    creditSnapshot: snapshot,
    issuedById: actor.id,
    issuedByName: actor.name,
    issuedAt: clock.now(),
    issuedOn: toDbDate(today),
    totalAmount: Money.sum(shares.map(({ amount }) => amount)).toString(),
    shortReason,
  });
  await releaseCommitment(tx, slip.id);
  await postDelivery(tx, receivableOf(actor, posting, today));
  await changeOpenPapers(tx, contract.id, -1);
  await settleNotice(tx, notice.id);
  await proposeCompletion(tx, contract.id);
  await signAndHandOn(tx, actor, slip);
  await auditCheck(tx, actor, { type: "slip.issued", slip, snapshot, comment: shortReason });
}

function progressOf(slip: WholeSlip, shares: readonly IssuedShare[]) {
  const lineOf = new Map(slip.lines.map((line) => [line.id, line]));
  return shares.flatMap(({ slipLineId, quantity, amount }) => {
    const contractLineId = lineOf.get(slipLineId)?.contractLineId;
    return contractLineId ? [{ contractLineId, quantity, amount }] : [];
  });
}

/** What was not issued goes back to the notice; what was issued is posted on it. */
function noticeChanges(slip: WholeSlip, shares: readonly IssuedShare[]): NoticeLineChange[] {
  const lineOf = new Map(slip.lines.map((line) => [line.id, line]));
  return shares.flatMap(({ slipLineId, quantity, amount }) => {
    const line = lineOf.get(slipLineId);
    if (!line?.noticeLineId) return [];
    return [
      {
        noticeLineId: line.noticeLineId,
        slippedQty: quantity.minus(Quantity.of(line.requestedQty)),
        slippedAmount: amount.minus(Money.of(line.amount)),
        postedQty: quantity,
        postedAmount: amount,
      },
    ];
  });
}

function takeOut(tx: Tx, actor: Actor, { slip, shares }: Posting, today: CalendarDate) {
  const lineOf = new Map(slip.lines.map((line) => [line.id, line]));
  const leaving = shares.flatMap(({ slipLineId, quantity }) => {
    const line = lineOf.get(slipLineId);
    if (!line?.noticeLineId || line.productId === null) return [];
    return [{ sourceLineId: line.noticeLineId, slipLineId, quantity }];
  });
  const { id: slipId, contractNo, customerName } = slip;
  const issued = {
    actor,
    slipId,
    slipNo: slip.docNo ?? "",
    contractNo,
    summary: customerName,
    today,
  };
  return consumeReservations(tx, issued, leaving);
}

async function writeIssued(
  tx: Tx,
  slip: WholeSlip,
  shares: readonly IssuedShare[],
  used: ReadonlyMap<string, readonly UsedPlace[]>,
): Promise<void> {
  const lineOf = new Map(slip.lines.map((line) => [line.id, line]));
  for (const { slipLineId, quantity, amount } of shares) {
    const places = used.get(slipLineId) ?? [];
    const isGoods = lineOf.get(slipLineId)?.lineKind === "GOODS";
    await tx.slipLine.update({
      where: { id: slipLineId },
      data: {
        issuedQty: quantity.toString(),
        issuedAmount: amount.toString(),
        ...(isGoods && {
          binCode: unique(places.map(({ binCode }) => binCode)).slice(0, 60),
          batchNo: unique(places.map(({ batchNo }) => batchNo)).slice(0, 80),
        }),
      },
    });
  }
}

function unique(codes: readonly string[]): string {
  return [...new Set(codes.filter(Boolean))].join("、");
}

function receivableOf(
  actor: Actor,
  { slip, contract, shares, terms }: Posting,
  today: CalendarDate,
) {
  const lineOf = new Map(slip.lines.map((line) => [line.id, line]));
  const isGoods = ({ slipLineId }: IssuedShare) => lineOf.get(slipLineId)?.lineKind === "GOODS";
  const goods = shares.filter(isGoods);
  const contractTerm = creditTerm(slip);
  const names = goods.flatMap(({ slipLineId }) => lineOf.get(slipLineId)?.productName ?? []);
  const isAccumulated = contractTerm === "ACCUMULATED" || terms.settlementMode === "ACCUMULATED";
  return {
    actor,
    slipId: slip.id,
    slipNo: slip.docNo ?? "",
    customerId: slip.customerId,
    contractId: contract.id,
    contractNo: slip.contractNo,
    goodsAmount: Money.sum(goods.map(({ amount }) => amount)),
    chargeAmount: Money.sum(shares.filter((share) => !isGoods(share)).map(({ amount }) => amount)),
    dueOn: dueDate({
      deliveredOn: today,
      contractTerm,
      dueDays: dueDaysOf(contract),
      customerMode: terms.settlementMode,
      tier: terms.tier,
      quarterPaymentMonth: terms.quarterPaymentMonth,
    }),
    accumulatedFrom: isAccumulated ? terms.accumulatedFrom : null,
    summary: `发货 ${productSummary(names)}`.slice(0, 120),
    today,
  };
}

/** Days after delivery: of the contract (货到付款), or the shortest of the instalments after delivery. */
function dueDaysOf({ dueDays, instalments }: LockedChain["contract"]): number | null {
  const after = instalments.flatMap((step) =>
    step.kind === "AFTER_DELIVERY" ? (step.dueDays ?? []) : [],
  );
  return dueDays ?? (after.length > 0 ? Math.min(...after) : null);
}

async function signAndHandOn(tx: Tx, actor: Actor, slip: WholeSlip): Promise<void> {
  await sign(tx, actor, {
    permission: "slip:issue",
    subjectType: "outbound_slip",
    subjectId: slip.id,
    step: "ISSUED",
    decision: "AGREE",
    revision: slip.revision,
    contentHash: slipContentHash(slip),
  });
  await closeWorkItem(tx, { kind: "slip.issue", subjectId: slip.id });
  await openWorkItem(tx, {
    kind: "slip.pack",
    subjectType: "outbound_slip",
    subjectId: slip.id,
    title: plainShippingTitle(slip),
    duty: "OUTBOUND_SLIP",
    dueOn: clock.today(),
  });
}
