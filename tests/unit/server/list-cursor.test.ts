import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeCursor, encodeCursor } from "@/lib/server/list-cursor";

describe("a page cursor", () => {
  it("comes back as it went out", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), fc.uuid(), (value, id) => {
        expect(decodeCursor(encodeCursor([value, id]))).toEqual([value, id]);
      }),
    );
  });

  it("shows the first page when it is damaged", () => {
    const forged = Buffer.from(JSON.stringify(["x", "1; drop table contract"])).toString(
      "base64url",
    );
    for (const text of [null, "", "%%%", "bm90IGpzb24", forged, "A".repeat(2000)]) {
      expect(decodeCursor(text)).toBeNull();
    }
  });
});
