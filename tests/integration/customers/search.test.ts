import { describe, expect, it } from "vitest";
import { getCustomerForOrder } from "@/lib/customers/queries";
import { MAX_HITS, searchCustomers } from "@/lib/customers/search";
import { db } from "@/lib/server/db";
import { createCustomer } from "../../factories/customers";
import { anActor } from "../../factories/people";

describe("type-ahead for customers", () => {
  it("ranks the code first, then beginnings, initials, phone tails, parts and similar spellings", async () => {
    const clerk = await anActor("CLERK");
    const make = (customerCode: string, name: string, mobile = "13000000000") =>
      createCustomer({ customerCode, name, contact: { name: "某某", mobile } });
    await make("C9123", "重庆宏达机械有限公司");
    await make("C9001", "大连宏达精密机械有限公司", "13804119123");
    await make("C9002", "宏达刀具厂");
    await make("C9003", "上海汇德精机有限公司");
    const codes = async (text: string) =>
      (await searchCustomers(clerk, text)).map(({ customerCode }) => customerCode);

    expect(await codes("c9001")).toEqual(["C9001"]);
    expect(await codes("Ｃ９００")).toEqual(["C9002", "C9003", "C9001"]);
    expect((await codes("宏达")).slice(0, 1)).toEqual(["C9002"]);
    expect(new Set(await codes("宏达"))).toEqual(new Set(["C9001", "C9002", "C9123"]));
    expect(await codes("dlhd")).toEqual(["C9001"]);
    expect(await codes("hongdadaoju")).toEqual(["C9002"]);
    expect(await codes("cqhd")).toEqual(["C9123"]);
    expect(await codes("9123")).toEqual(["C9123", "C9001"]);
    expect(await codes("宏达 精密")).toEqual(["C9001"]);
    expect(await codes("宏达精蜜机械")).toContain("C9001");
    expect(await codes("100%_")).toEqual([]);
  });

  it("gives at most twenty, and the latest when nothing is typed", async () => {
    const clerk = await anActor("CLERK");
    for (let i = 0; i < MAX_HITS + 2; i += 1) await createCustomer({ name: `批量客户${i}厂` });
    expect(await searchCustomers(clerk, "批量客户")).toHaveLength(MAX_HITS);
    expect(await searchCustomers(clerk, "  ")).toHaveLength(MAX_HITS);
  });

  it("carries what an order is prefilled from", async () => {
    const clerk = await anActor("CLERK");
    const customer = await createCustomer({ name: "预填客户厂", mode: "MONTHLY" });
    const [hit] = await searchCustomers(clerk, "预填客户厂");
    expect(hit).toMatchObject({
      id: customer.id,
      settlementMode: "MONTHLY",
      contactName: "王工",
      place: "辽宁省大连市甘井子区",
    });
    const order = await getCustomerForOrder(db, clerk, customer.id);
    expect(order.defaultConsignee).toEqual({
      company: "预填客户厂",
      contactPerson: "王工",
      phone: hit?.contactPhone,
      address: "辽宁省大连市甘井子区中华西路18号",
      postalCode: "116033",
    });
    expect(order.buyer).toMatchObject({ name: "预填客户厂", agent: "王工" });
  });
});
