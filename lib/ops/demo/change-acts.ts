import { approveRevision } from "@/lib/changes/approve-revision";
import { proposedArchiveNo } from "@/lib/changes/archive-numbers";
import { changeStart } from "@/lib/changes/change-start";
import { checkRevision } from "@/lib/changes/check-revision";
import { archiveContract, completeContract } from "@/lib/changes/complete-contract";
import { decideShortClose } from "@/lib/changes/decide-short-close";
import { requestShortClose } from "@/lib/changes/request-short-close";
import { saveRevision } from "@/lib/changes/save-revision";
import { saveRevisionInput } from "@/lib/changes/schema";
import { submitRevision } from "@/lib/changes/submit-revision";
import { toOrder } from "@/lib/contracts/order-values";
import { addDays, type CalendarDate } from "@/lib/core/calendar-date";
import { clock } from "@/lib/server/clock";
import { db } from "@/lib/server/db";
import { contractRef } from "./contracts";
import { newKey } from "./keys";
import type { Staff } from "./people";

type Wish = { more?: number; later?: number; reason: string };

/** The clerk types what the customer wants changed: pieces more on the first line, days later for all of them. */
export async function draftChange(staff: Staff, contractId: string, wish: Wish): Promise<string> {
  const clerk = await staff.who("clerk");
  const start = await changeStart(clerk, contractId);
  if (!start) throw new Error("The contract cannot be changed");
  const { more = 0, later = 0, reason } = wish;
  const goods = start.goods.map((line, index) => ({
    ...line,
    quantity: index === 0 ? String(Number.parseInt(line.quantity, 10) + more) : line.quantity,
    deliveryOn: later === 0 ? line.deliveryOn : addDays(line.deliveryOn as CalendarDate, later),
  }));
  const head = {
    ...start.head,
    agreedPrice: true,
    agreedDelivery: true,
    agreedPayment: true,
    agreedOn: clock.today(),
    readBackConfirmed: true,
    readBackByName: start.head.ordererName,
  };
  const input = saveRevisionInput.parse({
    contractId,
    revisionId: start.revisionId,
    rowVersion: start.rowVersion,
    reason,
    proposal: { order: toOrder(head, goods, start.charges), lineIds: start.lineIds },
  });
  return (await saveRevision(clerk, input, newKey())).id;
}

export async function changeRef(id: string) {
  const { rowVersion } = await db.contractRevision.findUniqueOrThrow({
    where: { id },
    select: { rowVersion: true },
  });
  return { revisionId: id, rowVersion };
}

export async function sendChange(staff: Staff, id: string): Promise<void> {
  await submitRevision(await staff.who("clerk"), await changeRef(id), newKey());
}

export async function checkChange(staff: Staff, id: string): Promise<void> {
  const input = { ...(await changeRef(id)), comment: "已与客户核实" };
  await checkRevision(await staff.who("chief"), input, newKey());
}

async function approveChange(staff: Staff, id: string): Promise<void> {
  const input = { ...(await changeRef(id)), comment: "同意" };
  await approveRevision(await staff.who("director"), input, newKey());
}

/** A change with all signatures. */
export async function changeInForce(staff: Staff, contractId: string, wish: Wish): Promise<void> {
  const id = await draftChange(staff, contractId, wish);
  await sendChange(staff, id);
  await checkChange(staff, id);
  await approveChange(staff, id);
}

/** The rest of every line will not be shipped; the customer agreed on the telephone. */
export async function askShortClose(staff: Staff, contractId: string): Promise<string> {
  const lines = await db.contractLine.findMany({ where: { contractId, lineKind: "GOODS" } });
  const input = {
    ...(await contractRef(contractId)),
    reason: "尾数不足一盒，客户不再需要",
    consentNote: "客户采购电话同意",
    consentOn: clock.today(),
    quantities: Object.fromEntries(
      lines.map(({ id, quantity, noticedQty, closedQty }) => [
        id,
        quantity.minus(noticedQty).minus(closedQty).toFixed(3),
      ]),
    ),
  };
  return (await requestShortClose(await staff.who("clerk"), input, newKey())).id;
}

export async function signShortClose(staff: Staff, shortCloseId: string): Promise<void> {
  const input = { shortCloseId, rowVersion: 1, decision: "AGREE" as const, comment: "同意" };
  await decideShortClose(await staff.who("chief"), input, newKey());
}

export async function complete(staff: Staff, contractId: string): Promise<void> {
  const input = { ...(await contractRef(contractId)), comment: "" };
  await completeContract(await staff.who("clerk"), input, newKey());
}

/** Under the next number of the archive. */
export async function archive(staff: Staff, contractId: string): Promise<void> {
  const today = clock.today();
  const input = {
    ...(await contractRef(contractId)),
    archiveNo: await proposedArchiveNo(db, today),
    archivedOn: today,
  };
  await archiveContract(await staff.who("clerk"), input, newKey());
}
