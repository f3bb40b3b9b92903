import { describe, expect, it } from "vitest";
import { db, transact } from "@/lib/server/db";
import { CLAUSE_KEYS } from "@/lib/settings/clause-keys";
import { DEFAULT_COURIERS } from "@/lib/settings/default-couriers";
import {
  getCompanyProfile,
  isCompanyMissing,
  listBankAccounts,
  listClauseTemplates,
  listCouriers,
  listUnits,
} from "@/lib/settings/queries";
import { ensureReferenceData } from "@/lib/settings/reference-data";
import { saveBankAccount } from "@/lib/settings/save-bank-account";
import { saveClauseTemplate } from "@/lib/settings/save-clause-template";
import { saveCompany } from "@/lib/settings/save-company";
import { saveCourier } from "@/lib/settings/save-courier";
import { saveUnit } from "@/lib/settings/save-unit";
import { setUpCompany } from "@/lib/settings/set-up-company";
import { aKey, anActor } from "@/tests/factories/people";
import { companyInput } from "@/tests/factories/settings";

const account = (changes: object = {}) => ({
  id: null,
  rowVersion: null,
  bankName: "中国银行大连分行",
  accountName: "兴达精密工具有限公司",
  accountNo: "10000000001",
  isDefault: false,
  active: true,
  ...changes,
});

const courier = (changes: object = {}) => ({
  id: null,
  rowVersion: null,
  code: "TEST",
  name: "试验快递",
  waybillPattern: "",
  isOrdinaryExpress: true,
  hotline: "",
  monthlyAccountNo: "",
  active: true,
  ...changes,
});

describe("the first set-up", () => {
  it("enters the profile, the account and the reference data; a second one is refused", async () => {
    expect(await isCompanyMissing()).toBe(true);
    const admin = await anActor("ADMIN");
    const { rowVersion: _, ...profile } = companyInput();
    const input = { ...profile, bankName: "工商银行", accountNo: "3400200109000012345" };
    await setUpCompany(admin, input, aKey());

    expect(await isCompanyMissing()).toBe(false);
    expect(await getCompanyProfile()).toMatchObject({ uscc: profile.uscc, defaultTaxRate: "0.13" });
    expect(await listBankAccounts()).toMatchObject([
      { bankName: "工商银行", accountName: profile.name, isDefault: true },
    ]);
    expect((await listUnits()).map(({ name }) => name).slice(0, 3)).toEqual(["件", "支", "把"]);
    await expect(setUpCompany(admin, input, aKey())).rejects.toMatchObject({
      code: "common.changed_meanwhile",
    });
  });

  it("is refused to roles that may not edit the profile", async () => {
    for (const role of ["CLERK", "FACTORY_DIRECTOR", "FINANCE"] as const) {
      await expect(saveCompany(await anActor(role), companyInput(), aKey())).rejects.toMatchObject({
        code: "common.forbidden",
      });
    }
  });
});

describe("the reference data", () => {
  it("has every unit, courier and clause once, however often it is put in, and keeps changes", async () => {
    await transact(ensureReferenceData);
    await db.courier.update({ where: { code: "SF" }, data: { hotline: "95338" } });
    await Promise.all([transact(ensureReferenceData), transact(ensureReferenceData)]);

    const units = await listUnits();
    expect(units.filter(({ allowFraction }) => allowFraction).map(({ name }) => name)).toEqual([
      "kg",
      "米",
    ]);
    const couriers = await listCouriers();
    expect(couriers).toHaveLength(DEFAULT_COURIERS.length);
    expect(couriers.find(({ code }) => code === "SF")?.hotline).toBe("95338");
    const clauses = await listClauseTemplates();
    for (const key of CLAUSE_KEYS) {
      const defaults = clauses.filter(({ clauseKey, isDefault }) => clauseKey === key && isDefault);
      expect(defaults).toHaveLength(1);
    }
    expect(await db.bin.count({ where: { code: "A-01" } })).toBe(1);
  });
});

describe("the company profile", () => {
  it("changes with the version that was seen, with before and after in the audit", async () => {
    const chief = await anActor("SECTION_CHIEF");
    const seen = (await getCompanyProfile())?.rowVersion ?? null;
    const input = companyInput({ rowVersion: seen, phone: "13812345678" });
    const key = aKey();
    await saveCompany(chief, input, key);
    expect(await saveCompany(chief, input, key)).toEqual({ rowVersion: (seen ?? 0) + 1 });
    await expect(saveCompany(chief, input, aKey())).rejects.toMatchObject({
      code: "common.changed_meanwhile",
    });
    const audit = await db.auditEvent.findFirstOrThrow({
      where: { type: "company.changed" },
      orderBy: { at: "desc" },
    });
    expect(audit.details).toEqual({ phone: { before: "0411-84567890", after: "13812345678" } });
  });
});

describe("bank accounts", () => {
  it("have one default; making another one the default takes it from the first", async () => {
    const admin = await anActor("ADMIN");
    await saveBankAccount(admin, account({ accountNo: "20000000001", isDefault: true }), aKey());
    await saveBankAccount(admin, account({ accountNo: "20000000002", isDefault: true }), aKey());
    const defaults = (await listBankAccounts()).filter(({ isDefault }) => isDefault);
    expect(defaults.map(({ accountNo }) => accountNo)).toEqual(["20000000002"]);
  });

  it("refuse a default that is closed, a stale page and the wrong role", async () => {
    const admin = await anActor("ADMIN");
    const { id } = await saveBankAccount(admin, account({ accountNo: "30000000001" }), aKey());
    const change = (changes: object, actor = admin) =>
      saveBankAccount(
        actor,
        account({ id, rowVersion: 1, accountNo: "30000000001", ...changes }),
        aKey(),
      );
    await expect(change({ isDefault: true, active: false })).rejects.toMatchObject({
      code: "settings.default_must_be_active",
    });
    await expect(change({}, await anActor("CLERK"))).rejects.toMatchObject({
      code: "common.forbidden",
    });
    await expect(
      saveBankAccount(admin, account({ accountNo: "30000000001" }), aKey()),
    ).rejects.toMatchObject({ issues: [{ path: "accountNo", code: "settings.account_no_taken" }] });
    await change({ active: false });
    await expect(change({ bankName: "另一家" })).rejects.toMatchObject({
      code: "common.changed_meanwhile",
    });
    const active = await listBankAccounts(db, { activeOnly: true });
    expect(active.map((row) => row.id)).not.toContain(id);
  });
});

describe("couriers, units and clause texts", () => {
  it("are added and changed with the version that was seen", async () => {
    const chief = await anActor("SECTION_CHIEF");
    const { id } = await saveCourier(chief, courier(), aKey());
    await saveCourier(chief, courier({ id, rowVersion: 1, name: "改名快递" }), aKey());
    await expect(saveCourier(chief, courier({ id, rowVersion: 1 }), aKey())).rejects.toMatchObject({
      code: "common.changed_meanwhile",
    });
    await expect(saveCourier(chief, courier(), aKey())).rejects.toMatchObject({
      code: "settings.courier_code_taken",
    });
    expect((await listCouriers()).find((row) => row.id === id)?.name).toBe("改名快递");
  });

  it("keep a unit's name and refuse it twice", async () => {
    const chief = await anActor("SECTION_CHIEF");
    const unit = { name: "卷", rowVersion: null, allowFraction: false, sortNo: 99, active: true };
    await saveUnit(chief, unit, aKey());
    await expect(saveUnit(chief, unit, aKey())).rejects.toMatchObject({
      code: "settings.unit_taken",
      details: { unit: "卷" },
    });
    await saveUnit(chief, { ...unit, rowVersion: 1, active: false }, aKey());
    await expect(
      saveUnit(chief, { ...unit, rowVersion: 1, active: true }, aKey()),
    ).rejects.toMatchObject({ code: "common.changed_meanwhile" });
    const active = await listUnits(db, { activeOnly: true });
    expect(active.map(({ name }) => name)).not.toContain("卷");
  });

  it("have one default clause text for eight who make one at the same moment", async () => {
    const chief = await anActor("SECTION_CHIEF");
    await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        saveClauseTemplate(
          chief,
          {
            id: null,
            rowVersion: null,
            clauseKey: "packingClause",
            title: `包装 ${index}`,
            text: "木箱包装",
            isDefault: true,
            active: true,
          },
          aKey(),
        ),
      ),
    );
    expect(
      await db.clauseTemplate.count({ where: { clauseKey: "packingClause", isDefault: true } }),
    ).toBe(1);
  });

  it("are refused to everybody who may only read them", async () => {
    const clerk = await anActor("CLERK");
    await expect(saveCourier(clerk, courier({ code: "X1" }), aKey())).rejects.toMatchObject({
      code: "common.forbidden",
    });
    expect(await db.courier.count({ where: { code: "X1" } })).toBe(0);
  });
});
