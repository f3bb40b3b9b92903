import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import { fieldInWords, valueInWords } from "@/lib/contracts/diff-words";
import { CATALOGUE } from "@/lib/i18n/catalogue";
import { eventComment, eventSentence } from "@/lib/i18n/event-sentence";

const contracts = createTranslator({
  locale: "zh",
  messages: CATALOGUE.zh,
  namespace: "contracts",
});
const all = createTranslator({ locale: "zh", messages: CATALOGUE.zh });

const change = (field: string) => ({ field, before: null, after: null });

describe("a change between two submissions", () => {
  it("names fields, clauses and codes as people say them", () => {
    expect(fieldInWords(contracts, "paymentTerm")).toBe("付款方式");
    expect(fieldInWords(contracts, "breachClause")).toBe("十一、违约责任");
    expect(valueInWords(contracts, change("paymentTerm"), "MONTHLY")).toBe("月结");
    expect(valueInWords(contracts, change("totalAmount"), "12345.60")).toBe("12,345.60");
    expect(valueInWords(contracts, change("partialAllowed"), "true")).toBe("是");
    expect(valueInWords(contracts, change("agreedWith"), null)).toBe("无");
  });

  it("writes a consignee in one line", () => {
    const block = JSON.stringify({ company: "大连宏达", phone: "139", postalCode: "" });
    expect(valueInWords(contracts, change("consignee"), block)).toBe("大连宏达 139");
  });
});

describe("an event of the log", () => {
  it("is a sentence with its details", () => {
    const details = { contractClass: "B", totalAmount: "1234.50" };
    expect(eventSentence(all, { type: "contract.submitted", details })).toBe(
      "提交核对，B 类，1,234.50 元",
    );
  });

  it("is the word for its kind where its details add nothing", () => {
    expect(eventSentence(all, { type: "contract.checked", details: {} })).toBe("核对合同");
  });

  it("is named as it is when nobody has a sentence for it, and never fails for a missing detail", () => {
    expect(eventSentence(all, { type: "nothing.known", details: {} })).toBe("办理：nothing.known");
    expect(eventSentence(all, { type: "intake.recorded", details: {} })).toBe("登记来电来函 ");
  });

  it("keeps what somebody wrote", () => {
    expect(eventComment({ comment: "交期改到月底" })).toBe("交期改到月底");
    expect(eventComment({ comment: "" })).toBeNull();
  });
});
