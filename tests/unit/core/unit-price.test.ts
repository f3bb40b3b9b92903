import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Money } from "@/lib/core/money";
import { Quantity } from "@/lib/core/quantity";
import {
  grossPrice,
  lineAmount,
  netOf,
  parsePriceCell,
  slipLineAmount,
  splitTax,
  UnitPrice,
} from "@/lib/core/unit-price";

const TAX_RATES = ["0.13", "0.09", "0.06", "0.03", "0.01", "0"];
const thousandths = (n: number) => `${Math.floor(n / 1000)}.${String(n % 1000).padStart(3, "0")}`;
const price = fc
  .nat({ max: 50_000_000 })
  .map((n) => UnitPrice.of(`${Math.floor(n / 10_000)}.${String(n % 10_000).padStart(4, "0")}`));
const quantity = fc.integer({ min: 1, max: 500_000 }).map((n) => Quantity.of(thousandths(n)));

/** Ships a line part by part and returns the slip amounts. */
function shipInParts(parts: readonly Quantity[], unitPrice: UnitPrice): Money[] {
  let delivered = Quantity.zero;
  let posted = Money.zero;
  return parts.map((part) => {
    const amount = slipLineAmount(delivered, posted, part, unitPrice);
    delivered = delivered.plus(part);
    posted = posted.plus(amount);
    return amount;
  });
}

describe("line amounts", () => {
  it("rounds once for each line: 3 × 0.3333 = 1.00", () => {
    expect(lineAmount(Quantity.of(3), UnitPrice.of("0.3333")).toString()).toBe("1.00");
  });

  it("ships 3 × 0.3333 one by one as 0.33, 0.34, 0.33", () => {
    const one = Quantity.of(1);
    const amounts = shipInParts([one, one, one], UnitPrice.of("0.3333"));
    expect(amounts.map(String)).toEqual(["0.33", "0.34", "0.33"]);
  });

  it("makes the slips of a line sum to the line, however it is split", () => {
    const parts = fc.array(quantity, { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(parts, price, (quantities, unitPrice) => {
        const whole = lineAmount(Quantity.sum(quantities), unitPrice);
        expect(Money.sum(shipInParts(quantities, unitPrice)).toString()).toBe(whole.toString());
      }),
    );
  });

  it("takes back by the same formula: everything returned leaves zero", () => {
    fc.assert(
      fc.property(quantity, quantity, price, (first, second, unitPrice) => {
        const amounts = shipInParts([first, second, first.negated(), second.negated()], unitPrice);
        expect(Money.sum(amounts).isZero()).toBe(true);
      }),
    );
  });
});

describe("value added tax", () => {
  it.each([
    ["113.00", "100.00", "13.00"],
    ["100.00", "88.50", "11.50"],
    ["-100.00", "-88.50", "-11.50"],
  ])("splits %s at 13 %% into %s and %s", (gross, net, tax) => {
    const split = splitTax(Money.of(gross), "0.13");
    expect([split.net.toString(), split.tax.toString()]).toEqual([net, tax]);
  });

  it("keeps net + tax = gross at every rate", () => {
    const gross = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 });
    fc.assert(
      fc.property(gross, fc.constantFrom(...TAX_RATES), (hundredths, rate) => {
        const amount = Money.of(hundredths).times("0.01");
        const { net, tax } = splitTax(amount, rate);
        expect(net.plus(tax).equals(amount)).toBe(true);
        expect(net.equals(netOf(amount, rate))).toBe(true);
        expect(tax.isNegative() ? amount.isNegative() : !amount.isNegative() || tax.isZero()).toBe(
          true,
        );
      }),
    );
  });

  it("makes a gross price of a net one, rounded to four decimals", () => {
    expect(grossPrice(UnitPrice.of("10.1235"), "0.13").toString()).toBe("11.4396");
    expect(grossPrice(UnitPrice.of("10"), 0).toString()).toBe("10.0000");
  });

  it.each(["13", "1", "-0.13"])("refuses %s as a tax rate", (rate) => {
    expect(() => splitTax(Money.of(100), rate)).toThrow(RangeError);
    expect(() => grossPrice(UnitPrice.of(100), rate)).toThrow(RangeError);
  });
});

describe("a price cell", () => {
  it.each([
    ["12.5", "12.5000", false],
    ["12.5n", "12.5000", true],
    ["１２．５Ｎ", "12.5000", true],
    ["1,200", "1200.0000", false],
  ])("reads %s", (text, expected, isNet) => {
    const cell = parsePriceCell(text);
    expect([cell?.price.toString(), cell?.isNet]).toEqual([expected, isNet]);
  });

  it.each(["", "n", "12.34567", "12nn", "10000000000", "abc"])("does not read %j", (text) => {
    expect(parsePriceCell(text)).toBeNull();
  });
});

describe("Quantity", () => {
  it.each([
    ["100", "100"],
    ["2.500", "2.5"],
    ["0.0004", "0"],
    ["-0.0001", "0"],
    ["1200000", "1200000"],
  ])("writes %s without trailing zeros", (text, expected) => {
    expect(Quantity.of(text).toString()).toBe(expected);
  });

  it("knows whole numbers", () => {
    expect(Quantity.of("10.000").isWhole()).toBe(true);
    expect(Quantity.of("10.001").isWhole()).toBe(false);
  });

  it.each(["1.0005", "1000000000", "ten", ""])("does not parse %j", (text) => {
    expect(Quantity.parse(text)).toBeNull();
  });

  it("turns packs into base units", () => {
    expect(Quantity.of(12).times(Quantity.of("10")).toString()).toBe("120");
    expect(Quantity.sum([Quantity.of("1.5"), Quantity.of("2.5")]).toString()).toBe("4");
  });
});
