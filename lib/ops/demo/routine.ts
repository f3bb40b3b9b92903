import { addDays, type CalendarDate, endOfMonth, startOfMonth } from "@/lib/core/calendar-date";
import { db } from "@/lib/server/db";
import { workday } from "./agenda";
import { dueBy, payIn } from "./money";
import { takeIn } from "./products";
import type { Company } from "./story";

/** Customers on credit pay at the end of the month what falls due; a few forget. */
export function planPayments(company: Company, month: CalendarDate): void {
  const { agenda, customers, dice, staff } = company;
  const last = endOfMonth(month);
  for (const customer of customers.filter(({ mode }) => mode !== "PREPAID")) {
    const forgets = dice.happens(0.06);
    const day = forgets ? addDays(last, 9) : addDays(last, -dice.between(1, 6));
    agenda.plan(
      workday(day) > last && !forgets ? addDays(last, -1) : day,
      `09:${10 + dice.between(0, 40)}`,
      async () => {
        const amount = await dueBy(customer.id, last);
        if (amount.isPositive())
          await payIn(staff, { customerId: customer.id, customerName: customer.name, amount });
      },
    );
  }
}

/** Every other week the workshop hands over what has become short. */
export function planReceipt(company: Company, on: CalendarDate): void {
  const { agenda, products, staff } = company;
  agenda.plan(on, "08:05", async () => {
    const plenty = products.filter(({ supply }) => supply === "PLENTY");
    const balances = await db.stockBalance.findMany({
      where: { productId: { in: plenty.map(({ id }) => id) } },
    });
    const onHand = new Map(
      balances.map(({ productId, onHand: quantity }) => [productId, quantity.toNumber()]),
    );
    const short = plenty.filter(({ id }) => (onHand.get(id) ?? 0) < 60);
    if (short.length === 0) return;
    await takeIn(
      staff,
      "OTHER",
      on,
      short.map(({ id }, i) => ({ productId: id, quantity: 120, binCode: binOf(i) })),
    );
  });
}

export const binOf = (index: number) => `A-${String((index % 12) + 1).padStart(2, "0")}`;

export const monthsBetween = (from: CalendarDate, to: CalendarDate): CalendarDate[] => {
  const months: CalendarDate[] = [];
  for (
    let month = startOfMonth(from);
    month <= to;
    month = startOfMonth(addDays(endOfMonth(month), 1))
  )
    months.push(month);
  return months;
};
