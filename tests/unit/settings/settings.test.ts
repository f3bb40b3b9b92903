import { describe, expect, it } from "vitest";
import { isWaybillPattern, looksLikeWaybillOf } from "@/lib/core/waybill-shape";
import { CLAUSE_KEYS } from "@/lib/settings/clause-keys";
import { DEFAULT_CLAUSES } from "@/lib/settings/default-clauses";
import { DEFAULT_COURIERS } from "@/lib/settings/default-couriers";
import { saveCompanyInput, setUpCompanyInput } from "@/lib/settings/schema";
import { isSettingKey, SETTING_KEYS, settingSpec } from "@/lib/settings/setting-specs";
import { companyInput } from "@/tests/factories/settings";

describe("a setting", () => {
  it("shows its default in a form that reads back as the same value", () => {
    for (const key of SETTING_KEYS) {
      const { fallback, input, show, fields } = settingSpec(key);
      const shown = show(fallback);
      expect(Object.keys(shown)).toEqual(fields.map(({ name }) => name));
      expect(input.parse(shown)).toEqual(fallback);
    }
  });

  it("is known by its own key only", () => {
    expect(isSettingKey("limitMid")).toBe(true);
    expect(["constructor", "limit", "toString"].some(isSettingKey)).toBe(false);
  });

  it("refuses what its field cannot hold", () => {
    const refused: [Parameters<typeof settingSpec>[0], Record<string, string>][] = [
      ["limitMid", { amount: "1.234" }],
      ["limitMid", { amount: "一万" }],
      ["objectionDays", { days: "1.5" }],
      ["objectionDays", { days: "400" }],
      ["followUpDays", { first: "5", last: "4" }],
      ["keeperSeesPrices", { answer: "perhaps" }],
      ["departments", { names: " \n " }],
      ["priceFactors", { KEY: "0" }],
    ];
    for (const [key, fields] of refused) {
      expect(settingSpec(key).input.safeParse(fields).success, key).toBe(false);
    }
  });
});

describe("the default couriers", () => {
  const samples: Record<string, string> = {
    SF: "SF1234567890123",
    EMS: "EA123456789CN",
    YZPY: "9876543210123",
    ZTO: "73123456789012",
    YTO: "YT1234567890123",
    STO: "771234567890123",
    YD: "3123456789012",
    JT: "JT0001234567890",
    JD: "JD0012345678901",
    DBL: "DPK123456789012",
    ANE: "123456789012",
  };

  it("have usable patterns that know the usual numbers and not each other's", () => {
    for (const { code, waybillPattern } of DEFAULT_COURIERS) {
      if (waybillPattern) expect(isWaybillPattern(waybillPattern), code).toBe(true);
      const sample = samples[code];
      if (sample) expect(looksLikeWaybillOf(waybillPattern, sample), code).toBe(true);
    }
    const sf = DEFAULT_COURIERS.find(({ code }) => code === "SF");
    expect(looksLikeWaybillOf(sf?.waybillPattern ?? "", "YT1234567890123")).toBe(false);
  });
});

describe("the clause texts", () => {
  it("cover clauses two to thirteen within the length of the column", () => {
    for (const key of CLAUSE_KEYS) {
      expect(DEFAULT_CLAUSES[key].length).toBeGreaterThan(0);
      expect(DEFAULT_CLAUSES[key].every(({ text }) => text.length <= 2000)).toBe(true);
    }
  });
});

describe("the company form", () => {
  it("stores tax id and telephone in their plain form", () => {
    const typed = { ...companyInput(), uscc: "9135 0100 m000100y43", phone: "0411 84567890" };
    expect(saveCompanyInput.parse(typed)).toMatchObject({
      uscc: "91350100M000100Y43",
      phone: "0411-84567890",
    });
  });

  it("refuses a wrong tax id, telephone, postal code and rate, each beside its field", () => {
    const bad = {
      ...companyInput(),
      uscc: "91350100M000100Y44",
      phone: "12",
      postalCode: "1160",
      defaultTaxRate: "0.2",
    };
    const issues = saveCompanyInput.safeParse(bad).error?.issues ?? [];
    expect(issues.map(({ path, message }) => [path.join("."), message])).toEqual([
      ["uscc", "settings.uscc_malformed"],
      ["phone", "settings.phone_malformed"],
      ["postalCode", "settings.postal_code_malformed"],
      ["defaultTaxRate", "common.required"],
    ]);
  });

  it("takes bank and account together or not at all", () => {
    const { rowVersion: _, ...profile } = companyInput();
    const parse = (bankName: string, accountNo: string) =>
      setUpCompanyInput.safeParse({ ...profile, bankName, accountNo }).success;
    expect([parse("", ""), parse("工行", "34002001090"), parse("工行", "")]).toEqual([
      true,
      true,
      false,
    ]);
  });
});
