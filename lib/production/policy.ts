/** Rules of production tasks that need neither clock nor database (F06, F07, F27; R1.1.3-B, T). */
import { addDays, type CalendarDate, daysBetween } from "@/lib/core/calendar-date";
import type { FieldIssue } from "@/lib/core/domain-error";
import { Quantity } from "@/lib/core/quantity";
import { needsStageReason, type TaskStage } from "./stages";

/** Days after which an open task without an entry is reminded of (F07). */
export const LOG_EVERY_DAYS = 7;

/** What of a contract line may still be tasked; never negative. */
export function restToProduce(line: {
  quantity: Quantity;
  closedQty: Quantity;
  qtyFromStock: Quantity;
  qtyToProduce: Quantity;
  taskedQty: Quantity;
}): Quantity {
  const wanted = line.quantity.minus(line.closedQty).minus(line.qtyFromStock);
  const rest = line.qtyToProduce.min(wanted).minus(line.taskedQty);
  return rest.isNegative() ? Quantity.zero : rest;
}

/** When production must have finished so that there is time to pack and ship; never before today. */
export function requiredOnOf(
  deliveryOn: CalendarDate | null,
  leadDays: number,
  today: CalendarDate,
): CalendarDate {
  const wanted = deliveryOn === null ? today : addDays(deliveryOn, -leadDays);
  return wanted < today ? today : wanted;
}

/** Days by which the expected date lies after the contract's; 0 when it does not. */
export function delayDays(expectedOn: CalendarDate | null, contractDueOn: CalendarDate | null) {
  if (expectedOn === null || contractDueOn === null || expectedOn <= contractDueOn) return 0;
  return daysBetween(contractDueOn, expectedOn);
}

export type LogFacts = {
  /** Whether production has signed for the notice. */
  isAccepted: boolean;
  stage: TaskStage;
  quantity: Quantity;
  finishedQty: Quantity;
  expectedOn: CalendarDate | null;
  contractDueOn: CalendarDate | null;
};
export type LogEntry = {
  stage: TaskStage;
  doneQty: Quantity;
  content: string;
  newExpectedOn: CalendarDate | null;
  delayReason: string;
};

/**
 * What stands against an entry of the register (R1.1.3-T2): before production has accepted the notice only a contact
 * can be noted, nothing moves; going back, stopping or counting less needs words, more
 * than the task has needs words, and a date after the contract's needs the reason of the delay.
 */
export function logIssues(facts: LogFacts, entry: LogEntry): FieldIssue[] {
  const explained = entry.content.trim() !== "";
  if (!facts.isAccepted) return contactIssues(facts, entry);
  const issues: FieldIssue[] = [];
  if (needsStageReason(facts.stage, entry.stage) && !explained)
    issues.push({ path: "content", code: "production.stage_back_needs_reason" });
  if (entry.doneQty.isLessThan(facts.finishedQty) && !explained)
    issues.push({
      path: "doneQty",
      code: "production.done_less_needs_reason",
      details: { done: facts.finishedQty.toString() },
    });
  if (entry.doneQty.isGreaterThan(facts.quantity) && !explained)
    issues.push({
      path: "doneQty",
      code: "production.done_over_needs_reason",
      details: { quantity: facts.quantity.toString() },
    });
  const expectedOn = entry.newExpectedOn ?? facts.expectedOn;
  if (
    entry.newExpectedOn !== null &&
    delayDays(expectedOn, facts.contractDueOn) > 0 &&
    entry.delayReason.trim() === ""
  )
    issues.push({
      path: "delayReason",
      code: "production.delay_reason_required",
      details: { dueOn: facts.contractDueOn ?? "" },
    });
  return issues;
}

/** Before the acceptance: words, and neither stage nor count nor date moves; the date is production's to promise. */
function contactIssues(facts: LogFacts, entry: LogEntry): FieldIssue[] {
  const issues: FieldIssue[] = [];
  const code = "production.accept_before_progress";
  if (entry.stage !== facts.stage) issues.push({ path: "stage", code });
  if (entry.doneQty.compare(facts.finishedQty) !== 0) issues.push({ path: "doneQty", code });
  if (entry.newExpectedOn !== null) issues.push({ path: "newExpectedOn", code });
  if (entry.content.trim() === "") issues.push({ path: "content", code: "common.required" });
  return issues;
}

/**
 * Of what is received, what belongs to the contract line; the rest is free stock (F27). The task's own share comes
 * first, and never more than the contract line still waits for.
 */
export function contractShare(facts: {
  received: Quantity;
  /** The task line's quantity without what is made beyond the contract. */
  share: Quantity;
  receivedBefore: Quantity;
  /** What the contract line still wants from production. */
  wanted: Quantity;
}): Quantity {
  const left = facts.share.minus(facts.share.min(facts.receivedBefore));
  const bound = facts.received.min(left).min(facts.wanted);
  return bound.isNegative() ? Quantity.zero : bound;
}

/** Packs that hold the goods: "qtyPerPack × packCount" must cover what is delivered, the last pack may be short. */
export function packsFit(quantity: Quantity, qtyPerPack: Quantity, packCount: number): boolean {
  const capacity = qtyPerPack.times(packCount);
  const allButLast = qtyPerPack.times(packCount - 1);
  return !capacity.isLessThan(quantity) && allButLast.isLessThan(quantity);
}
