import "server-only";
import type { Money } from "@/lib/core/money";
import type { Tx } from "@/lib/server/db";
import type { QuarterPaymentMonth, SettlementMode } from "@/lib/server/generated/enums";

export type SettlementTerms = {
  settlementMode: SettlementMode;
  creditLimit: Money | null;
  accumulatedFrom: Money | null;
  quarterPaymentMonth: QuarterPaymentMonth;
  designatedPrepaid: boolean;
  creditRevoked: boolean;
};

/** Transaction step of an approved F20, the only writer of a customer's terms; call under the customer's lock. */
export async function changeSettlementTerms(
  tx: Tx,
  customerId: string,
  terms: SettlementTerms,
): Promise<void> {
  await tx.customer.update({
    where: { id: customerId },
    data: {
      ...terms,
      creditLimit: terms.creditLimit?.toString() ?? null,
      accumulatedFrom: terms.accumulatedFrom?.toString() ?? null,
      rowVersion: { increment: 1 },
    },
    select: { id: true },
  });
}
