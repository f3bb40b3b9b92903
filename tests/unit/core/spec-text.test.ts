import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normaliseSpec } from "@/lib/core/spec-text";

describe("a tool's specification", () => {
  it.each([
    ["φ10x22x72-4F", "φ10×22×72-4F"],
    ["φ10*22X72-4F", "φ10×22×72-4F"],
    ["φ１０ｘ２２＊７２－４Ｆ", "φ10×22×72-4F"],
    ["R3 x 6 x 50", "R3×6×50"],
    ["  M8x1.25　H2 ", "M8×1.25 H2"],
    ["M10×1.5 6H", "M10×1.5 6H"],
    ["10mm x 20mm", "10mm×20mm"],
    ["φ20 MT2", "φ20 MT2"],
    ["CNMG120408", "CNMG120408"],
    ["SNMX120512", "SNMX120512"],
    ["HEX 10", "HEX 10"],
    ["（２０～３０）", "(20~30)"],
  ])("%s becomes %s", (typed, expected) => {
    expect(normaliseSpec(typed)).toBe(expected);
  });

  it("is left alone when it is normal already", () => {
    const typed = fc.string({ unit: fc.constantFrom(..."φ10xX*×ｘ＊ 　mM(R)-4F"), maxLength: 20 });
    fc.assert(
      fc.property(typed, (text) => {
        const once = normaliseSpec(text);
        expect(normaliseSpec(once)).toBe(once);
        expect(once).not.toMatch(/[*\uff01-\uff5e\u3000]|^\s|\s$/);
      }),
    );
  });
});
