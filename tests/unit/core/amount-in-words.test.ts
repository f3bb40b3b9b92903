import fc from "fast-check";
import nzh from "nzh/cn";
import { describe, expect, it } from "vitest";
import { amountInWords } from "@/lib/core/amount-in-words";
import { Money } from "@/lib/core/money";

describe("an amount in Chinese capitals", () => {
  it.each([
    ["0", "零元整"],
    ["-0.00", "零元整"],
    ["0.05", "伍分"],
    ["0.50", "伍角整"],
    ["0.55", "伍角伍分"],
    ["1.05", "壹元零伍分"],
    ["10", "壹拾元整"],
    ["10.20", "壹拾元零贰角整"],
    ["15", "壹拾伍元整"],
    ["325.04", "叁佰贰拾伍元零肆分"],
    ["1005", "壹仟零伍元整"],
    ["1010", "壹仟零壹拾元整"],
    ["1409.50", "壹仟肆佰零玖元伍角整"],
    ["1680.32", "壹仟陆佰捌拾元零叁角贰分"],
    ["6007.14", "陆仟零柒元壹角肆分"],
    ["100500", "壹拾万零伍佰元整"],
    ["107000.53", "壹拾万柒仟元零伍角叁分"],
    ["100005000", "壹亿零伍仟元整"],
    ["100010000", "壹亿零壹万元整"],
    ["1000000000", "壹拾亿元整"],
    ["1234567890.12", "壹拾贰亿叁仟肆佰伍拾陆万柒仟捌佰玖拾元零壹角贰分"],
    ["-1682", "负壹仟陆佰捌拾贰元整"],
    ["-0.05", "负伍分"],
    ["999999999999.99", "玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分"],
  ])("writes %s as %s", (amount, words) => {
    expect(amountInWords(amount)).toBe(words);
    expect(amountInWords(Money.of(amount))).toBe(words);
  });

  it("rounds before it writes", () => {
    expect(amountInWords("0.105")).toBe("壹角壹分");
  });

  it.each(["1000000000000", "-1000000000000", "999999999999.995"])("refuses %s", (amount) => {
    expect(() => amountInWords(amount)).toThrow(RangeError);
  });

  it("agrees with an independent converter wherever that follows the same variant", () => {
    const digit = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 9 })); // zeros are the hard part
    const whole = fc
      .array(digit, { minLength: 1, maxLength: 12 })
      .map((digits) => BigInt(digits.join("")).toString());
    fc.assert(
      fc.property(whole, digit, digit, (yuan, jiao, fen) => {
        const amount = `${yuan}.${jiao}${fen}`;
        expect(inOtherVariant(amountInWords(amount), yuan, jiao)).toBe(
          nzh.toMoney(amount, { outSymbol: false }),
        );
      }),
      { numRuns: 5_000 },
    );
  });
});

/** The converter writes no 零 between a round 元 and 角, and no 整 after decimals: the table has both. */
function inOtherVariant(words: string, yuan: string, jiao: number): string {
  const isYuanRound = yuan !== "0" && yuan.endsWith("0") && jiao !== 0;
  return (isYuanRound ? words.replace("元零", "元") : words).replace(/整$/, "");
}
