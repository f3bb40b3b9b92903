import { approveContract } from "@/lib/contracts/approve-contract";
import { checkContract } from "@/lib/contracts/check-contract";
import { savedOrder } from "@/lib/contracts/order-start";
import { toOrder } from "@/lib/contracts/order-values";
import { saveDraft } from "@/lib/contracts/save-draft";
import { orderInput } from "@/lib/contracts/schema";
import { submitContract } from "@/lib/contracts/submit-contract";
import { addDays, type CalendarDate } from "@/lib/core/calendar-date";
import { clock } from "@/lib/server/clock";
import { cancelSlip, rejectSlip } from "@/lib/shipping/refuse-slip";
import { bindPickup } from "@/lib/walkin/bind-contract";
import { makeContract } from "@/lib/walkin/make-contract";
import { submitWalkIn } from "@/lib/walkin/submit-walk-in";
import { workday, workdaysAfter } from "./agenda";
import { contractRef } from "./contracts";
import type { KnownCustomer } from "./customers";
import { newKey } from "./keys";
import type { Company } from "./story";
import {
  countAs,
  giveOut,
  letPickupGo,
  slipRefOf,
  takeCash,
  walkInRef,
  writeWalkIn,
} from "./walk-in-acts";

/** How far each pickup has come on the last day, and how many days before it began. */
const STORIES = [
  { stage: "DRAFT", began: 0 },
  { stage: "PENDING_DEPT_HEAD", began: 0 },
  { stage: "PENDING_DIRECTOR", began: 0 },
  { stage: "WAITS_FOR_MONEY", began: 0 },
  { stage: "APPROVED", began: 0 },
  { stage: "HANDED_OVER", began: 0 },
  { stage: "DRAFT_OVERDUE", began: 5 },
  { stage: "CONTRACT_DRAFTED", began: 1 },
  { stage: "CONTRACT_OVERDUE", began: 10 },
  { stage: "REJECTED", began: 8 },
  { stage: "CANCELLED", began: 13 },
  { stage: "CONTRACT_EFFECTIVE", began: 20 },
  { stage: "PAID_EFFECTIVE", began: 27 },
] as const;
type Stage = (typeof STORIES)[number]["stage"];
type Story = { stage: Stage; customer: KnownCustomer };

/** Customers who came for goods before there was a contract: a pickup in every state, two of them late (rules 5.11). */
export function planWalkIns(company: Company, lastDay: CalendarDate): void {
  // While a contract is late its customer gets nothing more: those two come for nothing else.
  const onCredit = company.customers.filter(({ mode }) => mode !== "PREPAID");
  const [credit, late] = [onCredit.slice(0, -2), onCredit.slice(-2)];
  const prepaid = company.customers.filter(({ mode }) => mode === "PREPAID");
  for (const [index, { stage, began }] of STORIES.entries()) {
    const isPaid = stage === "WAITS_FOR_MONEY" || stage === "PAID_EFFECTIVE";
    const isLate = stage === "DRAFT_OVERDUE" || stage === "CONTRACT_OVERDUE";
    const file = isLate ? late : isPaid || stage === "PENDING_DIRECTOR" ? prepaid : credit;
    const customer = file[index % Math.max(file.length, 1)];
    if (!customer) continue;
    const on = earlier(workday(addDays(lastDay, -began)), lastDay);
    const time = `08:${String(20 + index * 2).padStart(2, "0")}`;
    company.agenda.plan(on, time, () => begin(company, { stage, customer }));
  }
}

const earlier = (a: CalendarDate, b: CalendarDate) => (a < b ? a : b);

async function begin(company: Company, { stage, customer }: Story): Promise<void> {
  const { staff } = company;
  const isPaid = stage === "WAITS_FOR_MONEY" || stage === "PAID_EFFECTIVE";
  const term = isPaid ? "PREPAID" : customer.mode === "PREPAID" ? "MONTHLY" : customer.mode;
  const id = await writeWalkIn(company, customer, term);
  if (id === null || stage === "DRAFT") return;
  await submitWalkIn(await staff.who("clerk"), await walkInRef(id), newKey());
  if (stage === "PENDING_DEPT_HEAD") return;
  const chief = await staff.who("chief");
  const words = { ...(await slipRefOf(id)), comment: "请先办合同" };
  if (stage === "REJECTED") return void (await rejectSlip(chief, words, newKey()));
  if (stage === "CANCELLED") return void (await cancelSlip(chief, words, newKey()));
  await letPickupGo(staff, id, stage !== "PENDING_DIRECTOR");
  if (stage === "PENDING_DIRECTOR") return;
  await countAs(staff, "clerk", id);
  if (stage === "APPROVED") return;
  await countAs(staff, "keeper", id);
  if (isPaid) await takeCash(staff, id, stage === "PAID_EFFECTIVE");
  if (stage === "WAITS_FOR_MONEY") return;
  await giveOut(staff, id);
  planContract(company, stage, id);
}

/** The contract afterwards, as far as the story goes (R1.2.4-b). */
function planContract({ staff, agenda }: Company, stage: Stage, id: string): void {
  if (stage === "HANDED_OVER" || stage === "DRAFT_OVERDUE") return;
  agenda.plan(clock.today(), "16:40", async () => {
    const clerk = await staff.who("clerk");
    const { contractId } = await makeContract(clerk, await walkInRef(id), newKey());
    await completeOrder(clerk, contractId);
    if (stage === "CONTRACT_DRAFTED") return;
    await submitContract(clerk, await contractRef(contractId), newKey());
    if (stage === "CONTRACT_OVERDUE") return;
    agenda.plan(workdaysAfter(clock.today(), 1), "09:50", async () => {
      const chief = await staff.who("chief");
      await checkContract(chief, { ...(await contractRef(contractId)), comment: "" }, newKey());
      const director = await staff.who("director");
      const agreed = { ...(await contractRef(contractId)), comment: "同意" };
      await approveContract(director, agreed, newKey(), { bindPickup });
    });
  });
}

/** What the clerk adds on the order screen: agreed, read back, and why by word. */
async function completeOrder(
  clerk: Awaited<ReturnType<Company["staff"]["who"]>>,
  contractId: string,
): Promise<void> {
  const order = await savedOrder(clerk, contractId);
  if (!order) throw new Error("The contract of the pickup is not in view");
  const { head, goods, charges, rowVersion } = order;
  const values = toOrder(
    {
      ...head,
      form: "VERBAL",
      agreedPrice: true,
      agreedDelivery: true,
      agreedPayment: true,
      agreedWith: head.ordererName,
      verbalReason: "OTHER",
      formReason: "临时提货补办",
      looserTermReason: head.looserTermReason || "提货时已经厂长同意",
      readBackConfirmed: true,
      readBackByName: clerk.name,
    },
    goods,
    charges,
  );
  await saveDraft(clerk, { contractId, rowVersion, order: orderInput.parse(values) }, newKey());
}
