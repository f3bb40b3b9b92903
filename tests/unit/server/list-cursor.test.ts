import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeCursor, encodeCursor } from "@/lib/server/list-cursor";

describe("a page cursor", () => {
  it("comes back as it went out", () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 80 }).filter((text) => !text.includes("\0")),
        fc.uuid(),
        (value, id) => {
          expect(decodeCursor(encodeCursor([value, id]), "text")).toEqual([value, id]);
        },
      ),
    );
  });

  it("shows the first page when it is damaged", () => {
    const forged = Buffer.from(JSON.stringify(["x", "1; drop table contract"])).toString(
      "base64url",
    );
    for (const text of [null, "", "%%%", "bm90IGpzb24", forged, "A".repeat(2000)]) {
      expect(decodeCursor(text, "text")).toBeNull();
    }
  });

  it.each([
    ["integer", "2026000001", "1.5"],
    ["money", "-12.50", "x"],
    ["quantity", "-Infinity", "1e9"],
    ["date", "2026-11-23", "2026-13-01"],
    ["instant", "2026-11-23 10:00:00.123456+00", "2026-11-23"],
    ["instant", "-infinity", "2026-11-23 25:00:00+00"],
    ["boolean", "true", "1"],
    ["text", "宏达", "a\u0000b"],
  ] as const)("of a %s column holds %s and never %s", (kind, good, bad) => {
    const id = "0198f3a2-0000-7000-8000-000000000001";
    expect(decodeCursor(encodeCursor([good, id]), kind)).toEqual([good, id]);
    expect(decodeCursor(encodeCursor([bad, id]), kind)).toBeNull();
  });
});
