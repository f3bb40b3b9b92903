import { describe, expect, it } from "vitest";
import {
  isWaybillNo,
  isWaybillPattern,
  looksLikeWaybillOf,
  normaliseWaybillNo,
} from "@/lib/core/waybill-shape";

const SF = "SF[A-Z0-9]{13}|\\d{12}";

describe("a waybill number", () => {
  it("is stored in one spelling", () => {
    expect(normaliseWaybillNo(" sf１０２３ 4567 ")).toBe("SF10234567");
  });

  it.each(["SF1023456789012", "YT-123", "123456"])("may be %s", (waybillNo) => {
    expect(isWaybillNo(waybillNo)).toBe(true);
  });

  it.each(["12345", "1".repeat(31), "SF 123456", "运单123456", "sf123456"])(
    "may not be %j",
    (waybillNo) => {
      expect(isWaybillNo(waybillNo)).toBe(false);
    },
  );

  it("is compared with the whole of its courier's pattern", () => {
    expect(looksLikeWaybillOf(SF, "SF1023456789012")).toBe(true);
    expect(looksLikeWaybillOf(SF, "123456789012")).toBe(true);
    expect(looksLikeWaybillOf(SF, "1234567890123")).toBe(false);
    expect(looksLikeWaybillOf(SF, "SF10234567890123")).toBe(false);
  });

  it("raises no warning without a usable pattern", () => {
    expect(looksLikeWaybillOf(null, "123456")).toBe(true);
    expect(looksLikeWaybillOf("[", "123456")).toBe(true);
  });
});

describe("a courier's pattern", () => {
  it.each([SF, "(77|43)\\d{12,15}", "[0-9]{13}"])("may be %s", (pattern) => {
    expect(isWaybillPattern(pattern)).toBe(true);
  });

  it.each(["[", "(a+)+", "\\d*", "(\\d{1,9}){1,9}", "\\d{3,}", "1".repeat(201)])(
    "may not be %s",
    (pattern) => {
      expect(isWaybillPattern(pattern)).toBe(false);
    },
  );
});
