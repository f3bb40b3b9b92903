import { describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/permissions";
import { emptyListState } from "@/lib/core/list-state";
import { mergeCustomers } from "@/lib/credit/merge-customers";
import { confirmStart } from "@/lib/customers/confirm-start";
import { listCustomers } from "@/lib/customers/customer-list";
import { findDuplicates } from "@/lib/customers/duplicates";
import { findCustomer, getCustomerForOrder } from "@/lib/customers/queries";
import { saveCustomer } from "@/lib/customers/save-customer";
import { type CustomerFormValues, saveCustomerInput } from "@/lib/customers/schema";
import { resolveCustomersByName, searchCustomers } from "@/lib/customers/search";
import { db } from "@/lib/server/db";
import { newId } from "@/lib/server/ids";
import { createDebt, createMoney } from "../../factories/credit";
import {
  aCustomerForm,
  auditTypesOf,
  createCooperation,
  createCustomer,
} from "../../factories/customers";
import { aKey, anActor } from "../../factories/people";
import { at } from "../../support/clock";

const TODAY = "2026-11-23";
const save = (actor: Actor, form: CustomerFormValues) =>
  saveCustomer(actor, saveCustomerInput.parse(form), aKey());
const contact = {
  id: null,
  name: "李经理",
  department: "采购部",
  title: "经理",
  mobile: "+86 138-0411-5678",
  landline: "",
  email: "",
  wechatOrQq: "",
  kind: "PURCHASING",
  isDefault: true,
} as const;
const address = {
  id: null,
  company: "",
  contactPerson: "张师傅",
  mobile: "",
  landline: "(0411) 84567890 转 801",
  province: "辽宁省",
  city: "大连市",
  district: "金州区",
  town: "",
  detail: "五一路 8 号",
  postalCode: "116100",
  isDefault: false,
} as const;

describe("the customer's file (F23)", () => {
  it("[R1.3.1-a] is opened with a code, stored as conventions say, and starts prepaid", () =>
    at(TODAY, async () => {
      const clerk = await anActor("CLERK");
      const first = await save(
        clerk,
        aCustomerForm({
          name: " 大连华兴机械 (集团) 有限公司 ",
          taxId: "91210200ma0dem021d",
          defaultInvoiceType: "SPECIAL",
          contacts: [contact],
          addresses: [address],
        }),
      );
      const second = await save(clerk, aCustomerForm());
      expect(first.customerCode).toMatch(/^C\d{4}$/);
      expect(Number(second.customerCode.slice(1))).toBe(Number(first.customerCode.slice(1)) + 1);
      const file = await findCustomer(clerk, first.id);
      expect(file).toMatchObject({
        name: "大连华兴机械 （集团） 有限公司",
        taxId: "91210200MA0DEM021D",
        invoiceTitle: "大连华兴机械 （集团） 有限公司",
        settlementMode: "PREPAID",
        cooperationStart: null,
      });
      expect(file?.contacts[0]?.mobile).toBe("13804115678");
      expect(file?.addresses[0]).toMatchObject({
        landline: "0411-84567890-801",
        company: "大连华兴机械 （集团） 有限公司",
        isDefault: true,
      });
      expect(await auditTypesOf(first.id)).toEqual(["customer.created"]);
    }));

  it("says beside each field what is wrong, and takes terms from nobody", () => {
    const form = aCustomerForm({
      name: "  ",
      defaultInvoiceType: "SPECIAL",
      phone: "12",
      contacts: [{ ...contact, mobile: "12345" }],
      addresses: [{ ...address, landline: "" }],
    });
    const parsed = saveCustomerInput.safeParse(form);
    const messages = parsed.error?.issues.map(({ path, message }) => [path.join("."), message]);
    expect(messages).toEqual(
      expect.arrayContaining([
        ["name", "customers.name_missing"],
        ["phone", "customers.phone_malformed"],
        ["contacts.0.mobile", "customers.mobile_malformed"],
        ["addresses.0.mobile", "customers.consignee_phone_missing"],
      ]),
    );
    const usccs = [
      ["91350100M000100Y43", null],
      ["91350100M000100Y4Z", "customers.uscc_malformed"],
      ["91350100I000100Y43", "customers.uscc_malformed"],
      ["91350100M000100Y4", "customers.uscc_malformed"],
      ["", "customers.special_invoice_needs_uscc"],
    ] as const;
    for (const [taxId, code] of usccs) {
      const result = saveCustomerInput.safeParse(
        aCustomerForm({ taxId, defaultInvoiceType: "SPECIAL" }),
      );
      expect(result.error?.issues[0]?.message ?? null).toBe(code);
    }
    const withTerms = { ...aCustomerForm(), settlementMode: "QUARTERLY", creditLimit: "50000" };
    expect(saveCustomerInput.safeParse(withTerms).success).toBe(false);
    expect(saveCustomerInput.safeParse(aCustomerForm({ name: "长".repeat(81) })).success).toBe(
      false,
    );
    const many = Array.from({ length: 51 }, () => contact);
    expect(saveCustomerInput.safeParse(aCustomerForm({ contacts: many })).success).toBe(false);
  });

  it("keeps the old name when the customer is renamed, and is found by both", () =>
    at(TODAY, async () => {
      const clerk = await anActor("CLERK");
      const { id } = await save(clerk, aCustomerForm({ name: "鞍山旧名轴承厂" }));
      await save(clerk, aCustomerForm({ id, rowVersion: 1, name: "鞍山新名轴承有限公司" }));
      const file = await findCustomer(clerk, id);
      expect(file?.formerNames).toMatchObject([{ name: "鞍山旧名轴承厂", untilOn: TODAY }]);
      for (const text of ["旧名轴承", "asjm", "新名轴承", "asxm"]) {
        expect((await searchCustomers(clerk, text)).map((hit) => hit.id)).toContain(id);
        expect(await resolveCustomersByName(clerk, text)).toContain(id);
      }
      const [hit] = await searchCustomers(clerk, "旧名轴承");
      expect(hit?.formerName).toBe("鞍山旧名轴承厂");
      expect(await auditTypesOf(id)).toEqual(["customer.created", "customer.renamed"]);
    }));

  it("keeps the ids of rows that stay, and drops the others", () =>
    at(TODAY, async () => {
      const clerk = await anActor("CLERK");
      const { id } = await save(
        clerk,
        aCustomerForm({ contacts: [contact, { ...contact, name: "赵工" }] }),
      );
      const [kept] = (await findCustomer(clerk, id))?.contacts ?? [];
      const foreign = { ...contact, id: newId(), name: "外来" };
      await save(
        clerk,
        aCustomerForm({
          id,
          rowVersion: 1,
          contacts: [{ ...contact, id: kept?.id ?? null, name: "李总" }, foreign],
        }),
      );
      const after = (await findCustomer(clerk, id))?.contacts ?? [];
      expect(after.map(({ name }) => name)).toEqual(["李总", "外来"]);
      expect(after[0]?.id).toBe(kept?.id);
      expect(after[1]?.id).not.toBe(foreign.id);
    }));

  it("is never opened twice under one name or tax id", () =>
    at(TODAY, async () => {
      const clerk = await anActor("CLERK");
      const taxId = "91320500MA1DEM031Y";
      const { customerCode } = await save(
        clerk,
        aCustomerForm({ name: "苏州（精工）刀具厂", taxId }),
      );
      await expect(save(clerk, aCustomerForm({ name: "苏州(精工) 刀具厂" }))).rejects.toMatchObject(
        {
          code: "customers.same_name_exists",
          details: { code: customerCode },
        },
      );
      await expect(save(clerk, aCustomerForm({ taxId }))).rejects.toMatchObject({
        code: "customers.same_tax_id_exists",
      });
      const sales = await anActor("SALESPERSON");
      const refused = await save(sales, aCustomerForm({ name: "苏州（精工）刀具厂" })).catch(
        (e) => e,
      );
      expect([refused.code, refused.details]).toEqual(["customers.name_taken", undefined]);
    }));

  it("of several clerks who open the same customer at once, one does", () =>
    at(TODAY, async () => {
      const clerks = await Promise.all(Array.from({ length: 6 }, () => anActor("CLERK")));
      const before = await db.counter.findUnique({
        where: { prefix_year: { prefix: "C", year: 0 } },
      });
      const results = await Promise.allSettled(
        clerks.map((clerk) => save(clerk, aCustomerForm({ name: "同时开户测试厂" }))),
      );
      expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      expect(await db.customer.count({ where: { name: "同时开户测试厂" } })).toBe(1);
      const after = await db.counter.findUnique({
        where: { prefix_year: { prefix: "C", year: 0 } },
      });
      expect((after?.last ?? 0) - (before?.last ?? 0)).toBe(1);
    }));

  it("a new credit code is a new customer once there are contracts", () =>
    at(TODAY, async () => {
      const clerk = await anActor("CLERK");
      const { id } = await save(clerk, aCustomerForm({ taxId: "91370100MA3DEM043J" }));
      await save(clerk, aCustomerForm({ id, rowVersion: 1, taxId: "91440300MA5DEM055T" }));
      await createCooperation(id, "2026-05-01");
      const change = aCustomerForm({ id, rowVersion: 2, taxId: "91110108MA00DEM651" });
      await expect(save(clerk, change)).rejects.toMatchObject({
        code: "customers.uscc_is_another_customer",
      });
    }));

  it("refuses a stale screen, wrong roles and unfit owners", () =>
    at(TODAY, async () => {
      const clerk = await anActor("CLERK");
      const { id } = await save(clerk, aCustomerForm());
      await save(clerk, aCustomerForm({ id, rowVersion: 1, remark: "甲" }));
      await expect(save(clerk, aCustomerForm({ id, rowVersion: 1 }))).rejects.toMatchObject({
        code: "common.changed_meanwhile",
      });
      for (const role of ["WAREHOUSE_KEEPER", "FACTORY_DIRECTOR", "FINANCE", "ADMIN"] as const) {
        const actor = await anActor(role);
        expect(() => save(actor, aCustomerForm())).toThrow("common.forbidden");
      }
      const keeper = await anActor("WAREHOUSE_KEEPER");
      await expect(save(clerk, aCustomerForm({ ownerId: keeper.id }))).rejects.toMatchObject({
        code: "customers.owner_unfit",
      });
    }));
});

describe("own customers of a salesperson", () => {
  it("are the only ones that are seen, searched, listed, ordered for and changed", () =>
    at(TODAY, async () => {
      const sales = await anActor("SALESPERSON");
      const clerk = await anActor("CLERK");
      const { id: own } = await save(
        sales,
        aCustomerForm({ name: "自有客户甲厂", ownerId: clerk.id }),
      );
      const foreign = await createCustomer({ name: "别人客户乙厂" });
      const file = await findCustomer(sales, own);
      expect(file?.ownerId).toBe(sales.id);
      expect(await findCustomer(sales, foreign.id)).toBeNull();
      expect(await searchCustomers(sales, "别人客户")).toEqual([]);
      expect(await resolveCustomersByName(sales, "别人客户")).toEqual([]);
      expect(await findDuplicates(sales, "别人客户乙厂", null)).toEqual([]);
      const page = await listCustomers(sales, emptyListState);
      expect(page.rows.map(({ id }) => id)).toEqual([own]);
      await expect(getCustomerForOrder(db, sales, foreign.id)).rejects.toMatchObject({
        code: "common.not_found",
      });
      const change = aCustomerForm({ id: foreign.id, rowVersion: 1, name: "抢走的厂" });
      await expect(save(sales, change)).rejects.toMatchObject({ code: "common.not_found" });
      await save(sales, aCustomerForm({ id: own, rowVersion: 1, ownerId: clerk.id }));
      expect((await findCustomer(sales, own))?.ownerId).toBe(sales.id);
    }));
});

describe("duplicates shown while typing", () => {
  it("are told by name in any spelling, former name, tax id and phone", () =>
    at(TODAY, async () => {
      const clerk = await anActor("CLERK");
      const { id } = await save(
        clerk,
        aCustomerForm({ name: "锦州铁龙齿轮", taxId: "91350100M000100Y43", contacts: [contact] }),
      );
      await save(
        clerk,
        aCustomerForm({
          ...aCustomerForm(),
          id,
          rowVersion: 1,
          name: "锦州铁龙齿轮箱有限公司",
          taxId: "91350100M000100Y43",
          contacts: [{ ...contact, mobile: "13904115599" }],
        }),
      );
      const reason = async (text: string) =>
        (await findDuplicates(clerk, text, null)).find((hit) => hit.id === id)?.reason;
      expect(await reason("锦州铁龙 齿轮箱有限公司")).toBe("name");
      expect(await reason("锦州铁龙齿轮")).toBe("former_name");
      expect(await reason("铁龙齿轮箱")).toBe("similar_name");
      expect(await reason("91350100m000100y43")).toBe("tax_id");
      expect(await reason("139-0411-5599")).toBe("phone");
      expect(await reason("完全无关的名字")).toBeUndefined();
      expect(await findDuplicates(clerk, "锦州铁龙齿轮箱有限公司", id)).toEqual([]);
    }));
});

describe("the confirmed start of cooperation", () => {
  it("[R1.3.1-a] is the chief's, with evidence, and not after the first contract", () =>
    at(TODAY, async () => {
      const chief = await anActor("SECTION_CHIEF");
      const clerk = await anActor("CLERK");
      const { id } = await createCustomer();
      await createCooperation(id, "2025-03-01");
      const input = { id, rowVersion: 1, startOn: "2019-04-01", evidence: "2019 年第一份合同" };
      expect(() => confirmStart(clerk, input, aKey())).toThrow("common.forbidden");
      const late = { ...input, startOn: "2025-03-02" };
      await expect(confirmStart(chief, late, aKey())).rejects.toMatchObject({
        code: "customers.start_after_first_contract",
        details: { date: "2025-03-01" },
      });
      const future = { ...input, startOn: "2026-11-24" };
      await expect(confirmStart(chief, future, aKey())).rejects.toMatchObject({
        code: "customers.start_in_future",
      });
      expect((await findCustomer(clerk, id))?.cooperationStart).toBe("2025-03-01");
      await confirmStart(chief, input, aKey());
      const file = await findCustomer(clerk, id);
      expect([file?.cooperationStart, file?.legacyConfirmedByName]).toEqual([
        "2019-04-01",
        chief.name,
      ]);
      await expect(confirmStart(chief, input, aKey())).rejects.toMatchObject({
        code: "common.changed_meanwhile",
      });
    }));
});

describe("two files of one customer", () => {
  it("are merged by the chief: rows and names move, the duplicate points to the file that stayed", () =>
    at(TODAY, async () => {
      const chief = await anActor("SECTION_CHIEF");
      const clerk = await anActor("CLERK");
      const duplicate = await createCustomer({
        name: "抚顺重复泵业",
        taxId: "91210200MA0DEM0X1D",
        contact: { name: "孙工", mobile: "13700137000" },
      });
      const survivor = await createCustomer({ name: "抚顺泵业有限公司" });
      const input = {
        duplicateId: duplicate.id,
        rowVersion: 1,
        survivorId: survivor.id,
        reason: "同一家",
      };
      expect(() => mergeCustomers(clerk, input, aKey())).toThrow("common.forbidden");
      await mergeCustomers(chief, input, aKey());
      const file = await findCustomer(clerk, survivor.id);
      expect(file?.contacts.map(({ name }) => name)).toEqual(["王工", "孙工"]);
      expect(file?.formerNames.map(({ name }) => name)).toEqual(["抚顺重复泵业"]);
      expect(file?.taxId).toBe("91210200MA0DEM0X1D");
      expect(file?.mergedFrom.map(({ id }) => id)).toEqual([duplicate.id]);
      expect((await findCustomer(clerk, duplicate.id))?.mergedIntoId).toBe(survivor.id);
      expect((await searchCustomers(clerk, "抚顺重复")).map(({ id }) => id)).toEqual([survivor.id]);
      await expect(getCustomerForOrder(db, clerk, duplicate.id)).rejects.toMatchObject({
        code: "customers.merged",
        details: { code: survivor.customerCode },
      });
    }));

  it("stay two when the duplicate has contracts or money", () =>
    at(TODAY, async () => {
      const chief = await anActor("SECTION_CHIEF");
      const survivor = await createCustomer();
      const merge = (duplicateId: string, survivorId = survivor.id) =>
        mergeCustomers(chief, { duplicateId, rowVersion: 1, survivorId, reason: "同一家" }, aKey());
      const trading = await createCustomer();
      await createCooperation(trading.id, "2026-01-05");
      await expect(merge(trading.id)).rejects.toMatchObject({
        code: "customers.merge_has_contracts",
      });
      const owing = await createCustomer();
      await createDebt(owing.id, { amount: "10.00" });
      await createMoney(owing.id, "10.00");
      await expect(merge(owing.id)).rejects.toMatchObject({ code: "customers.merge_has_money" });
      expect(
        (await db.customer.findUniqueOrThrow({ where: { id: owing.id } })).mergedIntoId,
      ).toBeNull();
      await expect(merge(survivor.id)).rejects.toMatchObject({ code: "customers.merge_same" });
    }));
});
