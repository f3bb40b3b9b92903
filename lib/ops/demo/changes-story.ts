import { cancelRevision, returnRevision } from "@/lib/changes/refuse-revision";
import { approveContract } from "@/lib/contracts/approve-contract";
import { checkContract } from "@/lib/contracts/check-contract";
import { confirmRegister } from "@/lib/contracts/confirm-register";
import { decideRequest } from "@/lib/contracts/decide-request";
import { requestEnd } from "@/lib/contracts/request-end";
import { submitContract } from "@/lib/contracts/submit-contract";
import { addDays, type CalendarDate, endOfMonth } from "@/lib/core/calendar-date";
import { DomainError } from "@/lib/core/domain-error";
import { cancelPreparationsOf } from "@/lib/preparation/steps";
import { cancelTasksOf } from "@/lib/production/steps";
import { acknowledge } from "@/lib/records/acknowledge";
import { clock } from "@/lib/server/clock";
import { db } from "@/lib/server/db";
import { cancelNoticesOf } from "@/lib/shipping/cancel-notice";
import { decideReversal } from "@/lib/shipping/decide-reversal";
import { requestReversal } from "@/lib/shipping/request-reversal";
import {
  archive,
  askShortClose,
  changeInForce,
  changeRef,
  checkChange,
  complete,
  draftChange,
  sendChange,
  signShortClose,
} from "./change-acts";
import { contractRef, type Order, typeOrder } from "./contracts";
import type { KnownCustomer } from "./customers";
import { newKey } from "./keys";
import type { Staff } from "./people";
import { acceptTaskOf, draftTaskOf, signTaskOf, submitTaskOf } from "./production-acts";
import { monthsBetween } from "./routine";
import {
  callCourier,
  giveToCourier,
  issueGoods,
  letGo,
  pack,
  sendNotice,
  signAsHead,
  writeNotice,
  writeSlip,
} from "./shipping";
import type { Company } from "./story";

/** One contract for every way that a contract can be changed and end. */
const FATES = [
  "CHANGE_DRAFT",
  "CHANGE_RETURNED",
  "CHANGE_WITH_CHIEF",
  "CHANGE_WITH_DIRECTOR",
  "CHANGE_CANCELLED",
  "CHANGED",
  "CHANGED_TWICE",
  "CHANGED_IN_PRODUCTION",
  "SHORT_CLOSE_ASKED",
  "SHORT_CLOSED",
  "TERMINATED",
  "COMPLETED",
  "ARCHIVED",
  "CHANGED_WHEN_PACKED",
  "REVERSAL_ASKED",
  "REVERSED",
] as const;
type Fate = (typeof FATES)[number];

const SHIPPED_SHARE: Partial<Record<Fate, number>> = {
  SHORT_CLOSE_ASKED: 0.8,
  SHORT_CLOSED: 0.8,
  TERMINATED: 0.5,
  COMPLETED: 1,
  ARCHIVED: 1,
};

/** Contracts of the last week, one for every state of a change and every end. */
export function planChanges(company: Company, lastDay: CalendarDate): void {
  const customers = company.customers.filter(({ mode }) => mode === "MONTHLY");
  for (const [index, fate] of FATES.entries()) {
    const customer = customers[(index + 3) % Math.max(customers.length, 1)];
    if (!customer) continue;
    const at = (hour: string) => `${hour}:${String(12 + index * 3).padStart(2, "0")}`;
    company.agenda.plan(addDays(lastDay, -6), at("08"), async () => {
      const contractId = await runningContract(company, { customer, fate, index });
      const share = SHIPPED_SHARE[fate];
      if (share !== undefined) {
        company.agenda.plan(addDays(lastDay, -5), at("09"), () =>
          ship(company.staff, contractId, share),
        );
      }
      company.agenda.plan(addDays(lastDay, -1), at("14"), () =>
        bringTo(company.staff, contractId, fate),
      );
    });
  }
}

/** What is delivered is completed and archived at the end of each month. */
export function planClosing(company: Company, firstDay: CalendarDate, lastDay: CalendarDate): void {
  for (const month of monthsBetween(firstDay, lastDay)) {
    const on = endOfMonth(month);
    if (on >= lastDay) continue;
    company.agenda.plan(on, "16:20", () => closeMonth(company.staff));
  }
}

async function closeMonth(staff: Staff): Promise<void> {
  const finished = await db.contract.findMany({
    where: { status: "COMPLETED" },
    orderBy: { seq: "asc" },
    select: { id: true },
  });
  for (const { id } of finished) await archive(staff, id);
  const proposed = await db.workItem.findMany({
    where: { kind: "contract.complete", closedAt: null },
    orderBy: { id: "asc" },
    select: { subjectId: true },
  });
  for (const { subjectId } of proposed) await unlessRefused(() => complete(staff, subjectId));
}

/** A paper may still be open: then the registrar comes back to it next month. */
async function unlessRefused(act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
  }
}

type Planned = { customer: KnownCustomer; fate: Fate; index: number };

/** Ordered, checked, approved and registered in one morning. */
async function runningContract(
  { staff, products }: Company,
  { customer, fate, index }: Planned,
): Promise<string> {
  const supply = fate === "CHANGED_IN_PRODUCTION" ? "SCARCE" : "PLENTY";
  const fitting = products
    .filter((product) => product.supply === supply)
    .sort((a, b) => a.price - b.price);
  const product = fitting[(index * 2) % Math.min(12, fitting.length)];
  if (!product) throw new Error("The demo company makes nothing");
  const quantity = 10;
  const clerk = await staff.who("clerk");
  const order: Order = {
    customer,
    form: "VERBAL",
    lines: [{ product, quantity }],
    deliveryOn: addDays(clock.today(), 12 + index),
    total: product.price * quantity,
    channel: "PHONE",
  };
  const id = await typeOrder(clerk, order, clock.today(), clock.now());
  await submitContract(clerk, await contractRef(id), newKey());
  const opinion = async () => ({ ...(await contractRef(id)), comment: "" });
  await checkContract(await staff.who("chief"), await opinion(), newKey());
  await approveContract(await staff.who("director"), await opinion(), newKey());
  await confirmRegister(clerk, { contractIds: [id], remark: "" }, newKey());
  return id;
}

/** Notice, slip, goods, box and courier in one go. */
async function ship(staff: Staff, contractId: string, share: number): Promise<void> {
  const slipId = await issue(staff, contractId, share);
  if (slipId !== null) await giveToCourier(staff, await packAndCall(staff, slipId));
}

/** The goods are out of the store and in the house; answers the slip, or null when the gates held it back. */
async function issue(staff: Staff, contractId: string, share: number): Promise<string | null> {
  const noticeId = await writeNotice(staff, "clerk", contractId, share);
  if (noticeId === null || !(await sendNotice(staff, "clerk", noticeId))) return null;
  const slipId = await writeSlip(staff, "clerk", noticeId);
  if (await signAsHead(staff, slipId)) await letGo(staff, slipId);
  await issueGoods(staff, slipId);
  return slipId;
}

async function packAndCall(staff: Staff, slipId: string): Promise<string> {
  return callCourier(staff, await pack(staff, slipId, true), "2.5");
}

async function bringTo(staff: Staff, contractId: string, fate: Fate): Promise<void> {
  if (fate.startsWith("CHANGE")) return change(staff, contractId, fate);
  if (fate === "TERMINATED") return terminate(staff, contractId);
  if (fate === "REVERSED" || fate === "REVERSAL_ASKED") return takeBack(staff, contractId, fate);
  if (fate === "SHORT_CLOSE_ASKED" || fate === "SHORT_CLOSED") {
    const id = await askShortClose(staff, contractId);
    if (fate === "SHORT_CLOSED") await signShortClose(staff, id);
    return;
  }
  await unlessRefused(() => complete(staff, contractId));
  if (fate === "ARCHIVED") await unlessRefused(() => archive(staff, contractId));
}

async function change(staff: Staff, contractId: string, fate: Fate): Promise<void> {
  if (fate === "CHANGED_IN_PRODUCTION") await produce(staff, contractId);
  if (fate === "CHANGED_WHEN_PACKED") return changeWhenPacked(staff, contractId);
  if (fate.startsWith("CHANGED")) {
    await changeInForce(staff, contractId, { more: 2, later: 7, reason: "客户加订，交货期顺延" });
    if (fate === "CHANGED_TWICE")
      await changeInForce(staff, contractId, { later: 3, reason: "客户要求再晚三天" });
    return;
  }
  const id = await draftChange(staff, contractId, { more: 5, reason: "客户电话加订五支" });
  if (fate === "CHANGE_DRAFT") return;
  if (fate === "CHANGE_CANCELLED") {
    const input = { ...(await changeRef(id)), comment: "客户另下新单" };
    await cancelRevision(await staff.who("clerk"), input, newKey());
    return;
  }
  await sendChange(staff, id);
  if (fate === "CHANGE_RETURNED") {
    const input = { ...(await changeRef(id)), comment: "请写明加订部分的交货期" };
    await returnRevision(await staff.who("chief"), input, newKey());
  }
  if (fate === "CHANGE_WITH_DIRECTOR") await checkChange(staff, id);
}

/** The workshop has the notice when the customer calls again: it must acknowledge the change. */
async function produce(staff: Staff, contractId: string): Promise<void> {
  const taskId = await draftTaskOf(staff, contractId);
  if (taskId === null) return;
  await submitTaskOf(staff, taskId);
  await signTaskOf(staff, taskId);
  await acceptTaskOf(staff, taskId);
}

/** The parcel waits for the courier when the customer calls again: the store has taken note, shipping has not yet. */
async function changeWhenPacked(staff: Staff, contractId: string): Promise<void> {
  const slipId = await issue(staff, contractId, 0.5);
  if (slipId === null) return;
  await packAndCall(staff, slipId);
  await changeInForce(staff, contractId, { later: 7, reason: "余货请晚一周发" });
  const told = await db.acknowledgement.findMany({ where: { contractId, holder: "WAREHOUSE" } });
  for (const { id } of told)
    await acknowledge(await staff.who("keeper"), { acknowledgementId: id }, newKey());
}

/** Taken from the wrong bin, seen before the courier came: the keeper asks to take it back, the chief signs (5.12). */
async function takeBack(staff: Staff, contractId: string, fate: Fate): Promise<void> {
  const slipId = await issue(staff, contractId, 0.5);
  if (slipId === null) return;
  const { rowVersion } = await db.outboundSlip.findUniqueOrThrow({ where: { id: slipId } });
  const asked = { slipId, rowVersion, comment: "拿错批号，货还在库里" };
  const { reversalId } = await requestReversal(await staff.who("keeper"), asked, newKey());
  if (fate === "REVERSAL_ASKED") return;
  const decision = { reversalId, rowVersion: 1, decision: "AGREE" as const, comment: "同意" };
  await decideReversal(await staff.who("chief"), decision, newKey());
}

async function terminate(staff: Staff, contractId: string): Promise<void> {
  const asked = {
    ...(await contractRef(contractId)),
    kind: "TERMINATE" as const,
    reason: "客户停产，余货不再需要",
  };
  const { id: requestId } = await requestEnd(await staff.who("clerk"), asked, newKey());
  const decision = { requestId, rowVersion: 1, decision: "AGREE" as const, comment: "同意终止" };
  await decideRequest(await staff.who("director"), decision, newKey(), {
    cancelPapers: async (tx, actor, id, reason) => {
      await cancelNoticesOf(tx, actor, id, reason);
      await cancelTasksOf(tx, actor, id, reason);
      await cancelPreparationsOf(tx, actor, id, reason);
    },
  });
}
