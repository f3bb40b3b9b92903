/**
 * A year in the life of a tooling factory's marketing department, typed and signed through the real use-cases under a
 * moving clock: it obeys every rule and tells one story. `DEMO_PASSWORD` is everybody's password.
 */
import { addDays, type CalendarDate, calendarDate, weekdayOf } from "@/lib/core/calendar-date";
import { clock, runAt } from "@/lib/server/clock";
import { setUpCompany } from "@/lib/settings/set-up-company";
import { Agenda } from "./agenda";
import { planChanges, planClosing } from "./changes-story";
import { openCustomerFiles } from "./customers";
import { planDelegations } from "./delegation-story";
import { Dice } from "./dice";
import { planInFlight } from "./in-flight";
import { newKey } from "./keys";
import { Staff } from "./people";
import { planPreparations } from "./preparation-story";
import { planProductions } from "./production-story";
import { fillProductList, takeIn } from "./products";
import { planReviews } from "./reviews-story";
import { binOf, monthsBetween, planPayments, planReceipt } from "./routine";
import { type Company, type Fate, planOrder } from "./story";
import { planWalkIns } from "./walk-in-story";

const DAYS = 365;
const SUNDAY_OR_SATURDAY = 6;

/** The first argument may name the last day of the story; default today. */
export async function main(args: readonly string[]): Promise<void> {
  const password = process.env.DEMO_PASSWORD;
  if (!password)
    throw new Error("Set DEMO_PASSWORD: the password of everybody in the demo company");
  const lastDay = args[0] ? calendarDate(args[0]) : clock.today();
  const firstDay = addDays(lastDay, -DAYS);
  const company = await openForBusiness(password, firstDay, lastDay, clock.now().toISOString());
  planTheYear(company, firstDay, lastDay);
  planInFlight(company, lastDay);
  planReviews(company, lastDay);
  planPreparations(company, lastDay);
  planProductions(company, lastDay);
  planWalkIns(company, lastDay);
  planDelegations(company, firstDay, lastDay);
  planClosing(company, firstDay, lastDay);
  planChanges(company, lastDay);
  const done = await company.agenda.run((count) => {
    if (count % 250 === 0) console.log(`  ${count} acts`);
  });
  console.log(`  ${done} acts between ${firstDay} and ${lastDay}`);
}

async function openForBusiness(
  password: string,
  firstDay: CalendarDate,
  lastDay: CalendarDate,
  started: string,
): Promise<Company> {
  return runAt(`${firstDay}T08:00:00+08:00`, async () => {
    const staff = new Staff();
    await staff.hire(password, firstDay);
    await setUpCompany(
      await staff.who("admin"),
      {
        name: "大连兴达精密工具有限公司",
        uscc: "91350100M000100Y43",
        address: "辽宁省大连市甘井子区工具路18号",
        legalRep: "周建国",
        agent: "陈国栋",
        phone: "0411-84567890",
        fax: "0411-84567891",
        postalCode: "116033",
        signPlace: "大连",
        defaultTaxRate: "0.13",
        bankName: "中国工商银行大连甘井子支行",
        accountNo: "3400200109004567890",
      },
      newKey(),
    );
    const customers = await openCustomerFiles(staff, firstDay);
    const products = await fillProductList(staff, firstDay);
    const stocked = products.filter(({ supply }) => supply === "PLENTY");
    await takeIn(
      staff,
      "OPENING",
      firstDay,
      stocked.map(({ id }, i) => ({ productId: id, quantity: 200, binCode: binOf(i) })),
    );
    return {
      staff,
      dice: new Dice(20261123),
      agenda: new Agenda(lastDay, started),
      customers,
      products,
      ready: [],
    };
  });
}

/** Three or four orders a week, a receipt of goods every other week, payments at the end of each month. */
function planTheYear(company: Company, firstDay: CalendarDate, lastDay: CalendarDate): void {
  const { dice } = company;
  for (let day = addDays(firstDay, 1), n = 0; day <= lastDay; day = addDays(day, 1), n += 1) {
    if (n % 14 === 0) planReceipt(company, day);
    if (weekdayOf(day) >= SUNDAY_OR_SATURDAY) continue;
    if (dice.happens(0.45))
      planOrder(company, {
        on: day,
        supply: dice.happens(0.18) ? "SCARCE" : "PLENTY",
        fate: fateOf(dice),
      });
  }
  for (const month of monthsBetween(firstDay, lastDay)) planPayments(company, month);
}

function fateOf(dice: Dice): Fate {
  if (dice.happens(0.06)) return "RETURNED_ONCE";
  if (dice.happens(0.03)) return "REJECTED";
  return dice.happens(0.02) ? "VOIDED" : "USUAL";
}
