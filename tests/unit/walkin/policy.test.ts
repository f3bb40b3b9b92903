import { describe, expect, it } from "vitest";
import { Quantity } from "@/lib/core/quantity";
import { WALK_IN_STATUSES, walkInLifecycle } from "@/lib/walkin/lifecycle";
import { type CountedLine, compareCounts, overdueStep } from "@/lib/walkin/policy";

const line = (wanted: string, keeper: string | null, clerk: string | null): CountedLine => ({
  id: "l1",
  productName: "立铣刀",
  unit: "支",
  quantity: Quantity.of(wanted),
  countedByKeeper: keeper === null ? null : Quantity.of(keeper),
  countedByClerk: clerk === null ? null : Quantity.of(clerk),
});
const codes = (...lines: CountedLine[]) => compareCounts(lines).issues.map(({ code }) => code);

describe("the double count", () => {
  it("[R1.2.4-a] agrees only when both say the same of every line, and no more than the slip", () => {
    expect(codes(line("10", "10", "10"))).toEqual([]);
    expect(codes(line("10", null, "10"))).toEqual(["walkin.not_counted"]);
    expect(codes(line("10", "9", "10"))).toEqual(["walkin.counts_differ"]);
    expect(codes(line("10", "11", "11"))).toEqual(["walkin.counted_more"]);
    expect(codes(line("10", "0", "0"))).toEqual(["walkin.nothing_counted"]);
    expect(codes(line("10", "0", "0"), line("5", "5", "5"))).toEqual([]);
    expect(compareCounts([line("10", "9", "9")]).isShort).toBe(true);
    expect(compareCounts([line("10", "10", "10")]).isShort).toBe(false);
  });
});

describe("the deadlines", () => {
  const dates = { draftDueOn: "2026-11-23", effectiveDueOn: "2026-11-26" };

  it("[R1.2.4-b] are inclusive, the draft's first", () => {
    const at = (status: string, today: string) => overdueStep({ status, ...dates }, today);
    expect(at("HANDED_OVER", "2026-11-23")).toBeNull();
    expect(at("HANDED_OVER", "2026-11-24")).toBe("draft");
    expect(at("CONTRACT_DRAFTED", "2026-11-26")).toBeNull();
    expect(at("CONTRACT_DRAFTED", "2026-11-27")).toBe("effective");
    expect(at("CONTRACT_EFFECTIVE", "2027-01-01")).toBeNull();
    const before = { status: "APPROVED", draftDueOn: null, effectiveDueOn: null };
    expect(overdueStep(before, "2027-01-01")).toBeNull();
  });
});

describe("the life cycle of a pickup", () => {
  it("reaches every status and ends where it should", () => {
    const { unreachable, deadEnds } = walkInLifecycle.reachability("DRAFT", WALK_IN_STATUSES);
    expect(unreachable).toEqual([]);
    expect([...deadEnds].sort()).toEqual(["CANCELLED", "CONTRACT_EFFECTIVE", "REJECTED"]);
  });
});
