import { describe, expect, it } from "vitest";
import { calendarDate } from "@/lib/core/calendar-date";
import { Money } from "@/lib/core/money";
import { enterConfirmedReceipt } from "@/lib/receivables/confirm-receipt";
import {
  contractFundsConfirmed,
  contractReceived,
  openReceivables,
  unusedContractFunds,
} from "@/lib/receivables/money-figures";
import { onAccountMoney } from "@/lib/receivables/money-sql";
import { moveOnAccount } from "@/lib/receivables/move-on-account";
import { releaseContractFunds } from "@/lib/receivables/release-contract-funds";
import { reverseDelivery } from "@/lib/receivables/reverse-delivery";
import { reverseReceipt } from "@/lib/receivables/reverse-receipt";
import { db, transact } from "@/lib/server/db";
import { newId } from "@/lib/server/ids";
import { aKey } from "@/tests/factories/people";
import {
  createDebtor,
  createPayableContract,
  deliver,
  nothingWaits,
  receiptInput,
  receiveMoney,
  toContract,
  toDelivery,
} from "@/tests/factories/receivables";
import { anActorOf } from "@/tests/factories/stock";
import { at } from "@/tests/support/clock";

const finance = anActorOf("FINANCE");
const onDay = <T>(fn: () => Promise<T>) => at("2026-11-23", fn);
type Customer = Awaited<ReturnType<typeof createDebtor>>;

const openOf = async ({ id }: Customer) =>
  (await openReceivables(db, id)).map(({ receivableId, open }) => [receivableId, open.toString()]);
const onAccount = async ({ id }: Customer) => (await onAccountMoney(db, id)).toString();
const reverse = (receiptId: string, rowVersion = 2, by = finance) =>
  onDay(() => reverseReceipt(by, { receiptId, rowVersion, comment: "支票退票" }, aKey()));

/** The balance of the ledger is what is open less every confirmed cent that has settled nothing (I5). */
async function expectLedgerToAgree(customer: Customer) {
  const rows = await db.ledgerEntry.findMany({
    where: { customerId: customer.id },
    orderBy: { seq: "asc" },
  });
  let balance = Money.zero;
  for (const [index, row] of rows.entries()) {
    balance = balance.plus(Money.of(row.debit)).minus(Money.of(row.credit));
    expect(row.seq).toBe(index + 1);
    expect(Money.of(row.balance).toString()).toBe(balance.toString());
  }
  const account = await db.customerAccount.findUniqueOrThrow({
    where: { customerId: customer.id },
  });
  expect(Money.of(account.balance).toString()).toBe(balance.toString());
  const open = Money.sum((await openReceivables(db, customer.id)).map((item) => item.open));
  const contracts = await db.contractFunds.findMany({
    where: { customerId: customer.id },
    distinct: ["contractId"],
  });
  const unused = await Promise.all(
    contracts.map(({ contractId }) => unusedContractFunds(db, contractId)),
  );
  const free = Money.sum(unused).plus(await onAccountMoney(db, customer.id));
  expect(open.minus(free).toString()).toBe(balance.toString());
}

describe("the customer ledger", () => {
  it("[R1.1.5-L1][R1.1.5-L2] has deliveries, charges and receipts in order with a running balance, and no row is changed", async () => {
    const customer = await createDebtor();
    await deliver(customer, { amount: "1000.50", charge: "20" });
    await receiveMoney(customer, { amount: "600" });
    const rows = await db.ledgerEntry.findMany({
      where: { customerId: customer.id },
      orderBy: { seq: "asc" },
    });
    expect(
      rows.map((row) => [row.kind, String(row.debit), String(row.credit), String(row.balance)]),
    ).toEqual([
      ["DELIVERY", "1000.5", "0", "1000.5"],
      ["CHARGE", "20", "0", "1020.5"],
      ["RECEIPT", "0", "600", "420.5"],
    ]);
    await expect(db.ledgerEntry.deleteMany({ where: { customerId: customer.id } })).rejects.toThrow(
      /insert-only/,
    );
    await expect(
      db.ledgerEntry.updateMany({ where: { customerId: customer.id }, data: { balance: "0" } }),
    ).rejects.toThrow(/insert-only/);
    await expectLedgerToAgree(customer);
  });

  it("opens one account for a customer, however many documents come at once", async () => {
    const customer = await createDebtor();
    await Promise.all(Array.from({ length: 8 }, () => deliver(customer, { amount: "10" })));
    expect(
      await db.customerAccount.findUniqueOrThrow({ where: { customerId: customer.id } }),
    ).toMatchObject({ lastSeq: 8 });
    await expectLedgerToAgree(customer);
  });
});

describe("confirmed money", () => {
  it("[R1.3.2-b] goes to the stated delivery, then to the oldest due, and stays on account only beyond all", async () => {
    const customer = await createDebtor();
    const early = await deliver(customer, { amount: "100", dueOn: "2026-11-30" });
    const late = await deliver(customer, { amount: "100", dueOn: "2026-12-31" });
    await receiveMoney(customer, {
      amount: "150",
      allocations: [toDelivery(late.receivableId, "80")],
    });
    expect(await openOf(customer)).toEqual([
      [early.receivableId, "30.00"],
      [late.receivableId, "20.00"],
    ]);
    await receiveMoney(customer, { amount: "60" });
    expect(await openOf(customer)).toEqual([]);
    expect(await onAccount(customer)).toBe("10.00");
    await expectLedgerToAgree(customer);
  });

  it("[R1.3.1-P1] tied to a contract settles its deliveries as they are posted", async () => {
    const customer = await createDebtor();
    const contract = await createPayableContract(customer);
    await receiveMoney(customer, { amount: "6000", allocations: [toContract(contract, "6000")] });
    expect((await contractFundsConfirmed(db, contract.id)).toString()).toBe("6000.00");
    const first = await deliver(customer, { amount: "4000", contract });
    const second = await deliver(customer, { amount: "3000", contract });
    expect([first.settled, second.settled]).toEqual(["4000.00", "2000.00"]);
    expect(await openOf(customer)).toEqual([[second.receivableId, "1000.00"]]);
    await receiveMoney(customer, { amount: "1500", allocations: [toContract(contract, "1500")] });
    expect(await openOf(customer)).toEqual([]);
    expect((await unusedContractFunds(db, contract.id)).toString()).toBe("500.00");
    expect((await contractReceived(db, [contract.id])).get(contract.id)?.toString()).toBe(
      "7500.00",
    );
    expect(await onAccount(customer)).toBe("0.00");
    await expectLedgerToAgree(customer);
  });

  it("on account stays there until finance moves it", async () => {
    const customer = await createDebtor();
    const contract = await createPayableContract(customer);
    await receiveMoney(customer, { amount: "100" });
    await receiveMoney(customer, { amount: "50" });
    const { receivableId } = await deliver(customer, { amount: "30", contract });
    expect(await onAccount(customer)).toBe("150.00");
    const move = (amount: string, by = finance) =>
      onDay(() =>
        moveOnAccount(
          by,
          {
            customerId: customer.id,
            allocations: [toContract(contract, amount)],
            reason: "转预收",
          },
          aKey(),
          nothingWaits,
        ),
      );
    await expect(move("10", anActorOf("CLERK", ["COLLECTION"]))).rejects.toMatchObject({
      code: "common.forbidden",
    });
    await expect(move("150.01")).rejects.toMatchObject({
      code: "receivables.over_on_account",
      details: { wanted: "150.01", available: "150.00" },
    });
    await move("120");
    expect(await onAccount(customer)).toBe("30.00");
    expect((await openOf(customer)).some(([id]) => id === receivableId)).toBe(false);
    expect((await unusedContractFunds(db, contract.id)).toString()).toBe("90.00");
    await expectLedgerToAgree(customer);
  });

  it("cannot settle one open delivery twice, whoever of 8 rivals comes first", async () => {
    const customer = await createDebtor();
    const { receivableId } = await deliver(customer, { amount: "100" });
    const inputs = await Promise.all(
      Array.from({ length: 8 }, () =>
        receiptInput(customer, { amount: "30", allocations: [toDelivery(receivableId, "30")] }),
      ),
    );
    const results = await onDay(() =>
      Promise.allSettled(
        inputs.map((receipt) =>
          enterConfirmedReceipt(
            finance,
            { receipt, creditedOn: calendarDate("2026-11-23"), overrideReason: "" },
            aKey(),
            nothingWaits,
          ),
        ),
      ),
    );
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(3);
    const refused = results.flatMap((result) =>
      result.status === "rejected" ? [result.reason.code] : [],
    );
    expect(new Set(refused)).toEqual(new Set(["receivables.over_open_amount"]));
    expect(await openOf(customer)).toEqual([[receivableId, "10.00"]]);
    expect(await db.receipt.count({ where: { customerId: customer.id } })).toBe(3);
    await expectLedgerToAgree(customer);
  });
});

describe("reversing a confirmed receipt", () => {
  it("is finance's act: a reversing ledger row, the deliveries are open again, the contract has lost the money", async () => {
    const customer = await createDebtor();
    const contract = await createPayableContract(customer);
    const other = await deliver(customer, { amount: "50", dueOn: "2026-11-30" });
    const { receiptId } = await receiveMoney(customer, {
      amount: "1000",
      allocations: [toContract(contract, "800")],
    });
    const delivered = await deliver(customer, { amount: "700", contract });
    expect(await onAccount(customer)).toBe("150.00");
    await expect(reverse(receiptId, 2, anActorOf("CLERK"))).rejects.toMatchObject({
      code: "common.forbidden",
    });
    await expect(reverse(receiptId, 1)).rejects.toMatchObject({ code: "common.changed_meanwhile" });

    await reverse(receiptId);

    expect(await openOf(customer)).toEqual([
      [other.receivableId, "50.00"],
      [delivered.receivableId, "700.00"],
    ]);
    expect((await contractFundsConfirmed(db, contract.id)).toString()).toBe("0.00");
    expect(await onAccount(customer)).toBe("0.00");
    const last = await db.ledgerEntry.findFirstOrThrow({
      where: { customerId: customer.id },
      orderBy: { seq: "desc" },
    });
    expect([last.kind, String(last.credit), String(last.balance)]).toEqual([
      "RECEIPT_REVERSAL",
      "-1000",
      "750",
    ]);
    await expect(reverse(receiptId, 3)).rejects.toMatchObject({
      code: "receivables.already_decided",
    });
    await expectLedgerToAgree(customer);
  });

  it("takes back from the latest due delivery when another receipt still covers a part", async () => {
    const customer = await createDebtor();
    const contract = await createPayableContract(customer);
    const kept = await receiveMoney(customer, {
      amount: "100",
      allocations: [toContract(contract, "100")],
    });
    const returned = await receiveMoney(customer, {
      amount: "60",
      allocations: [toContract(contract, "60")],
    });
    await deliver(customer, { amount: "90", contract, dueOn: "2026-11-30" });
    const later = await deliver(customer, { amount: "70", contract, dueOn: "2026-12-31" });
    await reverse(returned.receiptId);
    expect(await openOf(customer)).toEqual([[later.receivableId, "60.00"]]);
    await reverse(kept.receiptId);
    expect((await openOf(customer)).map(([, open]) => open)).toEqual(["90.00", "70.00"]);
    await expectLedgerToAgree(customer);
  });

  it("and posting at the same time leave the account right, in whatever order they come", async () => {
    for (let round = 0; round < 4; round += 1) {
      const customer = await createDebtor();
      const contract = await createPayableContract(customer);
      const { receiptId } = await receiveMoney(customer, {
        amount: "500",
        allocations: [toContract(contract, "500")],
      });
      await Promise.all([
        reverse(receiptId),
        deliver(customer, { amount: "300", contract }),
        receiveMoney(customer, { amount: "40" }),
        deliver(customer, { amount: "20" }),
        receiveMoney(customer, { amount: "30", allocations: [toContract(contract, "30")] }),
        deliver(customer, { amount: "10", contract }),
      ]);
      expect((await contractFundsConfirmed(db, contract.id)).toString()).toBe("30.00");
      await expectLedgerToAgree(customer);
    }
  });
});

describe("a red slip", () => {
  it("reverses the delivery on today's date and gives the money back to where it came from", async () => {
    const customer = await createDebtor();
    const contract = await createPayableContract(customer);
    await receiveMoney(customer, { amount: "200", allocations: [toContract(contract, "200")] });
    const { slipId, receivableId } = await deliver(customer, {
      amount: "250",
      charge: "10",
      contract,
    });
    await receiveMoney(customer, { amount: "60" });
    expect(await openOf(customer)).toEqual([]);
    const takeBack = () =>
      onDay(() =>
        transact((tx) =>
          reverseDelivery(tx, {
            actor: anActorOf("WAREHOUSE_KEEPER"),
            slipId,
            redSlipId: newId(),
            redSlipNo: "CK2026-9001",
            customerId: customer.id,
            summary: "冲销",
            today: calendarDate("2026-11-23"),
          }),
        ),
      );
    await takeBack();
    expect(await db.receivable.findUniqueOrThrow({ where: { id: receivableId } })).toMatchObject({
      reversedAt: expect.any(Date),
    });
    expect((await unusedContractFunds(db, contract.id)).toString()).toBe("200.00");
    expect(await onAccount(customer)).toBe("60.00");
    await expect(takeBack()).rejects.toMatchObject({ code: "receivables.already_reversed" });
    await expectLedgerToAgree(customer);
  });
});

describe("a contract that ends", () => {
  it("turns its unused money into on-account money, and a later reversal of the receipt still adds up", async () => {
    const customer = await createDebtor();
    const contract = await createPayableContract(customer);
    const first = await receiveMoney(customer, {
      amount: "100",
      allocations: [toContract(contract, "100")],
    });
    await receiveMoney(customer, { amount: "50", allocations: [toContract(contract, "50")] });
    await deliver(customer, { amount: "80", contract });
    const released = await transact((tx) => releaseContractFunds(tx, contract.id));
    expect(released.toString()).toBe("70.00");
    expect(await onAccount(customer)).toBe("70.00");
    expect((await transact((tx) => releaseContractFunds(tx, contract.id))).toString()).toBe("0.00");
    await reverse(first.receiptId);
    expect(await onAccount(customer)).toBe("50.00");
    expect((await openOf(customer)).map(([, open]) => open)).toEqual(["80.00"]);
    await expectLedgerToAgree(customer);
  });
});

describe("accumulated settlement", () => {
  it("brings all open due dates to this month's last day when the agreed amount is reached, and records it", async () => {
    const customer = await createDebtor();
    const first = await deliver(customer, {
      amount: "3000",
      dueOn: "2026-12-31",
      accumulatedFrom: "5000",
    });
    expect(await db.dueDateEvent.count({ where: { receivableId: first.receivableId } })).toBe(0);
    await deliver(customer, { amount: "2000", dueOn: "2026-12-31", accumulatedFrom: "5000" });
    const open = await openReceivables(db, customer.id);
    expect(open.map(({ dueOn }) => dueOn)).toEqual(["2026-11-30", "2026-11-30"]);
    expect(
      await db.dueDateEvent.findMany({ where: { receivableId: first.receivableId } }),
    ).toHaveLength(1);
  });
});
