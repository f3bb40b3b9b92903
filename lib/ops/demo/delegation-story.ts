import { approveContract } from "@/lib/contracts/approve-contract";
import { checkContract } from "@/lib/contracts/check-contract";
import { submitContract } from "@/lib/contracts/submit-contract";
import { addDays, type CalendarDate, calendarDate, yearOf } from "@/lib/core/calendar-date";
import { issueDelegation } from "@/lib/people/issue-delegation";
import { revokeDelegation } from "@/lib/people/revoke-delegation";
import { type IssueDelegationInput, issueDelegationInput } from "@/lib/people/schema";
import { clock } from "@/lib/server/clock";
import { setCalendarDays } from "@/lib/settings/set-calendar-day";
import { workday, workdaysAfter } from "./agenda";
import { contractRef, inventOrder, typeOrder } from "./contracts";
import { Dice } from "./dice";
import { newKey } from "./keys";
import type { Staff, Username } from "./people";
import type { Company } from "./story";

type Given = {
  from: "chief" | "director";
  to: Username;
  step: IssueDelegationInput["step"];
  fromOn: CalendarDate;
  toOn: CalendarDate;
  reason: string;
  documentKinds?: string[];
  amountLimit?: string;
};

/** Delegations of every state, with what was signed under one, and the year's holidays (F45, rules 5.11). */
export function planDelegations(
  company: Company,
  firstDay: CalendarDate,
  lastDay: CalendarDate,
): void {
  const { agenda, staff } = company;
  agenda.plan(addDays(firstDay, 1), "08:05", () => enterHolidays(staff, firstDay, lastDay));
  const trip = workday(addDays(lastDay, -21));
  agenda.plan(trip, "08:06", async () => {
    await give(staff, {
      from: "chief",
      to: "finance",
      step: "CHECK",
      fromOn: trip,
      toOn: addDays(trip, 4),
      reason: "赴沈阳参加工具展",
      documentKinds: ["contract"],
      amountLimit: "50000.00",
    });
    agenda.plan(workdaysAfter(trip, 1), "08:10", () => orderMeanwhile(company, "CHECK"));
    agenda.plan(workdaysAfter(trip, 2), "08:10", () => orderMeanwhile(company, "PHONE"));
  });
  const leave = workday(addDays(lastDay, -12));
  agenda.plan(leave, "08:07", async () => {
    const toOn = addDays(leave, 6);
    const id = await give(staff, {
      from: "director",
      to: "finance",
      step: "APPROVE",
      fromOn: leave,
      toOn,
      reason: "休假",
    });
    agenda.plan(workdaysAfter(leave, 1), "08:04", async () => {
      const words = { delegationId: id, comment: "提前回厂" };
      await revokeDelegation(await staff.who("director"), words, newKey());
    });
  });
  agenda.plan(lastDay, "08:02", async () => {
    await give(staff, {
      from: "chief",
      to: "clerk2",
      step: "DEPT_HEAD",
      fromOn: lastDay,
      toOn: addDays(lastDay, 6),
      reason: "下午开会，出库单不等人",
      documentKinds: ["outbound_slip"],
      amountLimit: "5000.00",
    });
    await give(staff, {
      from: "director",
      to: "finance",
      step: "APPROVE",
      fromOn: addDays(lastDay, 14),
      toOn: addDays(lastDay, 16),
      reason: "赴外地验收设备",
    });
  });
}

async function give(staff: Staff, given: Given): Promise<string> {
  const { from, to, ...scope } = given;
  const input = issueDelegationInput.parse({
    ...scope,
    principalId: staff.id(from),
    delegateId: staff.id(to),
  });
  return (await issueDelegation(await staff.who(from), input, newKey())).delegationId;
}

/** An order that could not wait for the chief: checked in his place, once after a call to him. */
async function orderMeanwhile(company: Company, how: "CHECK" | "PHONE"): Promise<void> {
  const { staff, customers, products } = company;
  const dice = new Dice(how === "PHONE" ? 411 : 45);
  const today = clock.today();
  const customer = dice.pick(customers.filter(({ mode }) => mode === "MONTHLY"));
  const order = inventOrder(dice, { customer, products, supply: "PLENTY", today });
  const clerk = await staff.who("clerk");
  const id = await typeOrder(clerk, order, today, clock.now());
  await submitContract(clerk, await contractRef(id), newKey());
  const delegate = { ...(await staff.who("finance")), askedByPhone: how === "PHONE" };
  await checkContract(delegate, { ...(await contractRef(id)), comment: "" }, newKey());
  const agreed = { ...(await contractRef(id)), comment: "同意" };
  await approveContract(await staff.who("director"), agreed, newKey());
}

/** National Day and New Year of the years that the story touches, with the Saturday worked for them. */
async function enterHolidays(
  staff: Staff,
  firstDay: CalendarDate,
  lastDay: CalendarDate,
): Promise<void> {
  const admin = await staff.who("admin");
  for (let year = yearOf(firstDay); year <= yearOf(lastDay) + 1; year += 1) {
    const day = (monthAndDay: string) => calendarDate(`${year}-${monthAndDay}`);
    const days = [
      { fromOn: day("01-01"), toOn: day("01-03"), kind: "REST" as const, name: "元旦" },
      { fromOn: day("05-01"), toOn: day("05-05"), kind: "REST" as const, name: "劳动节" },
      { fromOn: day("10-01"), toOn: day("10-07"), kind: "REST" as const, name: "国庆节" },
      { fromOn: day("10-10"), toOn: day("10-10"), kind: "WORK" as const, name: "国庆调休" },
    ];
    for (const input of days) await setCalendarDays(admin, input, newKey());
  }
}
