/** A payment plan against the amount it is for: does it cover it, and is its deposit lawful (conventions 4.11). */
import { type DecimalLike, exactDecimal } from "@/lib/core/fixed-decimal";
import { Money, nextShare } from "@/lib/core/money";

const DEPOSIT_CAP_DIVISOR = 5; // 20 % of the contract's value (Civil Code 586)

/** One instalment, given in percent of the total ("30") or as an amount in yuan. */
export type Instalment = ({ percent: DecimalLike } | { amount: DecimalLike }) & {
  isDeposit: boolean; // 定金; a plain prepayment has no cap
  isBeforeDelivery: boolean;
};

export type PaymentPlanVerdict = {
  amounts: Money[]; // one for each instalment
  missing: Money; // total less the instalments: zero when the plan covers all, negative when it exceeds
  isDepositTooHigh: boolean;
  dueBeforeDelivery: Money;
};

/** Works out the instalments; percentages that make 100 sum to the total to the cent. */
export function assessPaymentPlan(total: Money, plan: readonly Instalment[]): PaymentPlanVerdict {
  const amounts = instalmentAmounts(total, plan);
  const sumWhere = (wanted: (instalment: Instalment) => boolean) =>
    Money.sum(plan.flatMap((instalment, i) => (wanted(instalment) ? (amounts[i] ?? []) : [])));
  const deposit = sumWhere((instalment) => instalment.isDeposit);
  return {
    amounts,
    missing: total.minus(Money.sum(amounts)),
    isDepositTooHigh: deposit.times(DEPOSIT_CAP_DIVISOR).isGreaterThan(total),
    dueBeforeDelivery: sumWhere((instalment) => instalment.isBeforeDelivery),
  };
}

function instalmentAmounts(total: Money, plan: readonly Instalment[]): Money[] {
  let percentSoFar = exactDecimal(0);
  let takenByPercent = Money.zero;
  return plan.map((instalment) => {
    if ("amount" in instalment) return Money.of(instalment.amount);
    percentSoFar = percentSoFar.plus(exactDecimal(instalment.percent));
    const part = nextShare(total, takenByPercent, percentSoFar, 100);
    takenByPercent = takenByPercent.plus(part);
    return part;
  });
}
