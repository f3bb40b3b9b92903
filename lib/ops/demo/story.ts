import { approveContract } from "@/lib/contracts/approve-contract";
import { checkContract } from "@/lib/contracts/check-contract";
import { confirmRegister } from "@/lib/contracts/confirm-register";
import { decideRequest } from "@/lib/contracts/decide-request";
import { recordCustomerSignature } from "@/lib/contracts/record-customer-signature";
import { rejectContract } from "@/lib/contracts/reject-contract";
import { requestEnd } from "@/lib/contracts/request-end";
import { returnContract } from "@/lib/contracts/return-contract";
import { submitContract } from "@/lib/contracts/submit-contract";
import { addDays, type CalendarDate } from "@/lib/core/calendar-date";
import { Money } from "@/lib/core/money";
import { confirmDelivery } from "@/lib/dispatch/confirm-delivery";
import { clock } from "@/lib/server/clock";
import { db } from "@/lib/server/db";
import { cancelNoticesOf } from "@/lib/shipping/cancel-notice";
import { type Agenda, workday, workdaysAfter } from "./agenda";
import { attachScan, contractRef, inventOrder, type Order, typeOrder } from "./contracts";
import type { KnownCustomer } from "./customers";
import type { Dice } from "./dice";
import { newKey } from "./keys";
import { announcePayment, confirmPayment, payIn } from "./money";
import type { Staff, Username } from "./people";
import type { KnownProduct, Supply } from "./products";
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
import { makeWhatIsMissing } from "./usual-production";

export type Company = {
  staff: Staff;
  dice: Dice;
  agenda: Agenda;
  customers: readonly KnownCustomer[];
  products: readonly KnownProduct[];
  /** Running contracts that the last day finds ready to ship. */
  ready: string[];
};

/** What happens to a contract on its way; the usual one is approved and shipped. */
export type Fate = "USUAL" | "RETURNED_ONCE" | "REJECTED" | "VOIDED" | "KEPT_READY";

export type PlannedOrder = {
  on: CalendarDate;
  supply?: Supply;
  fate?: Fate;
  customer?: KnownCustomer;
};

/** One order from the call to the parcel, planned step by step: what lies after the last day stays undone. */
export function planOrder(company: Company, planned: PlannedOrder): void {
  const { agenda, dice, customers, products, staff } = company;
  const { on, supply = "PLENTY", fate = "USUAL" } = planned;
  const clerk: Username = fate === "KEPT_READY" || dice.happens(0.6) ? "clerk" : "clerk2";
  agenda.plan(on, time(dice, 8), async () => {
    const customer = planned.customer ?? dice.pick(customers);
    const order = inventOrder(dice, { customer, products, supply, today: on });
    const id = await typeOrder(await staff.who(clerk), order, on, clock.now());
    if (supply === "NEW") return; // a class C draft waits for its requirements review
    await submitContract(await staff.who(clerk), await contractRef(id), newKey());
    agenda.plan(on, time(dice, 13), () => decideAsChief(company, { id, order, clerk, fate }));
  });
}

const time = (dice: Dice, hour: number) =>
  `${String(hour + dice.between(0, 2)).padStart(2, "0")}:${dice.between(10, 59)}`;

type Case = { id: string; order: Order; clerk: Username; fate: Fate };

async function decideAsChief(company: Company, contract: Case): Promise<void> {
  const { staff, agenda, dice } = company;
  const { id, clerk, fate } = contract;
  const chief = await staff.who("chief");
  if (fate === "REJECTED") {
    await rejectContract(
      chief,
      { ...(await contractRef(id)), comment: "价格低于成本,不予承接" },
      newKey(),
    );
    return;
  }
  if (fate === "RETURNED_ONCE") {
    await returnContract(
      chief,
      { ...(await contractRef(id)), comment: "请与客户再确认交货期" },
      newKey(),
    );
    agenda.plan(workdaysAfter(clock.today(), 1), "09:20", async () => {
      await submitContract(await staff.who(clerk), await contractRef(id), newKey());
      agenda.plan(clock.today(), "14:10", () =>
        decideAsChief(company, { ...contract, fate: "USUAL" }),
      );
    });
    return;
  }
  await checkContract(chief, { ...(await contractRef(id)), comment: "" }, newKey());
  const approveOn = dice.happens(0.6) ? clock.today() : workdaysAfter(clock.today(), 1);
  agenda.plan(approveOn, "16:30", async () => {
    await approveContract(
      await staff.who("director"),
      { ...(await contractRef(id)), comment: "同意" },
      newKey(),
    );
    agenda.plan(workdaysAfter(clock.today(), 1), "08:40", () => register(company, contract));
  });
}

async function register(company: Company, contract: Case): Promise<void> {
  const { staff, agenda, dice } = company;
  const { id, order, fate } = contract;
  await confirmRegister(await staff.who("clerk"), { contractIds: [id], remark: "" }, newKey());
  if (fate === "VOIDED") {
    const input = { ...(await contractRef(id)), kind: "VOID" as const, reason: "客户项目取消" };
    const { id: requestId } = await requestEnd(await staff.who("clerk"), input, newKey());
    agenda.plan(workdaysAfter(clock.today(), 4), "16:50", () => agreeToVoid(staff, requestId));
    return;
  }
  if (order.form === "FORMAL") {
    agenda.plan(workdaysAfter(clock.today(), dice.between(0, 2)), "10:15", () =>
      signBack(company, contract),
    );
  } else planShipping(company, contract);
}

/** The director agrees: number and register row stay (Q09). */
async function agreeToVoid(staff: Staff, requestId: string): Promise<void> {
  const input = { requestId, rowVersion: 1, decision: "AGREE" as const, comment: "同意作废" };
  await decideRequest(await staff.who("director"), input, newKey(), {
    cancelPapers: (tx, actor, contractId) => cancelNoticesOf(tx, actor, contractId),
  });
}

/** The countersigned copy comes back by fax and is scanned (R1.2.1-a). */
async function signBack(company: Company, contract: Case): Promise<void> {
  const { staff } = company;
  const clerk = await staff.who(contract.clerk);
  await attachScan(clerk, contract.id, "需方签回合同.pdf");
  const input = {
    ...(await contractRef(contract.id)),
    signedOn: clock.today(),
    how: "FAX" as const,
  };
  await recordCustomerSignature(clerk, input, newKey());
  planShipping(company, contract);
}

const laterOf = (a: CalendarDate, b: CalendarDate) => (a > b ? a : b);

function planShipping(company: Company, contract: Case): void {
  if (contract.fate === "KEPT_READY") {
    company.ready.push(contract.id);
    return;
  }
  const { agenda, dice } = company;
  const { order } = contract;
  agenda.plan(clock.today(), "10:22", () =>
    makeWhatIsMissing(company, contract.id, () => arrange(company, contract, 1)),
  );
  const isPrepaid = order.customer.mode === "PREPAID";
  if (isPrepaid && dice.happens(0.7)) {
    agenda.plan(workdaysAfter(clock.today(), 1), "09:40", () =>
      prepay(company, contract, Money.of(order.total)),
    );
  }
  const shipOn = workday(addDays(order.deliveryOn, -dice.between(0, 1)));
  const share = order.lines.length > 2 && dice.happens(0.2) ? 0.5 : 1;
  agenda.plan(laterOf(shipOn, clock.today()), "10:30", () => arrange(company, contract, share));
}

/** The notice; for a share of it the rest follows a week later. Unpaid ones wait until the customer pays. */
async function arrange(company: Company, contract: Case, share: number): Promise<void> {
  const { agenda, staff, dice } = company;
  const noticeId = await writeNotice(staff, contract.clerk, contract.id, share);
  if (noticeId === null) return;
  if (share < 1) {
    agenda.plan(workdaysAfter(clock.today(), 5), "10:40", () => arrange(company, contract, 1));
  }
  if (await sendNotice(staff, contract.clerk, noticeId))
    return planSlip(company, contract, noticeId);
  if (contract.order.customer.mode !== "PREPAID") {
    agenda.plan(workdaysAfter(clock.today(), 3), "10:20", () =>
      tryAgain(company, contract, noticeId),
    );
    return;
  }
  agenda.plan(workdaysAfter(clock.today(), dice.between(2, 12)), "11:00", () =>
    payLate(company, contract, noticeId),
  );
}

/** Goods were short when the notice was written. */
async function tryAgain(company: Company, contract: Case, noticeId: string): Promise<void> {
  if (await sendNotice(company.staff, contract.clerk, noticeId))
    planSlip(company, contract, noticeId);
}

async function prepay(company: Company, contract: Case, amount: Money): Promise<void> {
  const { customer } = contract.order;
  await payIn(company.staff, {
    customerId: customer.id,
    customerName: customer.name,
    amount,
    contractId: contract.id,
  });
  const freed = await db.shippingNotice.findMany({
    where: { contractId: contract.id, status: "ISSUED", slips: { none: {} } },
    select: { id: true },
  });
  for (const { id } of freed) planSlip(company, contract, id);
}

/** The customer announces the money, finance confirms it the next day, and the waiting notice is free. */
async function payLate(company: Company, contract: Case, noticeId: string): Promise<void> {
  const { staff, agenda } = company;
  const { customer, total } = contract.order;
  const { status } = await db.shippingNotice.findUniqueOrThrow({
    where: { id: noticeId },
    select: { status: true },
  });
  if (status !== "AWAITING_FUNDS") return;
  const payment = {
    customerId: customer.id,
    customerName: customer.name,
    amount: Money.of(total),
    contractId: contract.id,
  };
  const receiptId = await announcePayment(staff, payment);
  agenda.plan(workdaysAfter(clock.today(), 1), "09:10", async () => {
    await confirmPayment(staff, receiptId);
    const { status } = await db.shippingNotice.findUniqueOrThrow({
      where: { id: noticeId },
      select: { status: true },
    });
    if (status === "ISSUED") planSlip(company, contract, noticeId);
  });
}

function planSlip(company: Company, contract: Case, noticeId: string): void {
  const { agenda, staff } = company;
  agenda.plan(clock.today(), "11:20", async () => {
    const slipId = await writeSlip(staff, contract.clerk, noticeId);
    agenda.plan(clock.today(), "13:40", async () => {
      const needsDirector = await signAsHead(staff, slipId);
      if (!needsDirector) return planIssue(company, contract, slipId);
      agenda.plan(workdaysAfter(clock.today(), 1), "08:50", async () => {
        await letGo(staff, slipId);
        planIssue(company, contract, slipId);
      });
    });
  });
}

function planIssue(company: Company, contract: Case, slipId: string): void {
  const { agenda, staff, dice } = company;
  agenda.plan(clock.today(), "14:30", async () => {
    await issueGoods(staff, slipId);
    agenda.plan(clock.today(), "15:10", async () => {
      const packingListId = await pack(staff, slipId, true);
      agenda.plan(clock.today(), "15:50", async () => {
        const waybillId = await callCourier(staff, packingListId, `${dice.between(1, 9)}.5`);
        agenda.plan(clock.today(), "17:05", async () => {
          await giveToCourier(staff, waybillId);
          agenda.plan(workday(addDays(clock.today(), 3)), "10:05", () =>
            askWhetherItArrived(company, contract, slipId),
          );
        });
      });
    });
  });
}

async function askWhetherItArrived(
  { staff, agenda, dice }: Company,
  contract: Case,
  slipId: string,
): Promise<void> {
  const entry = await db.shippingLogEntry.findUniqueOrThrow({
    where: { slipId },
    select: { id: true },
  });
  const { contact, mobile } = contract.order.customer;
  const ask = async (result: "RECEIVED_OK" | "NO_ANSWER" | "RECEIVED_WITH_PROBLEM") => {
    const arrived = result !== "NO_ANSWER";
    const input = {
      logEntryId: entry.id,
      contactedAt: new Date(clock.now().getTime() - 5 * 60_000).toISOString(),
      channel: "PHONE" as const,
      contactName: contact,
      contactPhone: mobile,
      result,
      receivedOn: arrived ? addDays(clock.today(), -1) : null,
      receivedByName: arrived ? contact : "",
      problem: result === "RECEIVED_WITH_PROBLEM" ? "一支刃口磕碰" : "",
      action: result === "RECEIVED_WITH_PROBLEM" ? "次日补发一支" : "",
    };
    await confirmDelivery(await staff.who(contract.clerk), input, newKey());
  };
  if (dice.happens(0.12)) {
    await ask("NO_ANSWER");
    agenda.plan(workdaysAfter(clock.today(), 1), "10:20", () => ask("RECEIVED_OK"));
  } else if (dice.happens(0.04)) {
    await ask("RECEIVED_WITH_PROBLEM");
    agenda.plan(workdaysAfter(clock.today(), 4), "10:30", () => ask("RECEIVED_OK"));
  } else await ask("RECEIVED_OK");
}
