import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  hasValidOrganisationCode,
  isLegacyTaxId,
  isValidUscc,
  normaliseUscc,
} from "@/lib/core/tax-id";

const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const VALID = [
  "91350100M000100Y43",
  "91210200MA0DEM021D",
  "91320500MA1DEM031Y",
  "91370100MA3DEM043J",
  "91440300MA5DEM055T",
  "91110108MA00DEM651",
];

describe("the unified social credit code", () => {
  it.each(VALID)("accepts %s with its organisation code", (code) => {
    expect(isValidUscc(code)).toBe(true);
    expect(hasValidOrganisationCode(code)).toBe(true);
  });

  it.each([
    ["91350100M000100Y4Z", "a letter outside the alphabet"],
    ["91350100M000100Y44", "a wrong check character"],
    ["91350100I000100Y43", "the letter I"],
    ["91350100M000100Y4", "17 characters"],
    ["91350100M000100Y433", "19 characters"],
    ["91350100m000100y43", "lower case"],
    ["", "nothing"],
  ])("refuses %s: %s", (code) => {
    expect(isValidUscc(code)).toBe(false);
  });

  it("normalises what a person types", () => {
    expect(normaliseUscc(" 9135 0100-m000100y43 ")).toBe("91350100M000100Y43");
    expect(normaliseUscc("９１３５０１００Ｍ０００１００Ｙ４３")).toBe("91350100M000100Y43");
  });

  it("notices every single wrong character and every swap of neighbours", () => {
    const position = fc.nat({ max: 17 });
    fc.assert(
      fc.property(fc.constantFrom(...VALID), position, fc.nat({ max: 30 }), (code, at, index) => {
        const wrong = code.slice(0, at) + ALPHABET.charAt(index) + code.slice(at + 1);
        expect(isValidUscc(wrong)).toBe(wrong === code);
        const swapped =
          code.slice(0, at) + code.charAt(at + 1) + code.charAt(at) + code.slice(at + 2);
        if (at < 16) expect(isValidUscc(swapped)).toBe(swapped === code);
      }),
    );
  });

  it("only warns of a wrong organisation code", () => {
    const code = withCheck("91350100M000100Y5");
    expect(isValidUscc(code)).toBe(true);
    expect(hasValidOrganisationCode(code)).toBe(false);
  });
});

describe("an older tax id", () => {
  it.each(["123456789012345", "12345678901234567", "12345678901234567X", "1234567890123456789A"])(
    "accepts %s",
    (text) => {
      expect(isLegacyTaxId(text)).toBe(true);
    },
  );

  it.each(["12345678901234", "1234567890123456", "1234567890123456789", "12345678901234a"])(
    "refuses %s",
    (text) => {
      expect(isLegacyTaxId(text)).toBe(false);
    },
  );
});

function withCheck(seventeen: string): string {
  const found = [...ALPHABET].find((check) => isValidUscc(seventeen + check));
  return seventeen + (found ?? "");
}
