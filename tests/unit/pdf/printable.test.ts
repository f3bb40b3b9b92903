import { beforeAll, describe, expect, it } from "vitest";
import { type PaperFonts, paperFonts } from "@/lib/pdf/fonts";
import { printable } from "@/lib/pdf/printable";

let fonts: PaperFonts;
beforeAll(async () => {
  fonts = await paperFonts();
});

function print(text: string) {
  const missing = new Set<string>();
  return { text: printable(text, fonts.regular.file, missing), missing: [...missing] };
}

describe("what the font can draw", () => {
  it("draws rare characters of names and the signs of the trade as they are", () => {
    const text = "喆堃镕䶮㛃龘 φ10±0.02 ≤Ra0.8 ℃ ㎡ ① ¥ —";
    expect(print(text)).toEqual({ text, missing: [] });
  });

  it("marks a character without a glyph with 〓 and reports it once", () => {
    expect(print("𠮷田与𠮷野")).toEqual({ text: "〓田与〓野", missing: ["𠮷"] });
  });

  it("replaces signs that have a common equal", () => {
    expect(print("⌀10 ✓ 5−3")).toEqual({ text: "φ10 √ 5-3", missing: [] });
  });

  it("drops what nobody can see", () => {
    expect(print("大\u200B连\uFEFF\u0007\uFE0F市\r\n工厂")).toEqual({
      text: "大连市\n工厂",
      missing: [],
    });
  });

  it("has both weights with the same characters", () => {
    for (const character of "喆堃镕䶮出库单〓") {
      expect(fonts.bold.file.has(character.codePointAt(0) ?? 0)).toBe(true);
    }
  });

  it("knows that figures are equally wide, so that columns of amounts line up", () => {
    const widths = [..."0123456789"].map((figure) =>
      fonts.regular.file.advance(figure.codePointAt(0) ?? 0),
    );
    expect(new Set(widths).size).toBe(1);
  });
});
