/** The business settings of rules 5.8 as data: shape, default, who may change each, and why it exists. */
import * as z from "zod";
import { factorText, moneyText, nameLines, type SettingField, wholeNumber } from "./setting-fields";

/** Customer categories that have a price factor (Q33). */
const PRICE_CATEGORIES = ["KEY", "GENERAL", "DEALER", "END_USER", "NEW", "TARGET"] as const;
export type PriceCategory = (typeof PRICE_CATEGORIES)[number];

type SettingSpec<Value> = {
  group: "credit" | "contracts" | "shipping" | "prices" | "organisation";
  fields: readonly SettingField[];
  /** What is typed -> what is stored. */
  input: z.ZodType<Value, Record<string, string>>;
  /** What is stored -> what stands in the form. */
  show: (value: Value) => Record<string, string>;
  fallback: Value;
  /** Marked ● in rules 5.8. */
  directorOnly?: true;
  clause?: string;
};

function spec<Value>(definition: SettingSpec<Value>): SettingSpec<Value> {
  return definition;
}

const amountSetting = (
  fallback: string,
  rest: Pick<SettingSpec<string>, "group" | "directorOnly" | "clause">,
) =>
  spec<string>({
    ...rest,
    fields: [{ name: "amount", kind: "money" }],
    input: z.strictObject({ amount: moneyText }).transform(({ amount }) => amount),
    show: (amount) => ({ amount }),
    fallback,
  });

const daysSetting = (fallback: number, rest: Pick<SettingSpec<number>, "group" | "clause">) =>
  spec<number>({
    ...rest,
    fields: [{ name: "days", kind: "whole", unit: "days" }],
    input: z.strictObject({ days: wholeNumber(0, 365) }).transform(({ days }) => days),
    show: (days) => ({ days: String(days) }),
    fallback,
  });

const factors = z.strictObject({
  KEY: factorText,
  GENERAL: factorText,
  DEALER: factorText,
  END_USER: factorText,
  NEW: factorText,
  TARGET: factorText,
});

const SETTING_SPECS = {
  limitMid: amountSetting("15000.00", {
    group: "credit",
    directorOnly: true,
    clause: "R1.3.1-c",
  }),
  limitOld: amountSetting("50000.00", {
    group: "credit",
    directorOnly: true,
    clause: "R1.3.1-d",
  }),
  /** Years of cooperation after which a customer is MID, and OLD. */
  tierYears: spec<readonly [mid: number, old: number]>({
    group: "credit",
    fields: [
      { name: "mid", kind: "whole", unit: "years" },
      { name: "old", kind: "whole", unit: "years" },
    ],
    input: z
      .strictObject({ mid: wholeNumber(1, 50), old: wholeNumber(1, 50) })
      .refine(({ mid, old }) => mid < old, { path: ["old"], error: "settings.years_not_rising" })
      .transform(({ mid, old }) => [mid, old] as const),
    show: ([mid, old]) => ({ mid: String(mid), old: String(old) }),
    fallback: [1, 3],
    directorOnly: true,
    clause: "R1.3.1-c",
  }),
  quarterPaymentMonth: spec<"FIRST_MONTH_AFTER" | "LAST_MONTH_OF_QUARTER">({
    group: "credit",
    fields: [
      {
        name: "month",
        kind: "choice",
        choices: ["FIRST_MONTH_AFTER", "LAST_MONTH_OF_QUARTER"],
      },
    ],
    input: z
      .strictObject({ month: z.enum(["FIRST_MONTH_AFTER", "LAST_MONTH_OF_QUARTER"]) })
      .transform(({ month }) => month),
    show: (month) => ({ month }),
    fallback: "FIRST_MONTH_AFTER",
    clause: "R1.3.1-S1",
  }),
  formalAmountThreshold: amountSetting("10000.00", { group: "contracts", clause: "R1.1.2-F" }),
  /** Days after receipt within which the buyer may object (F03, clause 七). */
  objectionDays: daysSetting(15, { group: "contracts" }),
  /** Days for which a concluded requirements review covers contracts (F05). */
  reviewValidityDays: daysSetting(60, { group: "contracts", clause: "R1.1.3-C3" }),
  /** Days before the delivery date on which a contract becomes due to ship. */
  shippingLeadDays: daysSetting(3, { group: "shipping", clause: "R1.2.1-a" }),
  /** First and last day after shipping on which the customer is asked whether the goods arrived. */
  followUpDays: spec<readonly [first: number, last: number]>({
    group: "shipping",
    fields: [
      { name: "first", kind: "whole", unit: "days" },
      { name: "last", kind: "whole", unit: "days" },
    ],
    input: z
      .strictObject({ first: wholeNumber(1, 60), last: wholeNumber(1, 60) })
      .refine(({ first, last }) => first <= last, {
        path: ["last"],
        error: "settings.days_not_rising",
      })
      .transform(({ first, last }) => [first, last] as const),
    show: ([first, last]) => ({ first: String(first), last: String(last) }),
    fallback: [3, 4],
    clause: "R1.2.3-c",
  }),
  /** Working days from a walk-in pickup until its contract must be effective (rules 5.11). */
  walkInContractDays: daysSetting(3, { group: "shipping", clause: "R1.2.4-b" }),
  keeperSeesPrices: spec<boolean>({
    group: "prices",
    fields: [{ name: "answer", kind: "choice", choices: ["no", "yes"] }],
    input: z
      .strictObject({ answer: z.enum(["no", "yes"]) })
      .transform(({ answer }) => answer === "yes"),
    show: (sees) => ({ answer: sees ? "yes" : "no" }),
    fallback: false,
  }),
  /** Whether production reads customers' names on task notices, the board and the register (F06). */
  productionSeesCustomer: spec<boolean>({
    group: "organisation",
    fields: [{ name: "answer", kind: "choice", choices: ["no", "yes"] }],
    input: z
      .strictObject({ answer: z.enum(["no", "yes"]) })
      .transform(({ answer }) => answer === "yes"),
    show: (sees) => ({ answer: sees ? "yes" : "no" }),
    fallback: true,
  }),
  /** Price level = list price × factor, per customer category (Q33); four decimals at most, as text. */
  priceFactors: spec<Readonly<Record<PriceCategory, string>>>({
    group: "prices",
    fields: PRICE_CATEGORIES.map((name) => ({ name, kind: "factor" as const })),
    input: factors,
    show: (value) => ({ ...value }),
    fallback: {
      KEY: "1.00",
      GENERAL: "1.00",
      DEALER: "1.00",
      END_USER: "1.00",
      NEW: "1.00",
      TARGET: "1.00",
    },
  }),
  departments: spec<readonly string[]>({
    group: "organisation",
    fields: [{ name: "names", kind: "lines" }],
    input: z.strictObject({ names: nameLines }).transform(({ names }) => names),
    show: (names) => ({ names: names.join("\n") }),
    fallback: ["市场部", "生产部", "机加车间", "技术部", "质检", "采购", "财务", "成品库"],
  }),
} as const;

export type SettingKey = keyof typeof SETTING_SPECS;
export const SETTING_KEYS = Object.keys(SETTING_SPECS) as SettingKey[];

/** All settings as they hold on a date; money and factors are exact text. */
export type Settings = {
  readonly [Key in SettingKey]: (typeof SETTING_SPECS)[Key]["fallback"];
};

/** One setting without its own type, for code that treats all alike. */
export function settingSpec(key: SettingKey): SettingSpec<unknown> {
  return SETTING_SPECS[key] as unknown as SettingSpec<unknown>;
}

export function isSettingKey(key: string): key is SettingKey {
  return Object.hasOwn(SETTING_SPECS, key);
}

/** The settings as they are before anybody has changed one. */
export function defaultSettings(): Settings {
  const entries = SETTING_KEYS.map((key) => [key, SETTING_SPECS[key].fallback]);
  return Object.fromEntries(entries) as Settings;
}
