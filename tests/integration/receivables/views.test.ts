import { describe, expect, it } from "vitest";
import { emptyListState } from "@/lib/core/list-state";
import { ledgerEntryList, listLedger, listLedgerEntries } from "@/lib/receivables/ledger-list";
import { findLedgerAccount, findReceipt, listAllocationTargets } from "@/lib/receivables/queries";
import { listReceipts } from "@/lib/receivables/receipt-list";
import { receiptRights } from "@/lib/receivables/receipt-rights";
import { db } from "@/lib/server/db";
import { shownColumns } from "@/lib/server/list-spec";
import {
  createDebtor,
  createPayableContract,
  deliver,
  receiveMoney,
  toContract,
} from "@/tests/factories/receivables";
import { anActorOf } from "@/tests/factories/stock";
import { at } from "@/tests/support/clock";
import { countQueries } from "@/tests/support/query-counter";

const finance = anActorOf("FINANCE");
const today = <T>(fn: () => Promise<T>) => at("2026-11-23", fn);
const everything = { ...emptyListState, filters: { all: ["true"] } };

describe("the view 手工账本", () => {
  it("[R1.1.5-L1] has every customer on credit terms or with a balance, and the rest only when asked for", async () => {
    const [credit, owing, idle] = await Promise.all([
      createDebtor(),
      createDebtor(),
      createDebtor(),
    ]);
    await db.customer.update({ where: { id: credit.id }, data: { settlementMode: "MONTHLY" } });
    await deliver(owing, { amount: "10" });
    const idsOf = async (state = emptyListState) =>
      (await today(() => listLedger(finance, { ...state, size: 200 }))).rows.map(({ id }) => id);
    expect(await idsOf()).toEqual(expect.arrayContaining([credit.id, owing.id]));
    expect(await idsOf()).not.toContain(idle.id);
    expect(await idsOf(everything)).toContain(idle.id);
  });

  it("shows a salesperson own customers only, and another's account not at all", async () => {
    const sales = anActorOf("SALESPERSON");
    const [own, foreign] = [await createDebtor({ ownerId: sales.id }), await createDebtor()];
    await deliver(own, { amount: "10" });
    await deliver(foreign, { amount: "10" });
    const page = await today(() => listLedger(sales, everything));
    expect(page.rows.map(({ id }) => id)).toEqual([own.id]);
    expect(await today(() => findLedgerAccount(sales, own.id))).toMatchObject({ balance: "10.00" });
    expect(await today(() => findLedgerAccount(sales, foreign.id))).toBeNull();
    expect(await today(() => findLedgerAccount(finance, "no-id"))).toBeNull();
  });

  it("is closed to the keeper, and receipts are closed to keeper and salesperson", async () => {
    const customer = await createDebtor();
    const { receiptId } = await receiveMoney(customer, { amount: "10" });
    expect(
      await today(() => findLedgerAccount(anActorOf("WAREHOUSE_KEEPER"), customer.id)),
    ).toBeNull();
    for (const role of ["WAREHOUSE_KEEPER", "SALESPERSON", "PRODUCTION", "ADMIN"] as const) {
      expect(await findReceipt(anActorOf(role), receiptId)).toBeNull();
    }
    expect(await findReceipt(anActorOf("SECTION_CHIEF"), receiptId)).toMatchObject({
      amount: "10.00",
    });
  });
});

describe("an account", () => {
  it("[R1.1.5-L2] shows debit, credit, balance, due date and what is open, latest first", async () => {
    const customer = await createDebtor();
    await deliver(customer, { amount: "100", on: "2026-09-20", dueOn: "2026-10-31" });
    await receiveMoney(customer, { amount: "40" });
    const page = await today(() => listLedgerEntries(finance, customer.id, emptyListState));
    expect(page.rows).toMatchObject([
      { kind: "RECEIPT", debit: null, credit: "40.00", balance: "60.00", open: null },
      {
        kind: "DELIVERY",
        debit: "100.00",
        credit: null,
        balance: "100.00",
        dueOn: "2026-10-31",
        open: "60.00",
      },
    ]);
    expect(page.pageTotals).toMatchObject({ debit: "100.00", credit: "40.00" });
    expect(shownColumns(ledgerEntryList, finance).map(({ key }) => key)).toContain("balance");
    const account = await today(() => findLedgerAccount(finance, customer.id));
    expect(account).toMatchObject({
      openTotal: "60.00",
      overdueTotal: "60.00",
      onAccount: "0.00",
      ageing: { notDue: "0.00", to30: "60.00" },
    });
  });

  it("says what money can be assigned to", async () => {
    const customer = await createDebtor();
    const contract = await createPayableContract(customer);
    await receiveMoney(customer, { amount: "40", allocations: [toContract(contract, "30")] });
    const { receivableId } = await deliver(customer, { amount: "50" });
    expect(await listAllocationTargets(customer.id)).toMatchObject({
      contracts: [{ id: contract.id, received: "30.00", total: "10000.00" }],
      deliveries: [{ id: receivableId, open: "50.00" }],
      onAccount: "10.00",
    });
  });
});

describe("a receipt on screen", () => {
  it("offers each reader the acts that the life cycle allows, and names a bank reference used twice", async () => {
    const customer = await createDebtor();
    const first = await receiveMoney(customer, { amount: "10", bankRef: "20261123-77" });
    const second = await receiveMoney(customer, { amount: "20", bankRef: "20261123-77" });
    const receipt = await findReceipt(finance, second.receiptId);
    if (!receipt) throw new Error("the receipt is not there");
    expect(receipt.sameRef.map(({ docNo }) => docNo)).toEqual([first.docNo]);
    const commandsOf = async (actor: typeof finance) =>
      (await today(() => receiptRights(actor, receipt))).commands;
    expect(await commandsOf(finance)).toEqual(["reverse"]);
    expect(await commandsOf(anActorOf("CLERK", ["COLLECTION"]))).toEqual([]);
  });

  it("costs one query a page, however many rows", async () => {
    const customer = await createDebtor();
    for (let i = 0; i < 3; i += 1) await receiveMoney(customer, { amount: "5" });
    const { queries, result } = await countQueries(() => listReceipts(finance, emptyListState));
    expect(result.rows.length).toBeGreaterThanOrEqual(3);
    expect(queries).toHaveLength(1);
    const ledger = await countQueries(() => today(() => listLedger(finance, everything)));
    expect(ledger.queries).toHaveLength(1);
  });
});
