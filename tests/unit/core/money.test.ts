import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Money, nextShare, splitByWeights } from "@/lib/core/money";
import { Quantity } from "@/lib/core/quantity";

const cents = fc.bigInt({ min: -(10n ** 13n), max: 10n ** 13n });
const yuan = (amount: bigint) => {
  const digits = (amount < 0n ? -amount : amount).toString().padStart(3, "0");
  return `${amount < 0n ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

describe("Money", () => {
  it.each([
    ["2.675", "2.68"],
    ["-2.675", "-2.68"],
    ["1.005", "1.01"],
    ["0.004999", "0.00"],
    ["-0.001", "0.00"],
    ["12345.6", "12345.60"],
    [" 7 ", "7.00"],
  ])("rounds %s half up to %s", (text, expected) => {
    expect(Money.of(text).toString()).toBe(expected);
  });

  it("calculates as whole cents do", () => {
    fc.assert(
      fc.property(cents, cents, (a, b) => {
        const [x, y] = [Money.of(yuan(a)), Money.of(yuan(b))];
        const [low, high] = a < b ? [a, b] : [b, a];
        expect(x.plus(y).toString()).toBe(yuan(a + b));
        expect(x.minus(y).toString()).toBe(yuan(a - b));
        expect(x.negated().toString()).toBe(yuan(-a));
        expect(x.abs().toString()).toBe(yuan(a < 0n ? -a : a));
        expect(x.max(y).toString()).toBe(yuan(high));
        expect(x.min(y).toString()).toBe(yuan(low));
        expect(x.compare(y)).toBe(a < b ? -1 : a > b ? 1 : 0);
        expect(x.isGreaterThan(y)).toBe(a > b);
        expect(x.isLessThan(y)).toBe(a < b);
        expect(x.equals(y)).toBe(a === b);
        expect([x.isNegative(), x.isZero(), x.isPositive()]).toEqual([a < 0n, a === 0n, a > 0n]);
        expect(Money.parse(x.toString())?.equals(x) ?? !x.fitsColumn()).toBe(true);
      }),
    );
  });

  it("sums a list, and an empty one to zero", () => {
    expect(Money.sum(["0.10", "0.20", "-0.05"].map(Money.of)).toString()).toBe("0.25");
    expect(Money.sum([])).toEqual(Money.zero);
  });

  it("reads a database decimal and another value of the family exactly", () => {
    expect(
      Money.of({ toFixed: (decimals: number) => (12.3).toFixed(decimals).slice(0, 4) }).toString(),
    ).toBe("12.30");
    expect(Money.of(Quantity.of("2.345")).toString()).toBe("2.35");
    expect(JSON.stringify({ amount: Money.of(5) })).toBe('{"amount":"5.00"}');
  });

  it.each([0.1, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 60])(
    "refuses the binary number %s",
    (input) => {
      expect(() => Money.of(input)).toThrow(RangeError);
    },
  );

  it.each(["", "abc", "1e5", "0x1F", "NaN", "Infinity", "1,000", "--1", "1."])(
    "refuses the text %j",
    (input) => {
      expect(() => Money.of(input)).toThrow(RangeError);
    },
  );

  it.each([
    ["12,345.60", "12345.60"],
    ["¥ 12,345.60", "12345.60"],
    ["￥１２．５", "12.50"],
    ["−3", "-3.00"],
    ["999999999999.99", "999999999999.99"],
  ])("parses what a person types: %s", (text, expected) => {
    expect(Money.parse(text)?.toString()).toBe(expected);
  });

  it.each(["", " ", "1.234", "1,23", "12,3456", "1000000000000", "1e3", "12元", "1.2.3", "¥"])(
    "does not parse %j",
    (text) => {
      expect(Money.parse(text)).toBeNull();
    },
  );

  it("says when an amount does not fit its column", () => {
    expect(Money.of("999999999999.99").fitsColumn()).toBe(true);
    expect(Money.of("-1000000000000").fitsColumn()).toBe(false);
  });
});

describe("splitting an amount", () => {
  const weights = fc
    .array(fc.nat({ max: 1_000_000 }), { minLength: 1, maxLength: 12 })
    .filter((list) => list.some((weight) => weight > 0));

  it("always adds up, gives nothing for no weight and stays within a cent of the exact part", () => {
    fc.assert(
      fc.property(cents, weights, (total, list) => {
        const parts = splitByWeights(Money.of(yuan(total)), list);
        const whole = BigInt(list.reduce((sum, weight) => sum + weight, 0));
        expect(Money.sum(parts).toString()).toBe(yuan(total));
        for (const [i, part] of parts.entries()) {
          const weight = BigInt(list[i] ?? 0);
          if (weight === 0n) expect(part.isZero()).toBe(true);
          const distance = BigInt(part.toString().replace(".", "")) * whole - total * weight;
          expect(distance <= whole && distance >= -whole).toBe(true);
        }
      }),
    );
  });

  it("leaves the remainder of a discount to the last shipment", () => {
    const discount = Money.of("-100");
    const first = nextShare(discount, Money.zero, "333.33", "1000");
    const second = nextShare(discount, first, "666.66", "1000");
    const last = nextShare(discount, first.plus(second), "1000", "1000");
    expect([first, second, last].map(String)).toEqual(["-33.33", "-33.34", "-33.33"]);
  });

  it("refuses to share over nothing and by negative weights", () => {
    expect(() => nextShare(Money.of(1), Money.zero, 0, 0)).toThrow(RangeError);
    expect(() => splitByWeights(Money.of(1), [2, -1])).toThrow(RangeError);
  });
});
