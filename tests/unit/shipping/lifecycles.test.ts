import { describe, expect, it } from "vitest";
import { NOTICE_STATUSES, noticeLifecycle } from "@/lib/shipping/notice-lifecycle";
import { SLIP_STATUSES, slipLifecycle } from "@/lib/shipping/slip-lifecycle";

describe("life cycles of shipping", () => {
  it("reaches every status of a notice and ends only closed or cancelled", () => {
    expect(noticeLifecycle.reachability("DRAFT", NOTICE_STATUSES)).toEqual({
      unreachable: [],
      deadEnds: ["CANCELLED"],
    });
  });

  it("[R1.2.2-b] reaches every status of a slip; shipped, reversed, rejected and cancelled are final", () => {
    expect(slipLifecycle.reachability("DRAFT", SLIP_STATUSES)).toEqual({
      unreachable: [],
      deadEnds: ["SHIPPED", "REVERSED", "REJECTED", "CANCELLED"],
    });
  });

  it("[R1.2.2-b] lets nothing become approved or issued without the department head", () => {
    const intoApproved = slipLifecycle.moves().filter(([, to]) => to === "APPROVED");
    expect(intoApproved.map(([from]) => from).sort()).toEqual([
      "PENDING_DEPT_HEAD",
      "PENDING_DIRECTOR",
    ]);
    const intoDirector = slipLifecycle.moves().filter(([, to]) => to === "PENDING_DIRECTOR");
    expect(intoDirector.map(([from]) => from).sort()).toEqual(["APPROVED", "PENDING_DEPT_HEAD"]);
  });
});
