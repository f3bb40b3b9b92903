import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { returnPath } from "@/lib/people/return-path";

describe("the way back after signing in", () => {
  it("is a page of this application, with its query", () => {
    expect(returnPath("/contracts?status=DRAFT")).toBe("/contracts?status=DRAFT");
    expect(returnPath(["/register", "/other"])).toBe("/register");
  });

  it("is home for everything else", () => {
    const elsewhere = [
      undefined,
      null,
      "",
      "contracts",
      "https://evil.example",
      "//evil.example",
      "/\\evil.example",
      "/%5cevil.example/../..//evil.example\\",
      "javascript:alert(1)",
      "/sign-in?from=/sign-in",
      "/\t/evil.example",
      `/${"x".repeat(600)}`,
    ];
    for (const text of elsewhere) expect(returnPath(text), String(text)).toBe("/");
  });

  it("never leaves the site, whatever is asked for", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const path = returnPath(`/${text}`);
        return new URL(path, "http://own.example").origin === "http://own.example";
      }),
    );
  });
});
