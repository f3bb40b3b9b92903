import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { approvalInbox, type InboxItem } from "@/lib/contracts/queries";
import { Money } from "@/lib/core/money";
import { type CreditOutlook, creditOutlook } from "@/lib/credit/queries";

export type DecidableItem = { item: InboxItem; credit: CreditOutlook };

/** The approval inbox with the credit outlook of each contract. */
export async function inboxWithCredit(actor: Actor): Promise<DecidableItem[]> {
  const items = await approvalInbox(actor);
  return Promise.all(
    items.map(async (item) => ({
      item,
      credit: await creditOutlook(
        actor,
        item.customerId,
        Money.of(item.totalAmount),
        item.paymentTerm,
      ),
    })),
  );
}
