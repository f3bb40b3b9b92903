import { describe, expect, it } from "vitest";
import { walkInTitle } from "@/lib/walkin/titles";

describe("the title of a pickup", () => {
  it("names number, customer and amount, as the other papers do", () => {
    const pickup = { docNo: "LT2026-0004", customerName: "宏达机械", totalAmount: 426 };
    expect(walkInTitle(pickup)).toBe("LT2026-0004 宏达机械 ¥426.00");
    expect(walkInTitle({ ...pickup, docNo: null })).toBe("宏达机械 ¥426.00");
  });
});
