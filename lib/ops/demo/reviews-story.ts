import { approveContract } from "@/lib/contracts/approve-contract";
import { checkContract } from "@/lib/contracts/check-contract";
import { confirmRegister } from "@/lib/contracts/confirm-register";
import { recordCustomerSignature } from "@/lib/contracts/record-customer-signature";
import { submitContract } from "@/lib/contracts/submit-contract";
import { addDays, type CalendarDate } from "@/lib/core/calendar-date";
import { confirmReuse } from "@/lib/reviews/confirm-reuse";
import { returnReview } from "@/lib/reviews/refuse-review";
import { closeFollowUp } from "@/lib/reviews/settle-follow-up";
import { startReviewVersion } from "@/lib/reviews/start-version";
import { cancelReview } from "@/lib/reviews/withdraw-review";
import { clock } from "@/lib/server/clock";
import { workday } from "./agenda";
import { attachScan, contractRef, typeOrder } from "./contracts";
import type { KnownCustomer } from "./customers";
import { newKey } from "./keys";
import type { KnownProduct } from "./products";
import {
  answerAll,
  approve,
  circulate,
  conclude,
  reviewRef,
  type Wish,
  writeReview,
} from "./review-acts";
import type { Company } from "./story";

/** How far each review has come on the last day, and how many days before it began. */
const STORIES = [
  { stage: "DRAFT", began: 0 },
  { stage: "CIRCULATING", began: 1 },
  { stage: "CIRCULATING", began: 3 },
  { stage: "PENDING_CHIEF", began: 3 },
  { stage: "PENDING_DIRECTOR", began: 4 },
  { stage: "RETURNED", began: 5 },
  { stage: "EFFECTIVE", began: 6 },
  { stage: "REJECTED", began: 12 },
  { stage: "CANCELLED", began: 14 },
  { stage: "CHANGING", began: 16 },
  { stage: "SUPERSEDED", began: 20 },
  { stage: "EXPIRED", began: 80 },
  { stage: "REUSED", began: 100 },
  { stage: "ORDERED", began: 9 },
  { stage: "NUMBERED", began: 11 },
  { stage: "EXECUTING", began: 18 },
  { stage: "EXECUTING", began: 22 },
] as const;
type Stage = (typeof STORIES)[number]["stage"];

/** Non-standard products of the last months: a review in every state, and the class C contracts that rest on some. */
export function planReviews(company: Company, lastDay: CalendarDate): void {
  const products = company.products.filter(({ supply }) => supply === "NEW");
  const customers = company.customers.filter(({ mode }) => mode !== "PREPAID");
  for (const [index, { stage, began }] of STORIES.entries()) {
    const customer = customers[(index * 2 + 1) % Math.max(customers.length, 1)];
    const product = products[index % Math.max(products.length, 1)];
    if (!customer || !product) continue;
    const on = earlier(workday(addDays(lastDay, -began)), lastDay);
    const time = `08:${String(12 + index * 2).padStart(2, "0")}`;
    company.agenda.plan(on, time, () => begin(company, { customer, product, stage, lastDay }));
  }
}

const earlier = (a: CalendarDate, b: CalendarDate) => (a < b ? a : b);

type Story = {
  customer: KnownCustomer;
  product: KnownProduct;
  stage: Stage;
  lastDay: CalendarDate;
};

async function begin(company: Company, story: Story): Promise<void> {
  const { staff } = company;
  const { stage, customer, product, lastDay } = story;
  const today = clock.today();
  const promised = addDays(lastDay, 20);
  const floor = product.price;
  const wish: Wish = { customer, product, quantity: 20, wantedOn: promised };
  const id = await writeReview(staff, wish);
  if (stage === "DRAFT") return;
  if (stage === "CANCELLED") {
    const words = { ...(await reviewRef(id)), comment: "客户改用标准刀具" };
    await cancelReview(await staff.who("clerk"), words, newKey());
    return;
  }
  await circulate(staff, id);
  company.agenda.plan(earlier(workday(addDays(today, 1)), lastDay), "09:20", async () => {
    const silent = stage === "CIRCULATING";
    await answerAll(staff, id, {
      proposedOn: promised,
      floor,
      ...(silent ? { only: ["TECH", "PURCHASE"] as const } : {}),
    });
    if (silent || stage === "PENDING_CHIEF") return;
    company.agenda.plan(earlier(workday(addDays(today, 2)), lastDay), "09:50", () =>
      decide(company, story, { id, promised, floor }),
    );
  });
}

type Decided = { id: string; promised: CalendarDate; floor: number };

async function decide(company: Company, story: Story, decided: Decided): Promise<void> {
  const { staff } = company;
  const { id, promised, floor } = decided;
  if (story.stage === "RETURNED") {
    const words = { ...(await reviewRef(id)), comment: "客户图纸缺公差，请补图后再评" };
    await returnReview(await staff.who("chief"), words, newKey());
    return;
  }
  if (story.stage === "REJECTED") {
    await conclude(staff, id, { approvedOn: promised, floor, conclusion: "REJECT" });
    return;
  }
  await conclude(staff, id, { approvedOn: promised, floor });
  if (story.stage === "PENDING_DIRECTOR") return;
  await approve(staff, id);
  await afterApproval(company, story, decided);
}

async function afterApproval(company: Company, story: Story, decided: Decided): Promise<void> {
  const { staff, agenda } = company;
  const { stage, lastDay } = story;
  const next = earlier(workday(addDays(clock.today(), 1)), lastDay);
  if (stage === "CHANGING" || stage === "SUPERSEDED") {
    agenda.plan(next, "10:20", () => changeAfterwards(company, story, decided));
  }
  if (stage === "EXPIRED" || stage === "REUSED") {
    agenda.plan(next, "10:30", async () => {
      const words = { ...(await reviewRef(decided.id)), comment: "客户项目推迟，暂不订货" };
      await closeFollowUp(await staff.who("clerk"), words, newKey());
    });
  }
  if (stage === "REUSED") {
    agenda.plan(earlier(addDays(lastDay, -2), lastDay), "10:40", async () => {
      const input = { ...(await reviewRef(decided.id)), comment: "图纸版次未变，可沿用" };
      await confirmReuse(await staff.who("technical"), input, newKey());
    });
  }
  if (stage === "ORDERED" || stage === "NUMBERED" || stage === "EXECUTING") {
    agenda.plan(next, "10:50", () => order(company, story, decided));
  }
}

/** The customer sends a new drawing: a new version, still a draft or already concluded. */
async function changeAfterwards(
  { staff }: Company,
  { stage }: Story,
  { id, promised, floor }: Decided,
): Promise<void> {
  const words = { ...(await reviewRef(id)), comment: "客户把轮廓度改为 0.015" };
  const { id: second } = await startReviewVersion(await staff.who("clerk"), words, newKey());
  if (stage === "CHANGING") return;
  await circulate(staff, second);
  await answerAll(staff, second, { proposedOn: promised, floor: floor + 30 });
  await conclude(staff, second, { approvedOn: promised, floor: floor + 30 });
  await approve(staff, second);
}

/** The customer agrees to price and date: a class C contract, formal as the regulation wants it. */
async function order(company: Company, story: Story, { promised, floor }: Decided): Promise<void> {
  const { staff } = company;
  const { customer, product, stage } = story;
  const clerk = await staff.who("clerk");
  const today = clock.today();
  const id = await typeOrder(
    clerk,
    {
      customer,
      form: "FORMAL",
      lines: [{ product: { ...product, price: floor }, quantity: 12 }],
      deliveryOn: promised,
      total: floor * 12,
      channel: "PHONE",
    },
    today,
    clock.now(),
  );
  await submitContract(clerk, await contractRef(id), newKey());
  if (stage === "ORDERED") return;
  const chief = await staff.who("chief");
  await checkContract(chief, { ...(await contractRef(id)), comment: "" }, newKey());
  const director = await staff.who("director");
  await approveContract(director, { ...(await contractRef(id)), comment: "同意" }, newKey());
  if (stage === "NUMBERED") return;
  await confirmRegister(clerk, { contractIds: [id], remark: "" }, newKey());
  await attachScan(clerk, id, "需方签回合同.pdf");
  const signed = { ...(await contractRef(id)), signedOn: today, how: "FAX" as const };
  await recordCustomerSignature(clerk, signed, newKey());
}
