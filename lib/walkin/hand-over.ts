import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { type CalendarDate, toDbDate } from "@/lib/core/calendar-date";
import { DomainError } from "@/lib/core/domain-error";
import { Money } from "@/lib/core/money";
import { Quantity } from "@/lib/core/quantity";
import { isCoveredBy } from "@/lib/credit/policy";
import { freeMoney } from "@/lib/receivables/kept-for-pickup";
import { lockCustomerAccount } from "@/lib/receivables/lock-account";
import { recordAudit } from "@/lib/server/audit";
import { clock } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/db";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { closeWorkItem } from "@/lib/server/work-items";
import { currentSettings } from "@/lib/settings/queries";
import { addWorkingDays, nextWorkingDay } from "@/lib/settings/working-days";
import { approvedException, checkCredit } from "@/lib/shipping/credit-check";
import { backToDirector } from "@/lib/shipping/issue-slip";
import { slipFacts } from "@/lib/shipping/slip-load";
import { assertSlipMove } from "@/lib/shipping/slip-move";
import { askForContract } from "./contract-items";
import { assertWalkInMove, type LockedWalkIn, lockWalkIn, type WholeWalkIn } from "./load";
import { assertNothingOverdue } from "./overdue";
import { type CountedLine, compareCounts } from "./policy";
import { leavingAmount, type PickupPosting, postPickup } from "./post-pickup";
import type { HandOverWalkInInput } from "./schema";

export type HandOverOutcome = {
  walkInId: string;
  outcome: "HANDED_OVER" | "RETURNED_TO_DIRECTOR";
  violations: string[];
};

/**
 * The goods leave in the receiver's hands (R1.2.4-a): both counts equal, the receiver known and signed, the money in
 * where it is due before, the credit checked again. Stock, receivable, shipping log and follow-up in one transaction;
 * from today the contract has its deadlines (R1.2.4-b). A debt that grew goes back to the director, and that is kept.
 */
export function handOverWalkIn(
  actor: Actor,
  input: HandOverWalkInInput,
  key: IdempotencyKey,
): Promise<HandOverOutcome> {
  return transactOnce({ key, actor, action: "walkin.hand_over", input }, async (tx) => {
    const locked = await lockWalkIn(tx, input);
    const { walkIn, slip } = locked;
    const plan = assertWalkInMove("hand_over", walkIn, actor);
    assertSlipMove("issue", slipFacts(slip), actor);
    await lockCustomerAccount(tx, walkIn.customerId, clock.today());
    await assertNothingOverdue(tx, walkIn.customerId, walkIn.id);
    const quantities = countedQuantities(walkIn, input.shortReason);
    const amount = amountOf(locked, quantities);
    await assertPaid(tx, walkIn, amount);
    const check = await checkCredit(tx, slip, amount);
    if (!isCoveredBy(check.verdict, approvedException(slip))) {
      const { violations } = await backToDirector(tx, actor, slip);
      await closeWorkItem(tx, { kind: "walkin.hand_over", subjectId: walkIn.id });
      return { walkInId: walkIn.id, outcome: "RETURNED_TO_DIRECTOR", violations };
    }
    const { snapshot, standing } = check;
    const posting: PickupPosting = {
      ...locked,
      quantities,
      amount,
      snapshot,
      terms: standing.terms,
    };
    await postPickup(tx, actor, posting, input);
    await noteHandOver(tx, actor, { walkIn, to: plan.to, amount, input });
    return { walkInId: walkIn.id, outcome: "HANDED_OVER", violations: [...snapshot.violations] };
  });
}

/** What leaves is what both counted, by line number of pickup and slip. */
function countedQuantities(walkIn: WholeWalkIn, shortReason: string): Map<number, Quantity> {
  const counted = walkIn.lines.map(
    (line): CountedLine => ({
      id: line.id,
      productName: line.productName,
      unit: line.unit,
      quantity: Quantity.of(line.quantity),
      countedByKeeper: line.countedByKeeper && Quantity.of(line.countedByKeeper),
      countedByClerk: line.countedByClerk && Quantity.of(line.countedByClerk),
    }),
  );
  const { issues, isShort } = compareCounts(counted);
  const [first] = issues;
  if (first) throw new DomainError(first.code, first.details, issues);
  if (isShort && shortReason === "") {
    const missing = [{ path: "shortReason", code: "walkin.short_reason_required" }];
    throw new DomainError("walkin.short_reason_required", undefined, missing);
  }
  return new Map(walkIn.lines.map((line) => [line.lineNo, Quantity.of(line.countedByKeeper ?? 0)]));
}

function amountOf({ slip }: LockedWalkIn, quantities: ReadonlyMap<number, Quantity>): Money {
  return Money.sum(
    slip.lines.map((line) => leavingAmount(line, quantities.get(line.lineNo) ?? Quantity.zero)),
  );
}

/** Paid in advance means confirmed by finance before anything leaves (R1.3.1-P1). */
async function assertPaid(tx: Tx, walkIn: WholeWalkIn, amount: Money): Promise<void> {
  if (walkIn.paymentTerm !== "PREPAID") return;
  const confirmed = await freeMoney(tx, walkIn.customerId);
  if (!confirmed.isLessThan(amount)) return;
  throw new DomainError("walkin.funds_missing", {
    required: amount.toString(),
    confirmed: confirmed.toString(),
    missing: amount.minus(confirmed).toString(),
  });
}

type HandedOver = {
  walkIn: WholeWalkIn;
  to: "HANDED_OVER";
  amount: Money;
  input: HandOverWalkInInput;
};

async function noteHandOver(
  tx: Tx,
  actor: Actor,
  { walkIn, to, amount, input }: HandedOver,
): Promise<void> {
  const now = clock.now();
  const { draftDueOn, effectiveDueOn } = await deadlines(tx, clock.today());
  await tx.walkIn.update({
    where: { id: walkIn.id },
    data: {
      status: to,
      totalAmount: amount.toString(),
      receiverName: input.receiverName,
      receiverIdNo: input.receiverIdNo,
      receiverPhone: input.receiverPhone,
      vehicleNo: input.vehicleNo,
      receiverSignedAt: now,
      handedOverAt: now,
      draftDueOn: toDbDate(draftDueOn),
      effectiveDueOn: toDbDate(effectiveDueOn),
      rowVersion: { increment: 1 },
    },
  });
  // The pickup costs what left, line by line, as its slip does.
  await tx.$executeRaw`
    update walk_in_line w set amount = l.issued_amount from slip_line l
    where l.slip_id = ${walkIn.slipId}::uuid and w.walk_in_id = ${walkIn.id}::uuid and w.line_no = l.line_no`;
  await askForContract(tx, { ...walkIn, draftDueOn, effectiveDueOn }, "draft");
  await recordAudit(tx, actor, {
    type: "walkin.handed_over",
    subjectType: "walk_in",
    subjectId: walkIn.id,
    details: {
      docNo: walkIn.docNo ?? "",
      person: input.receiverName,
      amount: amount.toString(),
      reason: input.shortReason,
    },
  });
}

/** The draft the same working day, on a day off by the end of the next; effective some working days later. */
async function deadlines(
  tx: Tx,
  today: CalendarDate,
): Promise<{ draftDueOn: CalendarDate; effectiveDueOn: CalendarDate }> {
  const { walkInContractDays } = await currentSettings(tx);
  return {
    draftDueOn: await nextWorkingDay(tx, today),
    effectiveDueOn: await addWorkingDays(tx, today, walkInContractDays),
  };
}
