import { holdForDraft } from "@/lib/contracts/hold-stock";
import { returnContract } from "@/lib/contracts/return-contract";
import { submitContract } from "@/lib/contracts/submit-contract";
import { addDays, type CalendarDate } from "@/lib/core/calendar-date";
import { Money } from "@/lib/core/money";
import { saveIntake } from "@/lib/intake/save-intake";
import { intakeInput } from "@/lib/intake/schema";
import { rejectReceipt } from "@/lib/receivables/reject-receipt";
import { clock } from "@/lib/server/clock";
import { db } from "@/lib/server/db";
import { contractRef, inventOrder, typeOrder } from "./contracts";
import { newKey } from "./keys";
import { announcePayment } from "./money";
import {
  callCourier,
  draftSlip,
  issueGoods,
  letGo,
  pack,
  sendNotice,
  signAsHead,
  writeNotice,
  writeSlip,
} from "./shipping";
import { type Company, planOrder } from "./story";

/** The last days leave something on everybody's desk: drafts, checks, approvals, slips, parcels, calls. */
export function planInFlight(company: Company, lastDay: CalendarDate): void {
  const { agenda, customers } = company;
  for (let back = 9; back >= 0; back -= 1) {
    const supply = back % 4 === 0 ? "SCARCE" : "PLENTY";
    for (let i = 0; i < 2; i += 1) planOrder(company, { on: addDays(lastDay, -back), supply });
  }
  for (const customer of customers.filter(({ mode }) => mode === "MONTHLY").slice(0, DESK_STAGES)) {
    planOrder(company, { on: addDays(lastDay, -6), fate: "KEPT_READY", customer });
  }
  for (const back of [12, 5]) planOrder(company, { on: addDays(lastDay, -back), fate: "VOIDED" });
  for (let i = 0; i < 3; i += 1) planOrder(company, { on: lastDay, supply: "NEW" });
  agenda.plan(lastDay, "09:05", () => leaveDrafts(company));
  agenda.plan(lastDay, "09:15", () => leaveAtChief(company));
  agenda.plan(lastDay, "09:25", () => leaveIntakes(company));
  agenda.plan(lastDay, "09:35", () => leaveMoney(company));
  agenda.plan(lastDay, "17:30", () => leaveOnDesks(company));
}

/** Two customers say they have paid; finance has not seen it yet. A third was mistaken. */
async function leaveMoney({ staff, customers }: Company): Promise<void> {
  const debtors = customers.filter(({ mode }) => mode === "MONTHLY").slice(3, 6);
  for (const [index, customer] of debtors.entries()) {
    const payment = {
      customerId: customer.id,
      customerName: customer.name,
      amount: Money.of(1200 + index * 850),
    };
    const receiptId = await announcePayment(staff, payment);
    if (index < 2) continue;
    const { rowVersion } = await db.receipt.findUniqueOrThrow({
      where: { id: receiptId },
      select: { rowVersion: true },
    });
    await rejectReceipt(
      await staff.who("finance"),
      { receiptId, rowVersion, comment: "账户未收到此款" },
      newKey(),
    );
  }
}

const DESK_STAGES = 10;

/** One contract stops at each desk on the way out of the door. */
async function leaveOnDesks({ staff, ready }: Company): Promise<void> {
  for (const [stage, contractId] of ready.slice(0, DESK_STAGES).entries()) {
    const noticeId = await writeNotice(staff, "clerk", contractId);
    if (noticeId === null || stage === 0) continue;
    if (!(await sendNotice(staff, "clerk", noticeId)) || stage === 1) continue;
    if (stage === 2) {
      await draftSlip(staff, "clerk", noticeId);
      continue;
    }
    const slipId = await writeSlip(staff, "clerk", noticeId);
    if (stage === 3) continue;
    const needsDirector = await signAsHead(staff, slipId);
    if (stage === 4) continue;
    if (needsDirector) await letGo(staff, slipId);
    if (stage === 5) continue;
    await issueGoods(staff, slipId);
    if (stage === 6) continue;
    const packingListId = await pack(staff, slipId, stage !== 7);
    if (stage === 7 || stage === 8) continue;
    await callCourier(staff, packingListId, "2.5");
  }
}

async function leaveDrafts({ staff, dice, customers, products }: Company): Promise<void> {
  for (const clerk of ["clerk", "clerk2"] as const) {
    const customer = dice.pick(customers);
    const order = inventOrder(dice, { customer, products, supply: "PLENTY", today: clock.today() });
    const contractId = await typeOrder(await staff.who(clerk), order, clock.today(), clock.now());
    // The customer still thinks about it: the goods are held softly meanwhile (Q28).
    if (clerk === "clerk2") await holdForDraft(await staff.who(clerk), { contractId }, newKey());
  }
}

/** Two wait for the chief, one was sent back. */
async function leaveAtChief({ staff, dice, customers, products }: Company): Promise<void> {
  for (const comes of ["WAITS", "WAITS", "RETURNED"] as const) {
    const customer = dice.pick(customers);
    const order = inventOrder(dice, { customer, products, supply: "PLENTY", today: clock.today() });
    const id = await typeOrder(await staff.who("clerk2"), order, clock.today(), clock.now());
    await submitContract(await staff.who("clerk2"), await contractRef(id), newKey());
    if (comes !== "RETURNED") continue;
    const input = { ...(await contractRef(id)), comment: "收货人电话请核对" };
    await returnContract(await staff.who("chief"), input, newKey());
  }
}

async function leaveIntakes({ staff, customers }: Company): Promise<void> {
  const calls = [
    { intakeType: "INQUIRY", content: "询问非标成型铣刀价格和交期", customer: customers[0] },
    { intakeType: "PAYMENT", content: "告知本月货款已汇出", customer: customers[4] },
    { intakeType: "TECH", content: "咨询不锈钢攻丝切削参数", customer: customers[9] },
  ] as const;
  for (const { intakeType, content, customer } of calls) {
    if (!customer) continue;
    const intake = intakeInput.parse({
      channel: "PHONE",
      direction: "IN",
      receivedAt: new Date(clock.now().getTime() - 600_000).toISOString(),
      intakeType,
      customerId: customer.id,
      customerName: customer.name,
      contactName: customer.contact,
      contactPhone: customer.mobile,
      usage: customer.usage,
      firstQty: "",
      futureQty: "",
      previousUse: "",
      customerCategory: null,
      content,
      deliveryMethod: null,
      freightPayer: null,
      addressText: "",
      paymentTerm: null,
      productionFeedback: null,
      agreedPrice: false,
      agreedDelivery: false,
      agreedPayment: false,
      agreedWith: "",
      agreedOn: "",
      remark: "",
      lines:
        intakeType === "INQUIRY"
          ? [
              {
                productId: null,
                productName: "非标成型铣刀",
                spec: "按客户图纸",
                drawingNo: "KH-2201",
                unit: "支",
                quantity: "6",
                wantedOn: "",
                targetPrice: "",
                lineRemark: "",
              },
            ]
          : [],
    });
    await saveIntake(
      await staff.who("clerk"),
      { intakeId: null, rowVersion: null, intake },
      newKey(),
    );
  }
}
