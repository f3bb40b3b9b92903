import "server-only";
import { Money } from "@/lib/core/money";
import { lockContracts } from "@/lib/receivables/contract-facts";
import { lockCustomerAccount } from "@/lib/receivables/lock-account";
import { unusedContractFunds } from "@/lib/receivables/money-figures";
import { tieMoney } from "@/lib/receivables/settle";
import { clock } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/db";

/**
 * A contract ends (void, termination): its unused tied money becomes on-account money (rules 5.1). The money tied
 * last is released first, receipt by receipt, so that a reversal of a receipt still finds its own. Answers how much.
 */
export async function releaseContractFunds(tx: Tx, contractId: string): Promise<Money> {
  const owner = await tx.contractFunds.findFirst({
    where: { contractId },
    select: { customerId: true },
  });
  if (!owner) return Money.zero;
  const { customerId } = owner;
  await lockCustomerAccount(tx, customerId, clock.today());
  await lockContracts(tx, [contractId]);
  const unused = await unusedContractFunds(tx, contractId);
  if (!unused.isPositive()) return Money.zero;
  const tied = await tx.contractFunds.groupBy({
    by: ["receiptId"],
    where: { contractId },
    _sum: { amount: true },
    _max: { at: true },
    orderBy: [{ _max: { at: "desc" } }, { receiptId: "desc" }],
  });
  let left = unused;
  const rows = tied.flatMap(({ receiptId, _sum }) => {
    const part = Money.of(_sum.amount ?? 0).min(left);
    if (!part.isPositive()) return [];
    left = left.minus(part);
    return [{ contractId, receiptId, amount: part.negated(), reason: "CONTRACT_ENDED" }];
  });
  await tieMoney(tx, customerId, rows);
  return unused;
}
