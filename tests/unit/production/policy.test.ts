import { describe, expect, it } from "vitest";
import { calendarDate } from "@/lib/core/calendar-date";
import { Quantity } from "@/lib/core/quantity";
import { TASK_STATUSES, taskLifecycle } from "@/lib/production/lifecycle";
import {
  contractShare,
  delayDays,
  logIssues,
  packsFit,
  requiredOnOf,
  restToProduce,
} from "@/lib/production/policy";
import { RECEIPT_STATUSES, receiptLifecycle } from "@/lib/production/receipt-lifecycle";
import { needsStageReason, nextStage, TASK_STAGES } from "@/lib/production/stages";

const q = (text: string) => Quantity.of(text);
const day = calendarDate;

describe("what is still to be tasked", () => {
  const line = {
    quantity: q("100"),
    closedQty: q("0"),
    qtyFromStock: q("40"),
    qtyToProduce: q("60"),
  };

  it("[R1.1.3-B1] is what the split left to production, less what is tasked", () => {
    expect(restToProduce({ ...line, taskedQty: q("25") }).toString()).toBe("35");
  });

  it("shrinks with what is short closed, and is never negative", () => {
    expect(restToProduce({ ...line, closedQty: q("20"), taskedQty: q("0") }).toString()).toBe("40");
    expect(restToProduce({ ...line, closedQty: q("20"), taskedQty: q("60") }).toString()).toBe("0");
  });
});

describe("dates", () => {
  it("asks production for the goods before they must be packed and shipped, never in the past", () => {
    const today = day("2026-11-23");
    expect(requiredOnOf(day("2026-12-01"), 3, today)).toBe("2026-11-28");
    expect(requiredOnOf(day("2026-11-24"), 3, today)).toBe("2026-11-23");
    expect(requiredOnOf(null, 3, today)).toBe("2026-11-23");
  });

  it("counts the delay in days after the contract's date", () => {
    expect(delayDays(day("2026-12-05"), day("2026-12-01"))).toBe(4);
    expect(delayDays(day("2026-12-01"), day("2026-12-01"))).toBe(0);
    expect(delayDays(null, day("2026-12-01"))).toBe(0);
  });
});

describe("entries of the register", () => {
  const facts = {
    isAccepted: true,
    stage: "GRINDING" as const,
    quantity: q("60"),
    finishedQty: q("20"),
    expectedOn: day("2026-11-28"),
    contractDueOn: day("2026-12-01"),
  };
  const entry = {
    stage: "GRINDING" as const,
    doneQty: q("20"),
    content: "",
    newExpectedOn: null,
    delayReason: "",
  };
  const codes = (changes: Partial<typeof entry> | object) =>
    logIssues(facts, { ...entry, ...changes }).map(({ code }) => code);

  it("[R1.1.3-T2] go forward without a word, and back only with one", () => {
    expect(codes({ stage: "COATING" })).toEqual([]);
    expect(codes({ stage: "MACHINING" })).toEqual(["production.stage_back_needs_reason"]);
    expect(codes({ stage: "STOPPED" })).toEqual(["production.stage_back_needs_reason"]);
    expect(codes({ stage: "MACHINING", content: "裂纹，重磨" })).toEqual([]);
  });

  it("count neither less than before nor more than the task without a word", () => {
    expect(codes({ doneQty: q("19") })).toEqual(["production.done_less_needs_reason"]);
    expect(codes({ doneQty: q("61") })).toEqual(["production.done_over_needs_reason"]);
    expect(codes({ doneQty: q("61"), content: "多做备件" })).toEqual([]);
  });

  it("give the reason of a delay beyond the contract's date", () => {
    expect(codes({ newExpectedOn: day("2026-12-01") })).toEqual([]);
    expect(codes({ newExpectedOn: day("2026-12-02") })).toEqual([
      "production.delay_reason_required",
    ]);
    expect(codes({ newExpectedOn: day("2026-12-02"), delayReason: "设备检修" })).toEqual([]);
  });

  it("[R1.1.3-B2] move nothing before production has accepted; a contact can be noted", () => {
    const waiting = (changes: Partial<typeof entry> | object) =>
      logIssues({ ...facts, isAccepted: false }, { ...entry, ...changes }).map(
        ({ path, code }) => `${path} ${code}`,
      );
    expect(waiting({ content: "催生产签收" })).toEqual([]);
    expect(waiting({})).toEqual(["content common.required"]);
    expect(
      waiting({
        stage: "COATING",
        doneQty: q("30"),
        newExpectedOn: day("2026-11-30"),
        content: "已开工",
      }),
    ).toEqual(
      ["stage", "doneQty", "newExpectedOn"].map(
        (path) => `${path} production.accept_before_progress`,
      ),
    );
  });

  it("know the order of the stages", () => {
    expect(nextStage("NOT_STARTED")).toBe("MATERIAL");
    expect(nextStage("INSPECTION")).toBe("FINISHED");
    expect(nextStage("FINISHED")).toBeNull();
    expect(needsStageReason("STOPPED", "MACHINING")).toBe(true);
    for (const stage of TASK_STAGES) expect(needsStageReason(stage, stage)).toBe(false);
  });
});

describe("what comes in", () => {
  it("[R1.1.3-B3] belongs to the contract first, and is free stock beyond it", () => {
    const facts = { share: q("60"), receivedBefore: q("0"), wanted: q("60") };
    expect(contractShare({ ...facts, received: q("65") }).toString()).toBe("60");
    expect(contractShare({ ...facts, received: q("20") }).toString()).toBe("20");
    expect(contractShare({ ...facts, receivedBefore: q("50"), received: q("20") }).toString()).toBe(
      "10",
    );
    expect(contractShare({ ...facts, receivedBefore: q("70"), received: q("20") }).toString()).toBe(
      "0",
    );
    expect(contractShare({ ...facts, wanted: q("5"), received: q("20") }).toString()).toBe("5");
  });

  it("[RD2-04] lies in as many packs as it fills", () => {
    expect(packsFit(q("60"), q("10"), 6)).toBe(true);
    expect(packsFit(q("55"), q("10"), 6)).toBe(true);
    expect(packsFit(q("50"), q("10"), 6)).toBe(false);
    expect(packsFit(q("61"), q("10"), 6)).toBe(false);
  });
});

describe("life cycles", () => {
  it("reach every state of a task notice and leave none without a way on that is not final", () => {
    expect(taskLifecycle.reachability("DRAFT", TASK_STATUSES)).toEqual({
      unreachable: [],
      deadEnds: ["DONE", "REJECTED", "CANCELLED"],
    });
  });

  it("reach every state of a production receipt", () => {
    expect(receiptLifecycle.reachability("PENDING_INSPECTION", RECEIPT_STATUSES)).toEqual({
      unreachable: [],
      deadEnds: ["POSTED", "CANCELLED"],
    });
  });
});
