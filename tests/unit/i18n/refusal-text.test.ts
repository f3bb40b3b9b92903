import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import { clauseKey, clauseNumber } from "@/lib/i18n/clause";
import { issueText, labelsDetail, refusalKeys, refusalText } from "@/lib/i18n/refusal-text";

const messages = {
  common: {
    list_comma: ", ",
    refusals: { unknown: "unknown {code}", forbidden: "forbidden", too_long: "too long" },
    issues: { too_big: "too big", other: "other" },
  },
  shipping: { refusals: { over_notice_quantity: "only {available} {unit} are left" } },
  contracts: { tier: "Tier", total: "Amount", refusals: { incomplete: "missing: {columns}" } },
  credit: { refusals: { over_limit: "over by {amount}" } },
};

const t = createTranslator({ locale: "en", messages: messages as never, onError: () => undefined });

describe("a refusal becomes a sentence", () => {
  it("of its own domain, with its details", () => {
    const details = { available: "8", unit: "支" };
    expect(refusalText(t, "shipping.over_notice_quantity", details)).toBe("only 8 支 are left");
  });

  it("with amounts as they are read", () => {
    expect(refusalText(t, "credit.over_limit", { amount: "13400.00" })).toBe("over by 13,400.00");
  });

  it("with columns by their words", () => {
    const details = { columns: labelsDetail(["contracts.tier", "contracts.total"]) };
    expect(refusalText(t, "contracts.incomplete", details)).toBe("missing: Tier, Amount");
  });

  it("of all domains when its own has none for the reason", () => {
    expect(refusalText(t, "shipping.forbidden")).toBe("forbidden");
  });

  it("also for codes without a domain and for zod's own", () => {
    expect(refusalText(t, "forbidden")).toBe("forbidden");
    expect(refusalText(t, "common.forbidden")).toBe("forbidden");
    expect(refusalText(t, "common.too_big")).toBe("too big");
  });

  it("and is general, with the code, when nobody wrote one or details are missing", () => {
    expect(refusalText(t, "shipping.never_heard_of")).toBe("unknown shipping.never_heard_of");
    expect(refusalText(t, "Error: {secret}")).toBe("unknown Error: {secret}");
    expect(refusalText(t, "shipping.over_notice_quantity")).toBe(
      "unknown shipping.over_notice_quantity",
    );
  });

  it("by a key without dots in its parts", () => {
    expect(refusalKeys("contracts.number_taken")[0]).toBe("contracts.refusals.number_taken");
    expect(refusalKeys("busy")[0]).toBe("common.refusals.busy");
  });
});

describe("an issue of a field", () => {
  it("prefers our own code in the message to zod's", () => {
    expect(issueText(t, { code: "too_big", message: "common.too_long" })).toBe("too long");
    expect(issueText(t, { code: "too_big", message: "Too big: expected string" })).toBe("too big");
    expect(issueText(t, { code: "brand_new", message: "?" })).toBe("other");
  });
});

describe("a clause", () => {
  it("has a key without dots and a number as in the regulation", () => {
    expect(clauseKey("R1.1.4-a")).toBe("R1_1_4-a");
    expect(clauseNumber("R1.1.4-a")).toBe("1.1.4");
    expect(clauseNumber("RD1-03")).toBe("三.1 (3)");
  });
});
