import { describe, expect, it } from "vitest";
import { DomainError } from "@/lib/core/domain-error";

describe("a refusal", () => {
  it("carries its code, the words' arguments and the fields it concerns", () => {
    const issues = [{ path: "lines.0.quantity", code: "shipping.over_notice_quantity" }];
    const refusal = new DomainError("shipping.over_notice_quantity", { available: "8" }, issues);
    expect(refusal).toBeInstanceOf(Error);
    expect(refusal).toMatchObject({ code: "shipping.over_notice_quantity", issues });
    expect(refusal.details).toEqual({ available: "8" });
  });

  it("has no details and issues unless given", () => {
    const refusal = new DomainError("common.changed_meanwhile");
    expect([refusal.details, refusal.issues]).toEqual([undefined, undefined]);
  });
});
