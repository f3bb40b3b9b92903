import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wrapText } from "@/lib/pdf/wrap";

/** Chinese is two wide, everything else one. */
const measure = (text: string) =>
  [...text].reduce(
    (width, character) => width + ((character.codePointAt(0) ?? 0) > 0x2000 ? 2 : 1),
    0,
  );

describe("breaking lines", () => {
  it("breaks Chinese after any character", () => {
    expect(wrapText("硬质合金立铣刀", 8, measure)).toEqual(["硬质合金", "立铣刀"]);
  });

  it("keeps a specification whole when it fits on a line of its own", () => {
    expect(wrapText("立铣刀 CNMG120408", 11, measure)).toEqual(["立铣刀", "CNMG120408"]);
  });

  it("breaks a word that is longer than the line", () => {
    expect(wrapText("ABCDEFGHIJ", 4, measure)).toEqual(["ABCD", "EFGH", "IJ"]);
  });

  it("never begins a line with a closing mark nor ends one with an opening mark", () => {
    expect(wrapText("按图加工，交货", 8, measure)).toEqual(["按图加", "工，交货"]);
    expect(wrapText("立铣刀（长柄）", 8, measure)).toEqual(["立铣刀", "（长柄）"]);
  });

  it("takes the indent from the first line only", () => {
    expect(wrapText("一二三四五六", 8, measure, 4)).toEqual(["一二", "三四五六"]);
  });

  it("keeps the writer's own line breaks and answers one empty line for no text", () => {
    expect(wrapText("一\n二", 8, measure)).toEqual(["一", "二"]);
    expect(wrapText("", 8, measure)).toEqual([""]);
  });

  it("loses no character but blanks, and ends, whatever the text", () => {
    const text = fc.string({ unit: fc.constantFrom(..."立铣刀，。（）φ10×-A b"), maxLength: 60 });
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 30 }), (input, width) => {
        const joined = wrapText(input, width, measure).join("");
        expect(joined.replaceAll(" ", "")).toBe(input.replaceAll(" ", ""));
      }),
    );
  });
});
