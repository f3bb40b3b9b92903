import { describe, expect, it } from "vitest";
import { calendarDate } from "@/lib/core/calendar-date";
import { findActor } from "@/lib/server/actor";
import { db } from "@/lib/server/db";
import { changeSetting } from "@/lib/settings/change-setting";
import { currentSettings, listSettings, listSettingVersions } from "@/lib/settings/queries";
import type { ChangeSettingInput } from "@/lib/settings/schema";
import { defaultSettings, SETTING_KEYS } from "@/lib/settings/setting-specs";
import { aKey, anActor } from "@/tests/factories/people";
import { at } from "@/tests/support/clock";

async function latest(key: ChangeSettingInput["key"]): Promise<string | null> {
  return (await listSettingVersions(key)).find(({ changedAt }) => changedAt !== null)?.id ?? null;
}

async function change(
  key: ChangeSettingInput["key"],
  fields: Record<string, string>,
  effectiveFrom: string,
): Promise<ChangeSettingInput> {
  return {
    key,
    fields,
    effectiveFrom: calendarDate(effectiveFrom),
    reason: "会议决定",
    seenVersionId: await latest(key),
  };
}

describe("the settings", () => {
  it("[R1.3.1-c][R1.3.1-d] are those of the regulation until somebody changes them", async () => {
    const settings = await currentSettings(db, calendarDate("2020-01-01"));
    expect(settings).toEqual(defaultSettings());
    expect(settings).toMatchObject({
      limitMid: "15000.00",
      limitOld: "50000.00",
      tierYears: [1, 3],
      followUpDays: [3, 4],
      formalAmountThreshold: "10000.00",
      keeperSeesPrices: false,
    });
  });

  it("hold from their date on; older days keep the older value", async () => {
    const director = await anActor("FACTORY_DIRECTOR");
    await at("2026-11-23", async () => {
      const input = await change("limitMid", { amount: "18000" }, "2026-12-01");
      await changeSetting(director, input, aKey());
    });
    const limitOn = async (date: string) =>
      (await currentSettings(db, calendarDate(date))).limitMid;
    expect(await limitOn("2026-11-30")).toBe("15000.00");
    expect(await limitOn("2026-12-01")).toBe("18000.00");

    await at("2026-12-10", async () => {
      const input = await change("limitMid", { amount: "20000.5" }, "2026-12-10");
      await changeSetting(director, input, aKey());
    });
    expect([await limitOn("2026-12-09"), await limitOn("2026-12-10")]).toEqual([
      "18000.00",
      "20000.50",
    ]);
    const rows = await at("2026-12-09", () => listSettings(director));
    expect(rows.find(({ key }) => key === "limitMid")).toMatchObject({
      current: { amount: "18000.00" },
      upcoming: { effectiveFrom: "2026-12-10", fields: { amount: "20000.50" } },
    });
  });

  it("say who changed what, when and from when", async () => {
    const chief = await anActor("SECTION_CHIEF", { displayName: "周部长" });
    await at("2026-11-23", async () => {
      const input = await change("shippingLeadDays", { days: "5" }, "2026-11-23");
      const { versionId } = await changeSetting(chief, input, aKey());
      const audit = await db.auditEvent.findFirstOrThrow({ where: { subjectId: versionId } });
      expect(audit).toMatchObject({ type: "setting.changed", actorName: "周部长" });
      expect(audit.details).toMatchObject({
        key: "shippingLeadDays",
        days: { before: "3", after: "5" },
      });
    });
    expect(await listSettingVersions("shippingLeadDays")).toMatchObject([
      { changedByName: "周部长", reason: "会议决定", effectiveFrom: "2026-11-23" },
      // What it was before anybody changed it.
      { changedAt: null, effectiveFrom: null, fields: { days: "3" } },
    ]);
  });

  it("[R1.3.1-c] marked for the director are refused to the chief, all to everybody else", async () => {
    const chief = await anActor("SECTION_CHIEF");
    for (const key of ["limitMid", "limitOld", "tierYears"] as const) {
      const input = await change(key, { amount: "1" }, "2099-01-01");
      await expect(changeSetting(chief, input, aKey())).rejects.toMatchObject({
        code: "common.forbidden",
      });
    }
    for (const role of ["CLERK", "ADMIN", "FINANCE"] as const) {
      const input = await change("objectionDays", { days: "7" }, "2099-01-01");
      await expect(changeSetting(await anActor(role), input, aKey())).rejects.toMatchObject({
        code: "common.forbidden",
      });
    }
    expect(await db.setting.count({ where: { key: "objectionDays" } })).toBe(0);
    const shown = await listSettings(chief);
    const open = shown.filter(({ mayChange }) => mayChange).map(({ key }) => key);
    expect(open).not.toContain("limitMid");
    expect(open).toHaveLength(SETTING_KEYS.length - 3);
  });

  it("are refused from the past, with bad values and over somebody else's change", async () => {
    const director = await anActor("FACTORY_DIRECTOR");
    await at("2026-11-23", async () => {
      const past = await change("limitOld", { amount: "60000" }, "2026-11-22");
      await expect(changeSetting(director, past, aKey())).rejects.toMatchObject({
        code: "settings.from_past",
      });
      const negative = await change("limitOld", { amount: "-1" }, "2026-11-23");
      await expect(changeSetting(director, negative, aKey())).rejects.toMatchObject({
        code: "common.invalid_input",
        issues: [{ path: "fields.amount", code: "common.amount_malformed" }],
      });
      const falling = await change("tierYears", { mid: "3", old: "3" }, "2026-11-23");
      await expect(changeSetting(director, falling, aKey())).rejects.toMatchObject({
        issues: [{ path: "fields.old", code: "settings.years_not_rising" }],
      });
      const foreign = await change("tierYears", { mid: "1", old: "3", other: "1" }, "2026-11-23");
      await expect(changeSetting(director, foreign, aKey())).rejects.toMatchObject({
        code: "common.invalid_input",
      });
      expect(await db.setting.count({ where: { key: "limitOld" } })).toBe(0);

      const input = await change("limitOld", { amount: "60000" }, "2026-11-23");
      await changeSetting(director, input, aKey());
      const stale = { ...input, fields: { amount: "70000" } };
      await expect(changeSetting(director, stale, aKey())).rejects.toMatchObject({
        code: "common.changed_meanwhile",
      });
    });
  });

  it("change once for eight who saw the same value, and once for a repeated key", async () => {
    const chief = await anActor("SECTION_CHIEF");
    const input = await change("formalAmountThreshold", { amount: "20000" }, "2099-01-01");
    const tries = await Promise.allSettled(
      Array.from({ length: 8 }, () => changeSetting(chief, input, aKey())),
    );
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await db.setting.count({ where: { key: "formalAmountThreshold" } })).toBe(1);

    const again = await change("formalAmountThreshold", { amount: "30000" }, "2099-01-01");
    const key = aKey();
    const first = await changeSetting(chief, again, key);
    expect(await changeSetting(chief, again, key)).toEqual(first);
    expect(await db.setting.count({ where: { key: "formalAmountThreshold" } })).toBe(2);
  });

  it("open prices to the keeper on the next request", async () => {
    const chief = await anActor("SECTION_CHIEF");
    const keeper = await anActor("WAREHOUSE_KEEPER");
    await at("2026-11-23", async () => {
      expect((await findActor(keeper.id))?.keeperSeesPrices).toBe(false);
      const input = await change("keeperSeesPrices", { answer: "yes" }, "2026-11-23");
      await changeSetting(chief, input, aKey());
      expect((await findActor(keeper.id))?.keeperSeesPrices).toBe(true);
    });
  });

  it("are never changed or removed in the database", async () => {
    const { id } = await db.setting.findFirstOrThrow();
    await expect(db.setting.update({ where: { id }, data: { reason: "x" } })).rejects.toThrow();
    await expect(db.setting.delete({ where: { id } })).rejects.toThrow();
  });
});
