import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson, contentHash } from "@/lib/core/content-hash";
import { Money } from "@/lib/core/money";

describe("the hash a signature binds", () => {
  it("is the same whatever the order of the keys, undefined keys or not", () => {
    const one = { a: 1, b: { c: [1, { e: 2, d: 1 }], f: null } };
    const other = { b: { f: null, g: undefined, c: [1, { d: 1, e: 2 }] }, a: 1 };
    expect(contentHash(other)).toBe(contentHash(one));
    expect(canonicalJson(other)).toBe('{"a":1,"b":{"c":[1,{"d":1,"e":2}],"f":null}}');
  });

  it("is SHA-256 in hex", () => {
    expect(contentHash({})).toBe(
      "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a",
    );
  });

  it("takes amounts and instants by value", () => {
    const at = new Date("2026-11-23T00:00:00Z");
    expect(canonicalJson({ amount: Money.of("5"), at })).toBe(
      '{"amount":"5.00","at":"2026-11-23T00:00:00.000Z"}',
    );
  });

  it("differs when the order of a list or any value differs", () => {
    expect(contentHash([1, 2])).not.toBe(contentHash([2, 1]));
    expect(contentHash({ a: "1" })).not.toBe(contentHash({ a: 1 }));
    expect(contentHash({ a: null })).not.toBe(contentHash({}));
  });

  it.each([undefined, () => 1, { a: () => 1 }, { a: Number.NaN }, { a: 1n }, Symbol("a")])(
    "refuses what is no plain data",
    (content) => {
      expect(() => contentHash(content)).toThrow(TypeError);
    },
  );

  it("depends on content only", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (content) => {
        expect(contentHash(reversed(content))).toBe(contentHash(content));
      }),
    );
  });
});

function reversed(content: unknown): unknown {
  if (Array.isArray(content)) return content.map(reversed);
  if (content === null || typeof content !== "object") return content;
  return Object.fromEntries(
    Object.entries(content)
      .reverse()
      .map(([key, value]) => [key, reversed(value)]),
  );
}
