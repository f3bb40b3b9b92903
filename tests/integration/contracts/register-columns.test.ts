import { createTranslator } from "next-intl";
import { beforeAll, describe, expect, it } from "vitest";
import { contractFilters, registerColumns } from "@/components/contracts/registers";
import type { Actor } from "@/lib/auth/permissions";
import { contractList } from "@/lib/contracts/contract-list";
import { contractScope } from "@/lib/contracts/contract-scope";
import { CONTRACT_STATUSES } from "@/lib/contracts/lifecycle";
import { findContractDetail } from "@/lib/contracts/queries";
import { registerList } from "@/lib/contracts/register-list";
import { emptyListState, type ListState } from "@/lib/core/list-state";
import { CATALOGUE } from "@/lib/i18n/catalogue";
import { reverseReceipt } from "@/lib/receivables/reverse-receipt";
import { db } from "@/lib/server/db";
import { listPage } from "@/lib/server/list-query";
import { shownColumns } from "@/lib/server/list-spec";
import { createContract, monthlyCustomer } from "@/tests/factories/contracts";
import { aKey, anActor } from "@/tests/factories/people";
import { deliver, receiveMoney, toContract, toDelivery } from "@/tests/factories/receivables";
import { anActorOf } from "@/tests/factories/stock";
import { at } from "@/tests/support/clock";
import { countQueries } from "@/tests/support/query-counter";

let clerk: Actor;

const read = (patch: Partial<ListState> = {}) =>
  listPage(registerList, {
    actor: clerk,
    state: { ...emptyListState, ...patch },
    scope: contractScope(clerk),
  });

/** A numbered contract of 865.00 or so, as money looks at it. */
async function aContract() {
  const { id: customerId, name } = await monthlyCustomer();
  const contract = await at("2026-11-09", () =>
    createContract({ status: "EXECUTING", customerId }),
  );
  return {
    id: contract.id,
    contractNo: contract.contractNo ?? "",
    customer: { id: customerId, name },
  };
}
type Numbered = Awaited<ReturnType<typeof aContract>>;

async function ship({ id, contractNo, customer }: Numbered, amount: string) {
  await db.registerEntry.update({ where: { contractId: id }, data: { shippedAmount: amount } });
  return deliver(customer, { amount, contract: { id, contractNo } });
}

async function rowOf({ contractNo }: Numbered) {
  const page = await read({ q: contractNo });
  expect(page.rows).toHaveLength(1);
  return page.rows[0];
}

beforeAll(async () => {
  clerk = await anActor("CLERK");
});

describe("the register's columns of receipts (F04)", () => {
  it("[R1.1.5-R1] are empty before money comes in: everything shipped is outstanding", async () => {
    const contract = await aContract();
    await ship(contract, "300.00");
    expect(await rowOf(contract)).toMatchObject({
      receivedAmount: "0.00",
      lastReceiptOn: null,
      outstanding: "300.00",
    });
  });

  it("[R1.1.5-R1] add money tied to the contract to money put straight against its deliveries", async () => {
    const contract = await aContract();
    await receiveMoney(contract.customer, {
      amount: "100.00",
      allocations: [toContract(contract, "100.00")],
    });
    const { receivableId } = await ship(contract, "300.00");
    await receiveMoney(contract.customer, {
      amount: "50.00",
      allocations: [toDelivery(receivableId, "50.00")],
    });
    const figures = { receivedAmount: "150.00", outstanding: "150.00" };
    expect(await rowOf(contract)).toMatchObject({ ...figures, lastReceiptOn: "2026-11-23" });
    expect(await findContractDetail(clerk, contract.id)).toMatchObject({ register: figures });
  });

  it("[R1.1.5-R1] owe nothing when more was paid than shipped", async () => {
    const contract = await aContract();
    await receiveMoney(contract.customer, {
      amount: "400.00",
      allocations: [toContract(contract, "400.00")],
    });
    await ship(contract, "300.00");
    expect(await rowOf(contract)).toMatchObject({
      receivedAmount: "400.00",
      outstanding: "0.00",
    });
  });

  it("[R1.1.5-R1] forget a receipt that was reversed, its date too", async () => {
    const contract = await aContract();
    const { receivableId } = await ship(contract, "300.00");
    const { receiptId } = await receiveMoney(contract.customer, {
      amount: "300.00",
      allocations: [toDelivery(receivableId, "300.00")],
    });
    expect(await rowOf(contract)).toMatchObject({ receivedAmount: "300.00", outstanding: "0.00" });
    const { rowVersion } = await db.receipt.findUniqueOrThrow({ where: { id: receiptId } });
    await at("2026-11-24", () =>
      reverseReceipt(anActorOf("FINANCE"), { receiptId, rowVersion, comment: "银行退票" }, aKey()),
    );
    expect(await rowOf(contract)).toMatchObject({
      receivedAmount: "0.00",
      lastReceiptOn: null,
      outstanding: "300.00",
    });
  });

  it("[R1.1.5-R1] are added up for the page, in the one query that reads it", async () => {
    const contract = await aContract();
    await ship(contract, "120.00");
    const one = await countQueries(() => read({ q: contract.contractNo }));
    const all = await countQueries(() => read());
    expect([one.queries.length, all.queries.length]).toEqual([1, 1]);
    expect(one.result.pageTotals).toMatchObject({ receivedAmount: "0.00", outstanding: "120.00" });
    const whole = await read({ totals: true });
    expect(whole.matching).toMatchObject({ totals: whole.pageTotals });
  });
});

describe("the register's row (F04)", () => {
  it("[R1.1.5-c] names handler, drafter, checker and approver with their dates, and the class it had", async () => {
    const contract = await aContract();
    await db.contract.update({ where: { id: contract.id }, data: { contractClass: "B" } });
    expect(await rowOf(contract)).toMatchObject({
      contractClass: "B_A",
      handlerName: expect.stringMatching(/./),
      preparedOn: "2026-11-09",
      checkedOn: "2026-11-09",
      approvedOn: "2026-11-09",
      archiveNo: "",
      migrated: false,
    });
  });

  it("[R1.1.5-b] names the papers of its class: production notices, preparation orders, reviews", async () => {
    const contract = await aContract();
    await db.registerEntry.update({
      where: { contractId: contract.id },
      data: { taskNos: "SC2026-0001、SC2026-0002", prepNos: "BH2026-0001" },
    });
    await db.contract.update({
      where: { id: contract.id },
      data: { reviewNos: "PS2026-0001" },
    });
    expect(await rowOf(contract)).toMatchObject({
      taskNos: "SC2026-0001、SC2026-0002",
      prepNos: "BH2026-0001",
      reviewNos: "PS2026-0001",
    });
    const shown = shownColumns(registerList, clerk).map(({ key }) => key);
    expect(shown).toEqual(expect.arrayContaining(["taskNos", "prepNos", "reviewNos"]));
  });

  it.each(["zh", "en"] as const)("has a %s word for every column and every class", (locale) => {
    const t = createTranslator({ locale, messages: CATALOGUE[locale] });
    const columns = registerColumns(shownColumns(registerList, clerk), t);
    expect(columns.filter(({ header }) => /^contracts\./.test(header))).toEqual([]);
    const labels = columns.find(({ key }) => key === "contractClass")?.labels ?? {};
    expect(Object.keys(labels)).toHaveLength(9);
    expect(labels.B_A).toBe(locale === "zh" ? "B 类（原 A 类）" : "Class B (was A)");
    expect(labels.A).toBe(locale === "zh" ? "A 类" : "Class A");
  });
});

describe("the list of all contracts", () => {
  it("[RD1-02] is narrowed to any state of the life cycle, the finished ones too", async () => {
    const t = createTranslator({ locale: "zh", messages: CATALOGUE.zh });
    const offered = contractFilters(t).find(({ key }) => key === "status")?.options ?? [];
    expect(offered.map(({ value }) => value)).toEqual([...CONTRACT_STATUSES]);
    expect(contractList.filters).toContainEqual(
      expect.objectContaining({ key: "status", values: CONTRACT_STATUSES }),
    );
  });
});
