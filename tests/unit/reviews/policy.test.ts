import { describe, expect, it } from "vitest";
import { calendarDate } from "@/lib/core/calendar-date";
import { UnitPrice } from "@/lib/core/unit-price";
import { REVIEW_STATUSES, reviewLifecycle } from "@/lib/reviews/lifecycle";
import {
  askedDepartments,
  type ConcludedLine,
  conclusionIssues,
  coversUntil,
  departmentOf,
  highestPrice,
} from "@/lib/reviews/policy";

const TODAY = calendarDate("2026-11-23");
const good: ConcludedLine = {
  lineId: "1",
  approvedOn: calendarDate("2026-12-15"),
  approvedPrice: UnitPrice.of("50"),
  proposedOn: calendarDate("2026-12-15"),
};
const base = {
  conclusion: "ACCEPT",
  note: "",
  today: TODAY,
  results: ["CAN", "CAN"],
  lines: [good],
} as const;
const codes = (changes: Partial<Parameters<typeof conclusionIssues>[0]>) =>
  conclusionIssues({ ...base, ...changes }).map(({ path, code }) => `${path} ${code}`);

describe("who answers for which department", () => {
  it("[R1.1.3-C2] tells quality and purchasing apart by where a reviewer works", () => {
    expect(departmentOf({ role: "REVIEWER", department: "质检" })).toBe("QUALITY");
    expect(departmentOf({ role: "REVIEWER", department: "采购部" })).toBe("PURCHASE");
    expect(departmentOf({ role: "REVIEWER", department: "工艺" })).toBeNull();
    expect(departmentOf({ role: "TECHNICAL", department: "" })).toBe("TECH");
    expect(departmentOf({ role: "CLERK", department: "市场部" })).toBeNull();
  });

  it("[R1.1.3-C2] always asks technical and production", () => {
    expect(askedDepartments([])).toEqual(["TECH", "PRODUCTION"]);
    expect(askedDepartments(["FINANCE", "QUALITY"])).toEqual([
      "TECH",
      "PRODUCTION",
      "QUALITY",
      "FINANCE",
    ]);
  });
});

describe("the chief's conclusion", () => {
  it("[R1.1.3-C3] needs a price floor and a promised date for every line that is accepted", () => {
    expect(codes({})).toEqual([]);
    expect(codes({ lines: [{ ...good, approvedOn: null, approvedPrice: null }] })).toEqual([
      "lines.0.approvedPrice reviews.price_floor_missing",
      "lines.0.approvedOn reviews.promised_date_missing",
    ]);
    expect(codes({ conclusion: "REJECT", note: "做不了", lines: [] })).toEqual([]);
  });

  it("[R1.1.3-C2] owes words for conditions, for objections, and for a date before production's", () => {
    expect(codes({ conclusion: "ACCEPT_WITH_CONDITIONS" })).toEqual([
      "note reviews.conclusion_note_missing",
    ]);
    expect(codes({ results: ["CAN", "CANNOT"] })).toEqual(["note reviews.objection_unanswered"]);
    const early = { ...good, approvedOn: calendarDate("2026-12-14") };
    expect(codes({ lines: [early] })).toEqual([
      "lines.0.approvedOn reviews.earlier_than_production",
    ]);
    expect(codes({ lines: [early], note: "客户停机,已与生产部商定加班" })).toEqual([]);
  });

  it("begins with the highest of the proposed prices, and covers until the later day", () => {
    expect(highestPrice(["48", null, "52.5"])).toBe("52.5000");
    expect(highestPrice([null])).toBeNull();
    const validUntil = calendarDate("2027-01-22");
    expect(coversUntil({ validUntil, reuseUntil: null })).toBe("2027-01-22");
    expect(coversUntil({ validUntil, reuseUntil: calendarDate("2027-04-01") })).toBe("2027-04-01");
  });
});

describe("the life cycle", () => {
  it("reaches every status, and ends where it should", () => {
    expect(reviewLifecycle.reachability("DRAFT", REVIEW_STATUSES)).toEqual({
      unreachable: [],
      deadEnds: ["REJECTED", "CANCELLED", "SUPERSEDED"],
    });
  });
});
