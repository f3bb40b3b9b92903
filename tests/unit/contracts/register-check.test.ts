import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import {
  emptyColumns,
  REGISTER_LABELS,
  type RegisterColumns,
} from "@/lib/contracts/register-check";
import { CATALOGUE } from "@/lib/i18n/catalogue";
import { refusalText } from "@/lib/i18n/refusal-text";

const NAMES = Object.keys(REGISTER_LABELS) as (keyof RegisterColumns)[];
const row = (fill: string | null) =>
  Object.fromEntries(NAMES.map((name) => [name, fill])) as RegisterColumns;

describe("a register row that lacks mandatory columns", () => {
  it("[R1.1.5-R2] is complete when all of them hold something", () => {
    expect(emptyColumns(row("x"))).toBeNull();
  });

  it.each([
    ["zh", "客户类型、核对"],
    ["en", "Tier, Checked by"],
  ] as const)("[R1.1.5-R2] is refused in %s with the columns' own words", (locale, words) => {
    const t = createTranslator({ locale, messages: CATALOGUE[locale] });
    const columns = emptyColumns({ ...row("x"), tier: null, checkedBy: " " }) ?? "";
    const details = { contractNo: "LG2026-001", columns };
    expect(refusalText(t, "contracts.register_incomplete", details)).toContain(words);
  });

  it.each(["zh", "en"] as const)("has a word for every column in %s", (locale) => {
    const t = createTranslator({ locale, messages: CATALOGUE[locale] });
    for (const key of Object.values(REGISTER_LABELS)) expect(t.has(key as never)).toBe(true);
  });
});
