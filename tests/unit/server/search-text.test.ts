import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  beginsPattern,
  buildSearchText,
  containsPattern,
  normaliseForSearch,
  searchWords,
} from "@/lib/server/search-text";

const finds = (text: string, query: string) =>
  searchWords(query).every((word) => text.includes(word));

describe("what a customer or product can be found by", () => {
  const customer = buildSearchText({
    codes: ["C0123"],
    names: ["宏达精密机械有限公司", "宏达", null],
    phones: ["0571-8888 1234", "138 0000 5678"],
  });

  it.each([
    "宏达",
    "hdjm",
    "HDJM",
    "hongda",
    "hongdajingmi",
    "c0123",
    "Ｃ０１２３",
    "5678",
    "88881234",
  ])("finds a customer by %s", (query) => expect(finds(customer, query)).toBe(true));

  it("finds by several words in any order", () => {
    expect(finds(customer, "机械 宏达")).toBe(true);
    expect(finds(customer, "宏达 重工")).toBe(false);
  });

  it("knows the other readings of a character", () => {
    const text = buildSearchText({ names: ["重庆长江厦门银行"] });
    for (const query of ["chongqing", "zhongqing", "cqcj", "zqcj"])
      expect(finds(text, query)).toBe(true);
  });

  it("writes ü as v, as it is typed", () => {
    expect(finds(buildSearchText({ names: ["绿源"] }), "lvyuan")).toBe(true);
  });

  it("takes every way of writing a diameter and a times sign as the same", () => {
    const product = buildSearchText({
      names: ["硬质合金立铣刀"],
      others: ["φ10×22×72-4F", "DWG-7"],
    });
    for (const query of [
      "φ10×22×72-4F",
      "Φ10*22*72-4f",
      "ø10x22x72",
      "10X22",
      "dwg-7",
      "yzhjlxd",
    ]) {
      expect(finds(product, query)).toBe(true);
    }
  });

  it("marks the beginning of each way of naming by a blank", () => {
    expect(customer.startsWith(" c0123 ")).toBe(true);
    expect(customer).toContain(" hongda ");
    expect(beginsPattern("hd")).toBe("% hd%");
  });

  it("keeps the number of readings small for names full of ambiguous characters", () => {
    expect(
      buildSearchText({ names: ["重重重重重重长长长长长长行行行行"] }).split(" ").length,
    ).toBeLessThan(24);
  });
});

describe("a query", () => {
  it("is bounded and never a pattern of its own", () => {
    expect(searchWords("a b c d e f g")).toHaveLength(5);
    expect(containsPattern("100%_\\")).toBe("%100\\%\\_\\\\%");
    expect(searchWords("   ")).toEqual([]);
  });

  it("is the same after normalising twice", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const once = normaliseForSearch(text);
        expect(normaliseForSearch(once)).toBe(once);
      }),
    );
  });
});
