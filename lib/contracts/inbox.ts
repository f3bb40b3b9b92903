import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { isSignedEarly } from "@/lib/contracts/policy";
import { approvalInbox, type InboxItem } from "@/lib/contracts/waiting-contracts";
import { fromDbDate } from "@/lib/core/calendar-date";
import { Quantity } from "@/lib/core/quantity";
import { type CreditOutlook, creditOutlooks } from "@/lib/credit/outlook";
import { clock } from "@/lib/server/clock";
import { db } from "@/lib/server/db";
import { beyondPromise } from "@/lib/stock/stock-figures";

/** What has changed or looks odd on the day of the decision (rules 5.1, F03). */
type Cautions = { uncovered: number; signedEarly: boolean };
export type DecidableItem = { item: InboxItem & Cautions; credit: CreditOutlook };

/** The approval inbox with the credit outlook of each contract, and what to watch before agreeing: a fixed number of queries. */
export async function inboxWithCredit(actor: Actor): Promise<DecidableItem[]> {
  const items = await approvalInbox(actor);
  const [cautions, outlooks] = await Promise.all([
    cautionsOf(items.map(({ id }) => id)),
    creditOutlooks(items),
  ]);
  return items.flatMap((item, index) => {
    const credit = outlooks[index];
    const caution = cautions.get(item.id);
    return credit && caution ? [{ item: { ...item, ...caution }, credit }] : [];
  });
}

async function cautionsOf(contractIds: readonly string[]): Promise<Map<string, Cautions>> {
  const details = await db.contract.findMany({
    where: { id: { in: [...contractIds] } },
    select: {
      id: true,
      form: true,
      signDate: true,
      lines: {
        where: { qtyFromStock: { gt: 0 } },
        select: { productId: true, qtyFromStock: true },
      },
    },
  });
  const wishes = details.flatMap(({ id, lines }) =>
    lines.flatMap(({ productId, qtyFromStock }) =>
      productId === null
        ? []
        : [{ contractId: id, productId, quantity: Quantity.of(qtyFromStock) }],
    ),
  );
  const beyond = await beyondPromise(db, wishes);
  return new Map(
    details.map(({ id, form, signDate }) => [
      id,
      {
        uncovered: beyond.filter(({ contractId }) => contractId === id).length,
        signedEarly: isSignedEarly(
          { form, signDate: signDate && fromDbDate(signDate) },
          clock.today(),
        ),
      },
    ]),
  );
}
