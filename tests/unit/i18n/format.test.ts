import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Money } from "@/lib/core/money";
import {
  formatDate,
  formatDateTime,
  formatDayOfInstant,
  formatFileSize,
  formatMoney,
  formatMonth,
  formatQuantity,
  formatQuarter,
  formatRate,
  formatUnitPrice,
  isNegativeText,
  nearDay,
} from "@/lib/i18n/format";

describe("money", () => {
  it.each([
    ["0", "0.00"],
    ["-0.00", "0.00"],
    ["12345.6", "12,345.60"],
    ["-1234567.89", "-1,234,567.89"],
    ["999.995", "1,000.00"],
    ["2.675", "2.68"],
    ["0.004", "0.00"],
    ["100000000000.01", "100,000,000,000.01"],
    ["not a number", "not a number"],
  ])("%s reads %s", (amount, text) => {
    expect(formatMoney(amount)).toBe(text);
  });

  it("carries the sign of the currency behind the minus", () => {
    expect(formatMoney("-15000", { symbol: true })).toBe("-¥15,000.00");
    expect(formatMoney(Money.of("12345.60"), { symbol: true })).toBe("¥12,345.60");
  });

  it("is exact for every amount that fits the database", () => {
    const cents = fc.bigInt({ min: -(10n ** 14n) + 1n, max: 10n ** 14n - 1n });
    fc.assert(
      fc.property(cents, (value) => {
        const digits = (value < 0n ? -value : value).toString().padStart(3, "0");
        const text = `${value < 0n ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
        expect(formatMoney(text).replaceAll(",", "")).toBe(value === 0n ? "0.00" : text);
      }),
    );
  });

  it("knows a debt from a zero", () => {
    expect(isNegativeText("-0.01")).toBe(true);
    expect(isNegativeText("-0.00")).toBe(false);
    expect(isNegativeText("0.01")).toBe(false);
  });
});

describe("other figures", () => {
  it.each([
    ["12.5", "12.50"],
    ["12.3456", "12.3456"],
    ["12.34500", "12.345"],
    ["1000", "1,000.00"],
  ])("unit price %s reads %s", (price, text) => {
    expect(formatUnitPrice(price)).toBe(text);
  });

  it.each([
    ["20.000", "20"],
    ["0.500", "0.5"],
    ["12345.678", "12,345.678"],
    ["100", "100"],
  ])("quantity %s reads %s", (quantity, text) => {
    expect(formatQuantity(quantity)).toBe(text);
    expect(formatQuantity(quantity, "支")).toBe(`${text} 支`);
  });

  it.each([
    ["0.13", "13%"],
    ["0.1300", "13%"],
    ["0.005", "0.5%"],
    ["0", "0%"],
    ["1", "100%"],
  ])("rate %s reads %s", (rate, text) => {
    expect(formatRate(rate)).toBe(text);
  });

  it("file sizes are said in the unit a person would use", () => {
    expect([820, 1_400_000, 20_000_000].map(formatFileSize)).toEqual([
      "820 B",
      "1.4 MB",
      "20.0 MB",
    ]);
  });
});

describe("dates", () => {
  it("are written as on the screen and as on paper", () => {
    expect(formatDate("2026-11-23")).toBe("2026-11-23");
    expect(formatDate("2026-01-05", "long", "zh")).toBe("2026年1月5日");
    expect(formatDate("2026-01-05", "long", "en")).toBe("5 Jan 2026");
    expect(formatMonth("2026-11", "zh")).toBe("2026年11月");
    expect(formatMonth("2026-11-23", "en")).toBe("Nov 2026");
    expect(formatQuarter(2026, 4, "zh")).toBe("2026年第4季度");
    expect(formatQuarter(2026, 4, "en")).toBe("Q4 2026");
  });

  it("moments are the factory's, whatever the computer's zone", () => {
    expect(formatDateTime("2026-11-23T16:30:05Z")).toBe("2026-11-24 00:30");
    expect(formatDateTime(new Date("2026-12-31T15:59:59Z"), { seconds: true })).toBe(
      "2026-12-31 23:59:59",
    );
    expect(formatDayOfInstant("2026-12-31T16:00:00Z")).toBe("2027-01-01");
  });

  it("near days have names", () => {
    expect(nearDay("2026-11-23", "2026-11-23")).toBe("today");
    expect(nearDay("2026-12-31", "2027-01-01")).toBe("yesterday");
    expect(nearDay("2027-01-01", "2026-12-31")).toBe("tomorrow");
    expect(nearDay("2026-11-25", "2026-11-23")).toBeNull();
  });
});
