import { describe, expect, it } from "vitest";
import { emptyListState } from "@/lib/core/list-state";
import { listTermChanges } from "@/lib/credit/term-change-list";
import { listCustomers } from "@/lib/customers/customer-list";
import { searchCustomers } from "@/lib/customers/search";
import { listProducts } from "@/lib/products/product-list";
import { aTermForm, submittedTermChange } from "../../factories/credit";
import { createCustomer } from "../../factories/customers";
import { anActor } from "../../factories/people";
import { createProduct } from "../../factories/products";
import { countQueries } from "../../support/query-counter";

describe("registers of customers, products and terms", () => {
  it("cost one query a page, whatever is on it", async () => {
    const clerk = await anActor("CLERK");
    for (let i = 0; i < 12; i += 1) {
      await createProduct();
      const { id } = await createCustomer({ cooperationStart: "2020-01-01" });
      await submittedTermChange(clerk, aTermForm(id));
    }
    for (const list of [listCustomers, listProducts, listTermChanges]) {
      const { queries, result } = await countQueries(() => list(clerk, emptyListState));
      expect(result.rows.length).toBeGreaterThanOrEqual(12);
      expect(queries).toHaveLength(1);
    }
  });

  it("are narrowed by text, filter and customer, page by page", async () => {
    const clerk = await anActor("CLERK");
    const { id } = await createCustomer({
      name: "丹东翻页客户厂",
      category: "DEALER",
      cooperationStart: "2020-01-01",
    });
    const change = await submittedTermChange(clerk, aTermForm(id));
    const ofDealer = { ...emptyListState, q: "ddfy", filters: { category: ["DEALER"] } };
    expect((await listCustomers(clerk, ofDealer)).rows.map((row) => row.id)).toEqual([id]);
    const none = { ...ofDealer, filters: { category: ["KEY"] } };
    expect((await listCustomers(clerk, none)).rows).toEqual([]);
    const byName = { ...emptyListState, q: "翻页客户" };
    expect((await listTermChanges(clerk, byName)).rows.map((row) => row.id)).toEqual([change]);
    const byId = { ...emptyListState, filters: { customer: [id] } };
    expect((await listTermChanges(clerk, byId)).rows.map((row) => row.id)).toEqual([change]);
    const first = await listCustomers(clerk, { ...emptyListState, size: 5 });
    const second = await listCustomers(clerk, { ...emptyListState, size: 5, after: first.next });
    expect(second.rows).toHaveLength(5);
    expect(first.rows.map((row) => row.id)).not.toEqual(second.rows.map((row) => row.id));
  });

  it("answer the type-ahead with two queries at most when something is found", async () => {
    const clerk = await anActor("CLERK");
    const { queries } = await countQueries(() => searchCustomers(clerk, "测试机械"));
    expect(queries.filter((sql) => !sql.includes("set_config")).length).toBeLessThanOrEqual(2);
  });
});
