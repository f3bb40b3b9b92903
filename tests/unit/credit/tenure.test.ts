import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, addYears, calendarDate } from "@/lib/core/calendar-date";
import { cooperationStart, isDormant, nextTierOn, tenure, tier } from "@/lib/credit/tenure";

const day = calendarDate;
const rules = { tierYears: [1, 3] as const };

describe("start of cooperation", () => {
  const facts = {
    legacyStartOn: day("2019-05-01"),
    legacyConfirmed: false,
    firstContractOn: day("2026-02-03"),
  };

  it("[R1.3.1-a] is the first effective contract until an older date is confirmed", () => {
    expect(cooperationStart(facts)).toBe("2026-02-03");
    expect(cooperationStart({ ...facts, legacyConfirmed: true })).toBe("2019-05-01");
  });

  it("[R1.3.1-a] is nothing before the first contract, or when it was voided", () => {
    const none = { legacyStartOn: null, legacyConfirmed: false, firstContractOn: null };
    expect(cooperationStart(none)).toBeNull();
    expect(tier(null, day("2026-11-23"), rules)).toBe("NEW");
  });
});

describe("tiers (worked examples 9.2)", () => {
  it.each([
    ["2025-11-23", "2026-11-22", "NEW"],
    ["2025-11-23", "2026-11-23", "MID"],
    ["2023-11-23", "2026-11-22", "MID"],
    ["2023-11-23", "2026-11-23", "OLD"],
    ["2024-11-23", "2026-11-23", "MID"],
    ["2024-02-29", "2025-02-27", "NEW"],
    ["2024-02-29", "2025-02-28", "MID"],
  ])("[R1.3.1-b][R1.3.1-c][R1.3.1-d] since %s is on %s %s", (start, asOf, expected) => {
    expect(tier(day(start), day(asOf), rules)).toBe(expected);
  });

  it("[R1.3.1-c] the anniversary belongs to the upper tier, the day before does not", () => {
    const starts = fc
      .integer({ min: 0, max: 9000 })
      .map((days) => addDays(day("2000-01-01"), days));
    fc.assert(
      fc.property(starts, (start) => {
        for (const [years, below, above] of [
          [1, "NEW", "MID"],
          [3, "MID", "OLD"],
        ] as const) {
          const anniversary = addYears(start, years);
          expect(tier(start, addDays(anniversary, -1), rules)).toBe(below);
          expect(tier(start, anniversary, rules)).toBe(above);
          expect(nextTierOn(start, addDays(anniversary, -1), rules)).toBe(anniversary);
        }
      }),
    );
  });

  it("[R1.3.1-c] follows the years that the settings say", () => {
    expect(tier(day("2024-11-23"), day("2026-11-23"), { tierYears: [3, 5] })).toBe("NEW");
    expect(nextTierOn(day("2010-01-01"), day("2026-11-23"), rules)).toBeNull();
  });
});

describe("the tenure in words", () => {
  it.each([
    ["2024-11-23", "2026-11-23", 2, 0],
    ["2024-11-24", "2026-11-23", 1, 11],
    ["2026-01-31", "2026-02-28", 0, 0],
    ["2026-11-23", "2026-11-23", 0, 0],
    ["2024-08-10", "2026-11-23", 2, 3],
  ])("from %s to %s is %i years and %i months", (start, asOf, years, months) => {
    expect(tenure(day(start), day(asOf))).toEqual({ years, months });
  });

  it("calls a customer dormant after 24 months without a delivery; the tenure goes on", () => {
    expect(isDormant(day("2024-11-23"), day("2026-11-23"))).toBe(true);
    expect(isDormant(day("2024-11-24"), day("2026-11-23"))).toBe(false);
    expect(isDormant(null, day("2026-11-23"))).toBe(false);
  });
});
