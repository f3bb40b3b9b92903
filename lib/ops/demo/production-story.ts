import { approveContract } from "@/lib/contracts/approve-contract";
import { checkContract } from "@/lib/contracts/check-contract";
import { confirmRegister } from "@/lib/contracts/confirm-register";
import { submitContract } from "@/lib/contracts/submit-contract";
import { addDays, type CalendarDate } from "@/lib/core/calendar-date";
import { cancelTask } from "@/lib/production/cancel-task";
import { changeTask } from "@/lib/production/change-task";
import { informCustomer } from "@/lib/production/inform-customer";
import { rejectTask, returnTask } from "@/lib/production/refuse-task";
import { changeTaskInput, informCustomerInput } from "@/lib/production/schema";
import type { TaskStage } from "@/lib/production/stages";
import { attachFile } from "@/lib/server/attachments";
import { clock } from "@/lib/server/clock";
import { transact } from "@/lib/server/db";
import { contractRef, type Order, typeOrder } from "./contracts";
import type { KnownCustomer } from "./customers";
import { newKey } from "./keys";
import {
  acceptTaskOf,
  deliverOf,
  draftTaskOf,
  inspectOf,
  linesOf,
  logTaskOf,
  receiveOf,
  sendBackOf,
  signTaskOf,
  submitTaskOf,
  taskRef,
} from "./production-acts";
import type { Company } from "./story";

/** How far each contract of the story has come in production: every state of F06 and F27, every stage of F07. */
const FATES = [
  "UNTASKED",
  "DRAFT",
  "PENDING",
  "RETURNED",
  "REJECTED",
  "ISSUED",
  "URGENT",
  "ACCEPTED",
  "MATERIAL",
  "MACHINING",
  "HEAT_TREAT",
  "GRINDING",
  "COATING",
  "INSPECTION",
  "FINISHED",
  "STOPPED",
  "SILENT",
  "LATE",
  "LATE_TOLD",
  "CHANGED",
  "CANCELLED",
  "DELIVERED",
  "INSPECTED",
  "SENT_BACK",
  "PARTIAL",
  "DONE",
] as const;
type Fate = (typeof FATES)[number];

const STAGES: Partial<Record<Fate, TaskStage>> = {
  MATERIAL: "MATERIAL",
  MACHINING: "MACHINING",
  HEAT_TREAT: "HEAT_TREAT",
  GRINDING: "GRINDING",
  COATING: "COATING",
  INSPECTION: "INSPECTION",
  FINISHED: "FINISHED",
  STOPPED: "MACHINING",
};

/** Class B contracts of the last fortnight, one for every state of production. */
export function planProductions(company: Company, lastDay: CalendarDate): void {
  const customers = company.customers.filter(({ mode }) => mode === "MONTHLY");
  company.agenda.plan(addDays(lastDay, -13), "07:50", () => attachDrawings(company));
  for (const [index, fate] of FATES.entries()) {
    const customer = customers[index % Math.max(customers.length, 1)];
    if (!customer) continue;
    const at = (hour: string) => `${hour}:${String(10 + index).padStart(2, "0")}`;
    company.agenda.plan(addDays(lastDay, -13), at("08"), async () => {
      const contractId = await contractToProduce(company, customer, index);
      if (fate === "UNTASKED") return;
      company.agenda.plan(addDays(lastDay, -12), at("09"), async () => {
        const taskId = await issue(company, contractId, fate);
        if (taskId === null) return;
        planWork(company, { taskId, fate, lastDay, at });
      });
    });
  }
}

/** Ordered, checked, approved and registered in one morning; nothing of it lies in the store. */
async function contractToProduce(
  { staff, products }: Company,
  customer: KnownCustomer,
  index: number,
): Promise<string> {
  const scarce = [...products]
    .filter(({ supply }) => supply === "SCARCE")
    .sort((a, b) => a.price - b.price)
    .slice(0, 12);
  const product = scarce[index % Math.max(scarce.length, 1)];
  if (!product) throw new Error("The demo company has everything in the store");
  const clerk = await staff.who("clerk");
  // Small enough for a verbal order.
  const quantity = Math.max(1, Math.min(20 + (index % 5) * 10, Math.floor(9000 / product.price)));
  const order: Order = {
    customer,
    form: "VERBAL",
    lines: [{ product, quantity }],
    deliveryOn: addDays(clock.today(), 16 + (index % 7) * 2),
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

/** Writes the notice and brings it through the chief and production; null where it ends before that. */
async function issue({ staff }: Company, contractId: string, fate: Fate): Promise<string | null> {
  const taskId = await draftTaskOf(
    staff,
    contractId,
    fate === "URGENT" ? { priority: "URGENT" } : {},
  );
  if (taskId === null || fate === "DRAFT") return null;
  await submitTaskOf(staff, taskId);
  if (fate === "PENDING") return null;
  const chief = await staff.who("chief");
  if (fate === "RETURNED" || fate === "REJECTED") {
    const input = { ...(await taskRef(taskId)), comment: "请先与生产部确认日期" };
    await (fate === "RETURNED" ? returnTask : rejectTask)(chief, input, newKey());
    return null;
  }
  await signTaskOf(staff, taskId);
  if (fate === "ISSUED" || fate === "URGENT") return null;
  await acceptTaskOf(staff, taskId);
  return taskId;
}

type Work = {
  taskId: string;
  fate: Fate;
  lastDay: CalendarDate;
  at: (hour: string) => string;
};

/** What the workshop does in the fortnight. */
function planWork({ agenda, staff }: Company, { taskId, fate, lastDay, at }: Work): void {
  if (fate === "ACCEPTED" || fate === "SILENT") return;
  agenda.plan(addDays(lastDay, -6), at("10"), async () => {
    await logTaskOf(staff, taskId, { stage: "MATERIAL", content: "料已备齐" });
    agenda.plan(addDays(lastDay, -1), at("10"), () => continueWork(staff, taskId, fate));
  });
}

type Staff = Company["staff"];

async function continueWork(staff: Staff, taskId: string, fate: Fate): Promise<void> {
  const stage = STAGES[fate];
  if (stage === "MATERIAL") return;
  if (stage) await logTaskOf(staff, taskId, { stage, share: 0.5, content: "正常" });
  if (fate === "STOPPED")
    await logTaskOf(staff, taskId, { stage: "STOPPED", share: 0.5, content: "磨床检修" });
  if (fate === "LATE" || fate === "LATE_TOLD") await runLate(staff, taskId, fate === "LATE_TOLD");
  if (fate === "CHANGED") await changeDates(staff, taskId);
  if (fate === "CANCELLED") {
    const input = { ...(await taskRef(taskId)), comment: "客户改用现货型号" };
    await cancelTask(await staff.who("chief"), input, newKey());
  }
  if (["DELIVERED", "INSPECTED", "SENT_BACK", "PARTIAL", "DONE"].includes(fate))
    await deliver(staff, taskId, fate);
}

/** Later than the contract: the workshop says why, the clerk tells the customer. */
async function runLate(staff: Staff, taskId: string, isTold: boolean): Promise<void> {
  const [line] = await linesOf(taskId);
  const due = line?.contractDueOn?.toISOString().slice(0, 10) ?? clock.today();
  await logTaskOf(staff, taskId, {
    stage: "HEAT_TREAT",
    share: 0.2,
    content: "热处理外协排队",
    newExpectedOn: addDays(due as CalendarDate, 4),
    delayReason: "热处理外协排队",
  });
  if (!isTold) return;
  for (const { id, rowVersion } of await linesOf(taskId)) {
    const input = informCustomerInput.parse({
      taskLineId: id,
      rowVersion,
      informedOn: clock.today(),
      informedHow: "电话告知，客户同意顺延四天",
    });
    await informCustomer(await staff.who("clerk"), input, newKey());
  }
}

async function changeDates(staff: Staff, taskId: string): Promise<void> {
  const lines = await linesOf(taskId);
  const input = changeTaskInput.parse({
    ...(await taskRef(taskId)),
    priority: "URGENT",
    lines: lines.map(({ id, technicalRequirement, packingRequirement, requiredOn }) => ({
      id,
      requiredOn: requiredOn.toISOString().slice(0, 10),
      technicalRequirement: technicalRequirement || "刃口倒棱 0.05",
      packingRequirement,
    })),
    reason: "客户来电要求刃口倒棱",
  });
  await changeTask(await staff.who("chief"), input, newKey());
}

async function deliver(staff: Staff, taskId: string, fate: Fate): Promise<void> {
  const share = fate === "PARTIAL" || fate === "SENT_BACK" ? 0.5 : 1;
  await logTaskOf(staff, taskId, { stage: "FINISHED", share, content: "完工" });
  const slipId = await deliverOf(staff, taskId, share);
  if (fate === "DELIVERED") return;
  await inspectOf(staff, slipId, fate === "SENT_BACK" ? 1 : 0);
  if (fate === "INSPECTED") return;
  if (fate === "SENT_BACK") return sendBackOf(staff, slipId, "产品标识卡与实物不符");
  await receiveOf(staff, slipId);
}

/** Drawings of what is made to order, to be opened from the board. */
async function attachDrawings({ staff, products }: Company): Promise<void> {
  const clerk = await staff.who("clerk");
  const bytes = new TextEncoder().encode(
    "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj " +
      "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 842 595]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n",
  );
  for (const { id, spec } of products.filter(({ supply }) => supply === "SCARCE").slice(0, 6)) {
    const fileName = `图纸 ${spec.replaceAll("/", "-")}.pdf`;
    const file = { subjectType: "product", subjectId: id, kind: "drawing", fileName, bytes };
    await transact((tx) => attachFile(tx, clerk, file));
  }
}
