import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import type { WholeContract } from "@/lib/contracts/load";
import { changeOpenPapers } from "@/lib/contracts/progress";
import { fromDbDate, toDbDate } from "@/lib/core/calendar-date";
import type { Money } from "@/lib/core/money";
import { Quantity } from "@/lib/core/quantity";
import { recordAudit } from "@/lib/server/audit";
import { clock } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/db";
import { drawNumber } from "@/lib/server/sequence";
import { closeWorkItem, openWorkItem } from "@/lib/server/work-items";
import { reserve } from "@/lib/stock/reserve-stock";
import { NOTICE_SOURCE, takeOver } from "@/lib/stock/take-over";
import type { GateResult } from "./gates";
import type { WholeNotice } from "./notice-load";
import { moveNotice } from "./notice-move";
import { shippingTitle } from "./titles";

/** The gates that fail, as a notice keeps them: the first by name, all with their figures. */
export function failingGates(results: readonly GateResult[]) {
  const failing = results.filter(({ fails }) => fails);
  return {
    blockedBy: failing[0]?.gate ?? "",
    blockedDetails: failing.map(({ gate, details }) => ({ gate, ...details })),
    names: failing.map(({ gate }) => gate as string),
  };
}

/**
 * An issued notice binds what it ships (rules 5.6): first what a preparation order or a production receipt bound for
 * the same contract line, the rest from what lies free. Throws `stock.not_enough`.
 */
export async function bindGoods(tx: Tx, notice: WholeNotice): Promise<void> {
  const wishes = notice.lines.flatMap((line) =>
    line.productId === null
      ? []
      : [
          {
            contractId: notice.contractId,
            contractLineId: line.contractLineId,
            productId: line.productId,
            quantity: Quantity.of(line.quantity),
            sourceType: NOTICE_SOURCE,
            sourceLineId: line.id,
            path: `quantities.${line.contractLineId}`,
            productName: line.productName,
            unit: line.unit,
          },
        ],
  );
  const taken = await takeOver(tx, wishes);
  const rest = wishes.map((wish) => ({
    ...wish,
    quantity: wish.quantity.minus(taken.get(wish.sourceLineId) ?? Quantity.zero),
  }));
  await reserve(
    tx,
    rest.filter(({ quantity }) => quantity.isPositive()),
  );
}

type Leaving = {
  contract: WholeContract;
  notice: WholeNotice;
  outcome: "ISSUED" | "AWAITING_FUNDS";
  results: readonly GateResult[];
  totalAmount: Money;
};

/** The notice leaves the draft and gets its FH number; the counter comes last. */
export async function leaveDraft(
  tx: Tx,
  actor: Actor,
  { contract, notice, outcome, results, totalAmount }: Leaving,
): Promise<{
  noticeId: string;
  outcome: "ISSUED" | "AWAITING_FUNDS";
  docNo: string;
  failing: string[];
}> {
  const today = clock.today();
  const { blockedBy, blockedDetails, names } = failingGates(results);
  if (outcome === "ISSUED") await changeOpenPapers(tx, contract.id, 1);
  const { number: docNo, seq } = await drawNumber(tx, "FH", today);
  const named = { ...notice, docNo, totalAmount };
  await moveNotice(tx, notice, outcome, {
    docNo,
    docSeq: seq,
    noticeOn: toDbDate(today),
    totalAmount: totalAmount.toString(),
    isPartial: isPartial(contract, notice),
    issuedById: actor.id,
    issuedByName: actor.name,
    blockedBy,
    blockedDetails,
    ...(outcome === "ISSUED" && { issuedAt: clock.now() }),
    ...fundsState(contract, outcome),
  });
  await openNextItem(tx, named, outcome);
  await recordAudit(tx, actor, {
    type: outcome === "ISSUED" ? "notice.issued" : "notice.waits_for_funds",
    subjectType: "shipping_notice",
    subjectId: notice.id,
    details: { docNo, amount: totalAmount.toString(), gates: names },
  });
  return { noticeId: notice.id, outcome, docNo, failing: names };
}

function fundsState(contract: WholeContract, outcome: "ISSUED" | "AWAITING_FUNDS") {
  if (contract.paymentTerm !== "PREPAID") return { fundsStatus: "NOT_REQUIRED" as const };
  if (outcome === "AWAITING_FUNDS") return { fundsStatus: "WAITING" as const };
  return { fundsStatus: "CONFIRMED" as const, fundsConfirmedAt: clock.now() };
}

function isPartial(contract: WholeContract, notice: WholeNotice): boolean {
  const taken = new Map(
    notice.lines.map((line) => [line.contractLineId, Quantity.of(line.quantity)]),
  );
  return contract.lines.some(
    ({ id, lineKind, quantity }) =>
      lineKind === "GOODS" && (taken.get(id) ?? Quantity.zero).isLessThan(Quantity.of(quantity)),
  );
}

/** Who must act next: the collector while money is missing, the slip clerk once it is issued. */
export async function openNextItem(
  tx: Tx,
  notice: Pick<WholeNotice, "id" | "contractNo" | "customerName" | "requiredShipOn"> & {
    docNo: string | null;
    totalAmount: { toFixed(digits: number): string };
  },
  outcome: "ISSUED" | "AWAITING_FUNDS",
): Promise<void> {
  const waits = outcome === "AWAITING_FUNDS";
  if (!waits) await closeWorkItem(tx, { kind: "notice.awaiting_funds", subjectId: notice.id });
  await openWorkItem(tx, {
    kind: waits ? "notice.awaiting_funds" : "notice.make_slip",
    subjectType: "shipping_notice",
    subjectId: notice.id,
    title: shippingTitle(notice),
    duty: waits ? "COLLECTION" : "OUTBOUND_SLIP",
    dueOn: fromDbDate(notice.requiredShipOn),
  });
}
