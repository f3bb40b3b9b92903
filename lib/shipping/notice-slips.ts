import "server-only";
import { changeOpenPapers } from "@/lib/contracts/progress";
import { fromDbDate } from "@/lib/core/calendar-date";
import type { Money } from "@/lib/core/money";
import type { Quantity } from "@/lib/core/quantity";
import { Prisma, type Tx } from "@/lib/server/db";
import { closeWorkItem, openWorkItem } from "@/lib/server/work-items";
import { lockNotice, noticeFacts } from "./notice-load";
import { moveNotice } from "./notice-move";
import { shippingTitle } from "./titles";

/** Signed: what slips take from a notice line and give back. */
export type NoticeLineChange = {
  noticeLineId: string;
  slippedQty: Quantity;
  slippedAmount: Money;
  postedQty: Quantity;
  postedAmount: Money;
};

/** Carries slips to their notice lines; the constraint refuses more than the notice has (Q29). */
export async function noteOnNotice(tx: Tx, changes: readonly NoticeLineChange[]): Promise<void> {
  if (changes.length === 0) return;
  const rows = changes.map(
    (change) => Prisma.sql`(${change.noticeLineId}::uuid, ${change.slippedQty.toString()}::numeric,
      ${change.slippedAmount.toString()}::numeric, ${change.postedQty.toString()}::numeric,
      ${change.postedAmount.toString()}::numeric)`,
  );
  await tx.$executeRaw`
    update notice_line l set slipped_qty = l.slipped_qty + c.slipped_qty,
      slipped_amount = l.slipped_amount + c.slipped_amount, posted_qty = l.posted_qty + c.posted_qty,
      posted_amount = l.posted_amount + c.posted_amount
    from (values ${Prisma.join(rows)}) as c (id, slipped_qty, slipped_amount, posted_qty, posted_amount)
    where l.id = c.id`;
}

/**
 * Where the notice stands after its slips changed: closed when all is posted, open again after a reversal, and with
 * a slip to make while a rest stands on none. Call with contract and notice locked.
 */
export async function settleNotice(tx: Tx, noticeId: string): Promise<void> {
  const notice = await lockNotice(tx, noticeId);
  const facts = noticeFacts(notice);
  if (notice.status === "ACKNOWLEDGED" && facts.allPosted) {
    await moveNotice(tx, notice, "CLOSED");
    await changeOpenPapers(tx, notice.contractId, -1);
  }
  if (notice.status === "CLOSED" && !facts.allPosted) {
    await moveNotice(tx, notice, "ACKNOWLEDGED");
    await changeOpenPapers(tx, notice.contractId, 1);
  }
  if (facts.hasRest) {
    await openWorkItem(tx, {
      kind: "notice.make_slip",
      subjectType: "shipping_notice",
      subjectId: notice.id,
      title: shippingTitle(notice),
      duty: "OUTBOUND_SLIP",
      dueOn: fromDbDate(notice.requiredShipOn),
    });
  } else {
    await closeWorkItem(tx, { kind: "notice.make_slip", subjectId: notice.id });
  }
}
