import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calendarDate } from "@/lib/core/calendar-date";
import { Money } from "@/lib/core/money";
import {
  accumulatedDueDates,
  ageing,
  type OpenItem,
  planAllocation,
  putOldestDueFirst,
  takeBackLatestFirst,
} from "@/lib/receivables/policy";

const cents = (n: number) => Money.of(n).times("0.01");
const amount = fc.integer({ min: 1, max: 5_000_00 }).map(cents);
const day = fc
  .integer({ min: 1, max: 28 })
  .map((n) => calendarDate(`2026-11-${String(n).padStart(2, "0")}`));
const contractId = fc.constantFrom("c1", "c2", null);
const items = fc
  .array(fc.record({ contractId, dueOn: day, postedOn: day, open: amount }), { maxLength: 7 })
  .map((list): OpenItem[] => list.map((item, i) => ({ ...item, receivableId: `r${i}` })));
const stated = fc.array(
  fc.oneof(
    fc.record({ contractId: fc.constantFrom("c1", "c2"), receivableId: fc.constant(null), amount }),
    fc.record({
      contractId: fc.constant(null),
      receivableId: fc.constantFrom("r0", "r1", "r9"),
      amount,
    }),
  ),
  { maxLength: 4 },
);
const sum = (list: readonly { amount: Money }[]) => Money.sum(list.map((part) => part.amount));

const anItem = (receivableId: string, open: string, dueOn: string): OpenItem => ({
  receivableId,
  contractId: null,
  open: Money.of(open),
  dueOn: calendarDate(dueOn),
  postedOn: calendarDate("2026-11-01"),
});

describe("allocating confirmed money", () => {
  it("[R1.3.2-b] loses no cent: tied, put against deliveries and on account make the receipt", () => {
    fc.assert(
      fc.property(items, stated, amount, (open, wanted, rest) => {
        const total = sum(wanted).plus(rest);
        const { plan, faults } = planAllocation(total, wanted, open);
        fc.pre(faults.length === 0);
        const parts = sum(plan.funds).plus(sum(plan.directPuts)).plus(plan.onAccount);
        expect(parts.toString()).toBe(total.toString());
        expect(plan.onAccount.isNegative()).toBe(false);
      }),
    );
  });

  it("never settles a delivery beyond what is open, nor a contract's money beyond what is tied", () => {
    fc.assert(
      fc.property(items, stated, amount, (open, wanted, rest) => {
        const { plan } = planAllocation(sum(wanted).plus(rest), wanted, open);
        const puts = [...plan.directPuts, ...plan.contractPuts];
        for (const item of open) {
          const put = sum(puts.filter(({ receivableId }) => receivableId === item.receivableId));
          expect(put.isGreaterThan(item.open)).toBe(false);
        }
        for (const { contractId: contract } of plan.funds) {
          const used = sum(plan.contractPuts.filter((put) => put.contractId === contract));
          const tied = sum(plan.funds.filter((part) => part.contractId === contract));
          expect(used.isGreaterThan(tied)).toBe(false);
        }
      }),
    );
  });

  it("leaves money on account only when nothing is open any more", () => {
    fc.assert(
      fc.property(items, amount, (open, total) => {
        const { plan } = planAllocation(total, [], open);
        const stillOpen = Money.sum(open.map((item) => item.open)).minus(sum(plan.directPuts));
        expect(plan.onAccount.isPositive() && stillOpen.isPositive()).toBe(false);
      }),
    );
  });

  it("follows the stated delivery first and the oldest due next", () => {
    const open = [anItem("late", "100", "2026-12-31"), anItem("early", "100", "2026-11-30")];
    const wanted = [{ contractId: null, receivableId: "late", amount: Money.of("30") }];
    const { plan } = planAllocation(Money.of("150.01"), wanted, open);
    expect(plan.directPuts.map((put) => [put.receivableId, put.amount.toString()])).toEqual([
      ["late", "30.00"],
      ["early", "100.00"],
      ["late", "20.01"],
    ]);
    expect(plan.onAccount.toString()).toBe("0.00");
  });

  it("names an allocation that is larger than what is open, to the cent", () => {
    const open = [anItem("r", "100", "2026-11-30")];
    const ask = (text: string) =>
      planAllocation(
        Money.of("500"),
        [{ contractId: null, receivableId: "r", amount: Money.of(text) }],
        open,
      ).faults;
    expect(ask("100.00")).toEqual([]);
    expect(ask("100.01")).toMatchObject([{ index: 0, reason: "over_open_amount" }]);
  });
});

describe("putting and taking back", () => {
  it("takes back what was put, latest due first, and no more", () => {
    fc.assert(
      fc.property(items, amount, amount, (open, total, deficit) => {
        const { puts } = putOldestDueFirst(total, open);
        const settled = puts.map((put) => ({
          ...put,
          dueOn:
            open.find(({ receivableId }) => receivableId === put.receivableId)?.dueOn ??
            calendarDate("2026-11-01"),
        }));
        const back = takeBackLatestFirst(deficit, settled);
        expect(sum(back).negated().toString()).toBe(deficit.min(sum(puts)).toString());
      }),
    );
  });
});

describe("accumulated settlement", () => {
  const today = calendarDate("2026-11-23");
  const open = [anItem("a", "3000", "2027-01-31"), anItem("b", "2000", "2026-10-31")];
  it("brings due dates forward when the open total reaches the agreed amount, never back", () => {
    expect(accumulatedDueDates(open, Money.of("5000.01"), today)).toEqual([]);
    expect(accumulatedDueDates(open, Money.of("5000.00"), today)).toEqual([
      { receivableId: "a", from: "2027-01-31", to: "2026-11-30" },
    ]);
  });
});

describe("ageing", () => {
  it("[R1.1.5-L2] counts a delivery as due on its day and overdue from the next", () => {
    const today = calendarDate("2026-11-30");
    const bands = ageing(
      [
        anItem("a", "1", "2026-11-30"),
        anItem("b", "2", "2026-11-29"),
        anItem("c", "4", "2026-10-31"),
        anItem("d", "8", "2026-10-30"),
        anItem("e", "16", "2026-09-01"),
        anItem("f", "32", "2026-08-31"),
      ],
      today,
    );
    expect(
      Object.fromEntries(Object.entries(bands).map(([band, money]) => [band, money.toString()])),
    ).toEqual({
      notDue: "1.00",
      to30: "6.00",
      to60: "8.00",
      to90: "16.00",
      over90: "32.00",
    });
  });
});
