import { describe, expect, it } from "vitest";
import { TERM_CHANGE_STATUSES, termChangeLifecycle } from "@/lib/credit/lifecycle";

describe("life cycle of a settlement-term change", () => {
  it("reaches every status and ends in three", () => {
    const { unreachable, deadEnds } = termChangeLifecycle.reachability(
      "DRAFT",
      TERM_CHANGE_STATUSES,
    );
    expect(unreachable).toEqual([]);
    expect(deadEnds).toEqual(["EFFECTIVE", "REJECTED", "CANCELLED"]);
  });

  it("[R1.3.1-a] takes effect only from the director's desk, after the chief's", () => {
    const into = (status: string) =>
      termChangeLifecycle.moves().flatMap(([from, to]) => (to === status ? [from] : []));
    expect(into("EFFECTIVE")).toEqual(["PENDING_DIRECTOR"]);
    expect(into("PENDING_DIRECTOR")).toEqual(["PENDING_CHIEF"]);
  });
});
