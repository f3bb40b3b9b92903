import { describe, expect, it } from "vitest";
import { readOrigins } from "@/lib/ops/settings.mjs";

describe("the addresses that npm start serves", () => {
  it("are both names of this machine unless told otherwise", () => {
    expect(readOrigins("127.0.0.1", 3000, {})).toEqual([
      "http://localhost:3000",
      "http://127.0.0.1:3000",
    ]);
  });

  it("are refused on a network without https, with a sentence that says how", () => {
    expect(() => readOrigins("0.0.0.0", 3000, {})).toThrow(
      /without encryption.*caddy reverse-proxy/s,
    );
    expect(() => readOrigins("0.0.0.0", 3000, { APP_ORIGIN: "http://ledger.lan" })).toThrow(
      /without encryption/,
    );
    expect(() =>
      readOrigins("0.0.0.0", 3000, { APP_ORIGIN: "https://a.example,http://b.example" }),
    ).toThrow(/without encryption/);
  });

  it("may be on a network behind https, or when somebody insists", () => {
    expect(readOrigins("0.0.0.0", 3000, { APP_ORIGIN: "https://ledger.example/x" })).toEqual([
      "https://ledger.example",
    ]);
    expect(readOrigins("10.0.0.5", 3000, { ALLOW_INSECURE: "1" })).toEqual([
      "http://10.0.0.5:3000",
    ]);
  });

  it("must be addresses", () => {
    expect(() => readOrigins("127.0.0.1", 3000, { APP_ORIGIN: "ledger" })).toThrow(/such as https/);
  });
});
