import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { isSignedEarly } from "@/lib/contracts/policy";
import { approvalInbox, type InboxItem } from "@/lib/contracts/waiting-contracts";
import { fromDbDate } from "@/lib/core/calendar-date";
import { Money } from "@/lib/core/money";
import { Quantity } from "@/lib/core/quantity";
import { type CreditOutlook, creditOutlook } from "@/lib/credit/queries";
import { clock } from "@/lib/server/clock";
import { db, type Prisma } from "@/lib/server/db";
import { stockFigures } from "@/lib/stock/stock-figures";

/** What has changed or looks odd on the day of the decision (rules 5.1, F03). */
type Cautions = { uncovered: number; signedEarly: boolean };
export type DecidableItem = { item: InboxItem & Cautions; credit: CreditOutlook };

/** The approval inbox with the credit outlook of each contract, and what to watch before agreeing. */
export async function inboxWithCredit(actor: Actor): Promise<DecidableItem[]> {
  const items = await approvalInbox(actor);
  const details = await db.contract.findMany({
    where: { id: { in: items.map(({ id }) => id) } },
    select: DETAILS,
  });
  const detailOf = new Map(details.map((detail) => [detail.id, detail]));
  return Promise.all(
    items.map(async (item) => {
      const detail = detailOf.get(item.id);
      const cautions = detail ? await cautionsOf(detail) : { uncovered: 0, signedEarly: false };
      const credit = await creditOutlook(
        actor,
        item.customerId,
        Money.of(item.totalAmount),
        item.paymentTerm,
      );
      return { item: { ...item, ...cautions }, credit };
    }),
  );
}

const DETAILS = {
  id: true,
  form: true,
  signDate: true,
  lines: { where: { qtyFromStock: { gt: 0 } }, select: { productId: true, qtyFromStock: true } },
} as const satisfies Prisma.ContractSelect;
type Detail = Prisma.ContractGetPayload<{ select: typeof DETAILS }>;

async function cautionsOf({ id, form, signDate, lines }: Detail): Promise<Cautions> {
  const products = lines.flatMap(({ productId }) => productId ?? []);
  const figures = await stockFigures(db, products, { exceptContractId: id });
  const uncovered = lines.filter(({ productId, qtyFromStock }) => {
    const free = productId === null ? undefined : figures.get(productId)?.freeToPromise;
    return free !== undefined && Quantity.of(qtyFromStock).isGreaterThan(free);
  });
  const signOn = signDate && fromDbDate(signDate);
  return {
    uncovered: uncovered.length,
    signedEarly: isSignedEarly({ form, signDate: signOn }, clock.today()),
  };
}
