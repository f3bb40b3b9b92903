import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, calendarDate } from "@/lib/core/calendar-date";
import { Money } from "@/lib/core/money";
import { accumulatedMoves, type DueDateFacts, dueDate } from "@/lib/credit/due-date";

const day = calendarDate;
const facts: DueDateFacts = {
  deliveredOn: day("2026-07-10"),
  contractTerm: "MONTHLY",
  dueDays: null,
  customerMode: "MONTHLY",
  tier: "MID",
  quarterPaymentMonth: "FIRST_MONTH_AFTER",
};
const due = (changes: Partial<DueDateFacts>) => dueDate({ ...facts, ...changes });
const quarterly = { contractTerm: "QUARTERLY", customerMode: "QUARTERLY", tier: "OLD" } as const;

describe("due date of a delivery (table of rules 5.3)", () => {
  it("[R1.3.1-c] monthly: the last day of the following month", () => {
    expect(due({})).toBe("2026-08-31");
    expect(due({ deliveredOn: day("2026-12-31") })).toBe("2027-01-31");
    expect(due({ deliveredOn: day("2026-01-31") })).toBe("2026-02-28");
  });

  it("[R1.3.1-c] payment after delivery: so many days, at the latest that day", () => {
    expect(due({ dueDays: 15 })).toBe("2026-07-25");
    expect(due({ dueDays: 0 })).toBe("2026-07-10");
    expect(due({ dueDays: 90 })).toBe("2026-08-31");
  });

  it("[R1.3.1-d] quarterly: the last day of the agreed payment month", () => {
    expect(due(quarterly)).toBe("2026-10-31");
    expect(due({ ...quarterly, deliveredOn: day("2026-09-28") })).toBe("2026-10-31");
    expect(due({ ...quarterly, deliveredOn: day("2026-11-30") })).toBe("2027-01-31");
    const lastMonth = { ...quarterly, quarterPaymentMonth: "LAST_MONTH_OF_QUARTER" } as const;
    expect(due({ ...lastMonth, deliveredOn: day("2026-09-28") })).toBe("2026-09-30");
  });

  it("[R1.3.1-a] accumulated: posted with the tier's due date", () => {
    const accumulated = { contractTerm: "ACCUMULATED", customerMode: "ACCUMULATED" } as const;
    expect(due(accumulated)).toBe("2026-08-31");
    expect(due({ ...accumulated, tier: "OLD" })).toBe("2026-10-31");
  });

  it("[R1.3.1-b] prepaid: the day of posting", () => {
    expect(due({ contractTerm: "PREPAID", customerMode: "QUARTERLY" })).toBe("2026-07-10");
  });

  it("[R1.3.1-a] goes by the stricter of contract and customer among the credit modes", () => {
    expect(due({ contractTerm: "MONTHLY", customerMode: "QUARTERLY", tier: "OLD" })).toBe(
      "2026-08-31",
    );
    expect(due({ contractTerm: "QUARTERLY", customerMode: "MONTHLY", tier: "OLD" })).toBe(
      "2026-08-31",
    );
    const mixed = { contractTerm: "MONTHLY", customerMode: "ACCUMULATED", dueDays: 10 } as const;
    expect(due(mixed)).toBe("2026-07-20");
  });

  it("[R1.3.1-e] a slip that the director let go for a prepaid customer is due as its contract says", () => {
    expect(due({ customerMode: "PREPAID", tier: "NEW" })).toBe("2026-08-31");
  });

  it("never lies before the delivery", () => {
    const mode = fc.constantFrom("PREPAID", "MONTHLY", "QUARTERLY", "ACCUMULATED" as const);
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4000 }),
        mode,
        mode,
        fc.constantFrom("NEW", "MID", "OLD" as const),
        fc.option(fc.integer({ min: 0, max: 200 }), { nil: null }),
        (days, contractTerm, customerMode, tier, dueDays) => {
          const deliveredOn = addDays(day("2020-01-01"), days);
          const terms = { contractTerm, customerMode, tier, dueDays } as Partial<DueDateFacts>;
          expect(due({ ...terms, deliveredOn }) >= deliveredOn).toBe(true);
        },
      ),
    );
  });
});

describe("accumulated settlement reaches its threshold", () => {
  const delivery = (id: string, dueOn: string, open: string) => ({
    id,
    dueOn: day(dueOn),
    open: Money.of(open),
  });
  const open = [
    delivery("a", "2026-08-31", "6000.00"),
    delivery("b", "2026-07-20", "1000.00"),
    delivery("paid", "2026-08-31", "0.00"),
    delivery("c", "2026-08-31", "3000.00"),
  ];

  it("[R1.3.1-a] every open delivery is then due by the end of the month, none is moved back", () => {
    expect(accumulatedMoves(open, Money.of("10000.00"), day("2026-07-15"))).toEqual([
      { id: "a", from: "2026-08-31", to: "2026-07-31" },
      { id: "c", from: "2026-08-31", to: "2026-07-31" },
    ]);
  });

  it("[R1.3.1-a] a cent below the threshold nothing moves", () => {
    expect(accumulatedMoves(open, Money.of("10000.01"), day("2026-07-15"))).toEqual([]);
    expect(accumulatedMoves(open, null, day("2026-07-15"))).toEqual([]);
    expect(accumulatedMoves([], Money.of("1.00"), day("2026-07-15"))).toEqual([]);
  });
});
