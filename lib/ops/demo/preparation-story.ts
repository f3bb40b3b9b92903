import { approveContract } from "@/lib/contracts/approve-contract";
import { checkContract } from "@/lib/contracts/check-contract";
import { confirmRegister } from "@/lib/contracts/confirm-register";
import { resplitContract } from "@/lib/contracts/resplit";
import { submitContract } from "@/lib/contracts/submit-contract";
import { addDays, type CalendarDate } from "@/lib/core/calendar-date";
import { cancelOrder, rejectOrder, returnOrder } from "@/lib/preparation/decide-preparation";
import { receivePreparation } from "@/lib/preparation/execute-preparation";
import { releaseReserved } from "@/lib/preparation/release-reserved";
import { clock } from "@/lib/server/clock";
import { db } from "@/lib/server/db";
import { contractRef, type Order, typeOrder } from "./contracts";
import type { KnownCustomer } from "./customers";
import { newKey } from "./keys";
import type { Staff } from "./people";
import {
  draftOrderOf,
  finishOrderOf,
  orderRef,
  signOrderOf,
  submitOrderOf,
} from "./preparation-acts";
import { type KnownProduct, takeIn } from "./products";
import { issueGoods, letGo, sendNotice, signAsHead, writeNotice, writeSlip } from "./shipping";
import type { Company } from "./story";

/** How far each contract of the story has come with its preparation. */
const STAGES = [
  "DRAFT",
  "SUBMITTED",
  "RETURNED",
  "REJECTED",
  "ISSUED",
  "PREPARING",
  "PREPARED",
  "SHORT",
  "SPLIT_AGAIN",
  "RELEASED",
  "CANCELLED",
  "CONSUMED",
  "OFFERED",
] as const;
type Stage = (typeof STAGES)[number];

/** Mixed contracts of the last days, one for every state of a preparation order (F08). */
export function planPreparations(company: Company, lastDay: CalendarDate): void {
  const customers = company.customers.filter(({ mode }) => mode === "MONTHLY");
  for (const [index, stage] of STAGES.entries()) {
    const customer = customers[index % Math.max(customers.length, 1)];
    if (!customer) continue;
    const on = addDays(lastDay, -4);
    company.agenda.plan(on, `08:${String(10 + index * 3).padStart(2, "0")}`, async () => {
      const contractId = await runningContract(company, { customer, stage, index });
      company.agenda.plan(lastDay, `08:${String(10 + index * 3).padStart(2, "0")}`, () =>
        bringTo(company, contractId, stage),
      );
    });
  }
}

type Planned = { customer: KnownCustomer; stage: Stage; index: number };

/** Ordered, checked, approved and registered in one morning; partly in stock unless it is the offered one. */
async function runningContract(
  { staff, products }: Company,
  { customer, stage, index }: Planned,
): Promise<string> {
  const plenty = products.filter(({ supply }) => supply === "PLENTY");
  const scarce = products.filter(({ supply }) => supply === "SCARCE");
  const clerk = await staff.who("clerk");
  const lines = [lineOf(plenty, index, 12)];
  if (stage !== "OFFERED") lines.push(lineOf(scarce, index, 20));
  const inStore = lines[1]?.product;
  // Some of the scarce product lies in the store: one line is split (Q11).
  if (inStore && index % 2 === 0)
    await takeIn(staff, "OTHER", clock.today(), [
      { productId: inStore.id, quantity: 8, binCode: "C-01" },
    ]);
  const order: Order = {
    customer,
    form: "VERBAL",
    lines,
    deliveryOn: addDays(clock.today(), 15 + index),
    total: lines.reduce((sum, { product, quantity }) => sum + product.price * quantity, 0),
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

/** A line of the cheaper products: the story's orders stay small. */
function lineOf(products: readonly KnownProduct[], index: number, quantity: number) {
  const cheap = [...products].sort((a, b) => a.price - b.price).slice(0, 20);
  const product = cheap[index % Math.max(cheap.length, 1)];
  if (!product) throw new Error("The demo company sells nothing of this kind");
  return { product, quantity };
}

async function bringTo({ staff }: Company, contractId: string, stage: Stage): Promise<void> {
  const id = await draftOrderOf(staff, "clerk", contractId);
  if (id === null || stage === "DRAFT") return;
  await submitOrderOf(staff, "clerk", id);
  if (stage === "SUBMITTED") return;
  const chief = await staff.who("chief");
  if (stage === "RETURNED") {
    await returnOrder(chief, { ...(await orderRef(id)), comment: "完成期限请提前两天" }, newKey());
    return;
  }
  if (stage === "REJECTED") {
    await rejectOrder(chief, { ...(await orderRef(id)), comment: "客户改期，暂不备货" }, newKey());
    return;
  }
  await signOrderOf(staff, id);
  if (stage === "ISSUED" || stage === "OFFERED") return;
  if (stage === "CANCELLED") {
    await cancelOrder(chief, { ...(await orderRef(id)), comment: "客户推迟一个月" }, newKey());
    return;
  }
  await receivePreparation(await staff.who("keeper"), await orderRef(id), newKey());
  if (stage === "PREPARING") return;
  const isShort = stage === "SHORT" || stage === "SPLIT_AGAIN";
  await finishOrderOf(staff, id, isShort ? 2 : 0);
  if (stage === "SPLIT_AGAIN") await splitAgain(staff, contractId);
  if (stage === "RELEASED") await releaseOne(staff, contractId);
  if (stage === "CONSUMED") await shipAll(staff, contractId);
}

/** What is missing goes to production: the stock part becomes what stands on orders. */
async function splitAgain(staff: Staff, contractId: string): Promise<void> {
  const lines = await db.contractLine.findMany({ where: { contractId, lineKind: "GOODS" } });
  const splits = Object.fromEntries(
    lines.map(({ id, quantity, orderedPrepQty }) => [
      id,
      {
        fromStock: orderedPrepQty.toFixed(3),
        toProduce: quantity.minus(orderedPrepQty).toFixed(3),
      },
    ]),
  );
  const input = { ...(await contractRef(contractId)), splits };
  await resplitContract(await staff.who("clerk"), input, newKey());
}

async function releaseOne(staff: Staff, contractId: string): Promise<void> {
  const first = await db.stockReservation.findFirst({
    where: { contractId, status: "ACTIVE" },
    orderBy: { id: "asc" },
    select: { id: true },
  });
  if (!first) return;
  const input = { reservationIds: [first.id], comment: "急件先用，本合同另行安排" };
  await releaseReserved(await staff.who("chief"), input, newKey());
}

async function shipAll(staff: Staff, contractId: string): Promise<void> {
  const noticeId = await writeNotice(staff, "clerk", contractId);
  if (noticeId === null || !(await sendNotice(staff, "clerk", noticeId))) return;
  const slipId = await writeSlip(staff, "clerk", noticeId);
  if (await signAsHead(staff, slipId)) await letGo(staff, slipId);
  await issueGoods(staff, slipId);
}
