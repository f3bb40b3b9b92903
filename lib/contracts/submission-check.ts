import "server-only";
import type { WholeContract } from "@/lib/contracts/load";
import { recommendForm } from "@/lib/contracts/policy";
import { MANDATORY_CLAUSES } from "@/lib/contracts/schema";
import { type CalendarDate, dateInShanghai, fromDbDate } from "@/lib/core/calendar-date";
import type { FieldIssue } from "@/lib/core/domain-error";
import { Money } from "@/lib/core/money";
import { assessPaymentPlan } from "@/lib/core/payment-plan";
import { isLooserTerm, type Tier } from "@/lib/credit/terms-policy";

export type SubmissionFacts = {
  today: CalendarDate;
  customerMode: WholeContract["paymentTerm"];
  tier: Tier;
  customerHasUsage: boolean;
  formalAmountThreshold: Money;
  hasNewLine: boolean;
};

/** What a draft still lacks when it is submitted, each at its field; an empty list lets it pass. */
export function submissionIssues(contract: WholeContract, facts: SubmissionFacts): FieldIssue[] {
  return [
    ...lineIssues(contract, facts.today),
    ...futureIssues(contract, facts.today),
    ...termIssues(contract, facts),
    ...formIssues(contract, facts),
    ...(contract.form === "FORMAL" ? formalIssues(contract) : []),
  ];
}

function lineIssues(contract: WholeContract, today: CalendarDate): FieldIssue[] {
  return contract.lines.flatMap((line, index): FieldIssue[] => {
    if (line.lineKind !== "GOODS") return [];
    const path = `lines.${index}.deliveryOn`;
    if (line.deliveryOn === null) return [{ path, code: "contracts.delivery_date_missing" }];
    const deliveryOn = fromDbDate(line.deliveryOn);
    // What a walk-in pickup took was delivered before its contract was made (R1.2.4-b).
    return deliveryOn < today && contract.walkInId === null
      ? [{ path, code: "contracts.delivery_in_past", details: { today } }]
      : [];
  });
}

/** What is written down as said or agreed has happened already (F02, R1.1.2-b); a clock may run minutes ahead. */
function futureIssues(contract: WholeContract, today: CalendarDate): FieldIssue[] {
  const issues: FieldIssue[] = [];
  if (dateInShanghai(contract.orderedAt) > today)
    issues.push({ path: "orderedAt", code: "common.date_in_future" });
  if (contract.agreedOn !== null && fromDbDate(contract.agreedOn) > today)
    issues.push({ path: "agreedOn", code: "common.date_in_future" });
  return issues;
}

function termIssues(
  contract: WholeContract,
  { customerMode, tier, customerHasUsage }: SubmissionFacts,
): FieldIssue[] {
  const issues: FieldIssue[] = [];
  if (isLooserTerm(contract.paymentTerm, customerMode, tier) && contract.looserTermReason === "") {
    issues.push({ path: "looserTermReason", code: "contracts.looser_term_reason_missing" });
  }
  if (tier === "NEW" && contract.usage === "" && !customerHasUsage) {
    issues.push({ path: "usage", code: "contracts.usage_missing" });
  }
  return issues;
}

/** Deviating from the recommended form needs words that both approvers see (R1.1.2-F, R1.1.2-V). */
function formIssues(contract: WholeContract, facts: SubmissionFacts): FieldIssue[] {
  if (contract.form === "FORMAL") return [];
  const issues: FieldIssue[] = [];
  // Only the phone tells later whom the order was read back to (F02).
  if (contract.ordererPhone === "") issues.push({ path: "ordererPhone", code: "common.required" });
  if (contract.verbalReason === "")
    issues.push({ path: "verbalReason", code: "contracts.verbal_reason_missing" });
  const { form } = recommendForm({
    paymentTerm: contract.paymentTerm,
    total: Money.of(contract.totalAmount),
    formalAmountThreshold: facts.formalAmountThreshold,
    hasNewLine: facts.hasNewLine,
  });
  const needsWords = form === "FORMAL" || contract.verbalReason === "OTHER";
  if (needsWords && contract.formReason === "") {
    issues.push({ path: "formReason", code: "contracts.form_reason_missing" });
  }
  return issues;
}

function formalIssues(contract: WholeContract): FieldIssue[] {
  const issues: FieldIssue[] = [];
  const clauses = contract.clauses as Record<string, string>;
  for (const key of MANDATORY_CLAUSES) {
    if (!clauses[key]?.trim())
      issues.push({ path: `clauses.${key}`, code: "contracts.clause_missing" });
  }
  if (contract.signPlace === "") issues.push({ path: "signPlace", code: "common.required" });
  if (contract.instalments.length === 0) return issues;
  const plan = assessPaymentPlan(
    Money.of(contract.totalAmount),
    contract.instalments.map(({ percent, kind }) => ({
      percent: percent.toFixed(2),
      isDeposit: kind === "DEPOSIT",
      isBeforeDelivery: kind !== "AFTER_DELIVERY",
    })),
  );
  if (!plan.missing.isZero()) {
    issues.push({
      path: "instalments",
      code: "contracts.plan_not_whole",
      details: { missing: plan.missing.toString() },
    });
  }
  if (plan.isDepositTooHigh)
    issues.push({ path: "instalments", code: "contracts.deposit_too_high" });
  return issues;
}
