import { describe, expect, it } from "vitest";
import { calendarDate } from "@/lib/core/calendar-date";
import { assignReceipt } from "@/lib/receivables/assign-receipt";
import { confirmReceipt } from "@/lib/receivables/confirm-receipt";
import { enterReceipt } from "@/lib/receivables/enter-receipt";
import { contractFundsConfirmed } from "@/lib/receivables/money-figures";
import { onAccountMoney } from "@/lib/receivables/money-sql";
import { rejectReceipt } from "@/lib/receivables/reject-receipt";
import { enterReceiptInput } from "@/lib/receivables/schema";
import { db } from "@/lib/server/db";
import { newId } from "@/lib/server/ids";
import { aKey } from "@/tests/factories/people";
import {
  createDebtor,
  createPayableContract,
  deliver,
  nothingWaits,
  receiptInput,
  toContract,
  toDelivery,
} from "@/tests/factories/receivables";
import { anActorOf } from "@/tests/factories/stock";
import { at } from "@/tests/support/clock";

const clerk = anActorOf("CLERK");
const collector = anActorOf("CLERK", ["COLLECTION"]);
const finance = anActorOf("FINANCE");
const onDay = <T>(fn: () => Promise<T>) => at("2026-11-23", fn);

type Customer = Awaited<ReturnType<typeof createDebtor>>;

async function anEnteredReceipt(
  customer: Customer,
  given: Parameters<typeof receiptInput>[1],
  by = collector,
) {
  const input = await receiptInput(customer, given);
  return onDay(() => enterReceipt(by, input, aKey()));
}

function confirming(receiptId: string, given: Record<string, unknown> = {}) {
  return {
    receiptId,
    rowVersion: 1,
    creditedOn: calendarDate("2026-11-23"),
    comment: "",
    overrideReason: "",
    ...given,
  };
}

const confirm = (receiptId: string, given: Record<string, unknown> = {}, by = finance) =>
  onDay(() => confirmReceipt(by, confirming(receiptId, given), aKey(), nothingWaits));

const statusOf = async (id: string) =>
  (await db.receipt.findUniqueOrThrow({ where: { id } })).status;

describe("a receipt that a clerk enters", () => {
  it("[R1.3.1-P1] gets a number and waits for finance; until then it frees nothing and is on no account", async () => {
    const customer = await createDebtor();
    const contract = await createPayableContract(customer);
    const { receiptId, docNo } = await anEnteredReceipt(customer, {
      amount: "6000",
      allocations: [toContract(contract, "6000")],
    });
    expect(docNo).toMatch(/^SK2026-\d{4}$/);
    expect(await statusOf(receiptId)).toBe("UNCONFIRMED");
    expect((await contractFundsConfirmed(db, contract.id)).toString()).toBe("0.00");
    expect(await db.ledgerEntry.count({ where: { customerId: customer.id } })).toBe(0);
    const item = await db.workItem.findFirstOrThrow({
      where: { subjectId: receiptId, closedAt: null },
    });
    expect(item).toMatchObject({ kind: "receipt.confirm", role: "FINANCE" });
  });

  it("[R1.3.1-P1] is confirmed by finance only: every other role is refused and nothing changes", async () => {
    const customer = await createDebtor();
    const { receiptId } = await anEnteredReceipt(customer, { amount: "100" });
    const others = [
      "CLERK",
      "SALESPERSON",
      "WAREHOUSE_KEEPER",
      "SECTION_CHIEF",
      "FACTORY_DIRECTOR",
      "PRODUCTION",
      "TECHNICAL",
      "REVIEWER",
      "ADMIN",
    ] as const;
    for (const role of others) {
      const actor = anActorOf(role, ["COLLECTION"]);
      await expect(confirm(receiptId, {}, actor)).rejects.toMatchObject({
        code: "common.forbidden",
      });
      await expect(
        onDay(() => rejectReceipt(actor, { receiptId, rowVersion: 1, comment: "无" }, aKey())),
      ).rejects.toMatchObject({ code: "common.forbidden" });
    }
    expect(await statusOf(receiptId)).toBe("UNCONFIRMED");
    expect(await db.ledgerEntry.count({ where: { customerId: customer.id } })).toBe(0);
  });

  it("may be entered by clerk and finance alone", async () => {
    const input = await receiptInput(await createDebtor(), { amount: "100" });
    for (const role of [
      "SALESPERSON",
      "SECTION_CHIEF",
      "FACTORY_DIRECTOR",
      "WAREHOUSE_KEEPER",
    ] as const) {
      await expect(onDay(() => enterReceipt(anActorOf(role), input, aKey()))).rejects.toMatchObject(
        {
          code: "common.forbidden",
        },
      );
    }
  });

  it("has an existing payment day, an open account of ours and a customer", async () => {
    const customer = await createDebtor();
    const entering = async (given: Partial<Awaited<ReturnType<typeof receiptInput>>>) =>
      onDay(async () =>
        enterReceipt(
          clerk,
          { ...(await receiptInput(customer, { amount: "1" })), ...given },
          aKey(),
        ),
      );
    await expect(entering({ paidOn: calendarDate("2026-11-24") })).rejects.toMatchObject({
      code: "receivables.paid_later",
    });
    await expect(entering({ bankAccountId: newId() })).rejects.toMatchObject({
      code: "receivables.account_closed",
    });
    await expect(entering({ customerId: newId() })).rejects.toMatchObject({
      code: "common.not_found",
    });
    expect(await db.receipt.count({ where: { customerId: customer.id } })).toBe(0);
  });
});

describe("assigning money", () => {
  it("[R1.3.2-b] is done by the holder of COLLECTION or finance; a clerk without it enters only", async () => {
    const customer = await createDebtor();
    const contract = await createPayableContract(customer);
    const allocations = [toContract(contract, "100")];
    await expect(
      anEnteredReceipt(customer, { amount: "100", allocations }, clerk),
    ).rejects.toMatchObject({
      code: "receivables.assign_needs_duty",
    });
    const { receiptId } = await anEnteredReceipt(customer, { amount: "100" }, clerk);
    const assign = (actor: typeof clerk, rowVersion: number) =>
      onDay(() => assignReceipt(actor, { receiptId, rowVersion, allocations }, aKey()));
    await expect(assign(clerk, 1)).rejects.toMatchObject({ code: "common.forbidden" });
    await assign(collector, 1);
    await expect(assign(finance, 1)).rejects.toMatchObject({ code: "common.changed_meanwhile" });
    await assign(finance, 2);
    expect(await db.receiptAllocation.findMany({ where: { receiptId } })).toMatchObject([
      { contractId: contract.id, contractNo: contract.contractNo, kind: "PREPAYMENT" },
    ]);
  });

  it("stays within the receipt, the customer's own contracts and the customer's own deliveries", async () => {
    const [customer, stranger] = [await createDebtor(), await createDebtor()];
    const contract = await createPayableContract(customer);
    const foreign = await createPayableContract(stranger);
    const { receivableId } = await deliver(stranger, { amount: "50" });
    const entering = (
      allocations: NonNullable<Parameters<typeof receiptInput>[1]["allocations"]>,
    ) => anEnteredReceipt(customer, { amount: "100", allocations });
    await expect(
      entering([toContract(contract, "60"), toContract(contract, "40.01")]),
    ).rejects.toMatchObject({
      code: "receivables.allocated_over_receipt",
      details: { allocated: "100.01", amount: "100.00" },
    });
    await expect(entering([toContract(foreign, "1")])).rejects.toMatchObject({
      code: "receivables.contract_not_payable",
    });
    await expect(entering([toDelivery(receivableId, "1")])).rejects.toMatchObject({
      code: "receivables.delivery_of_other_customer",
    });
    await expect(
      entering([toContract(contract, "60"), toContract(contract, "40")]),
    ).resolves.toBeTruthy();
  });
});

describe("finance confirming", () => {
  it("[R1.3.1-P1] ties the money, credits the ledger, closes the work item and then tries what waits for it", async () => {
    const customer = await createDebtor();
    const contract = await createPayableContract(customer);
    const { receiptId, docNo } = await anEnteredReceipt(customer, {
      amount: "6000",
      allocations: [toContract(contract, "6000")],
    });
    const tried: unknown[] = [];
    await onDay(() =>
      confirmReceipt(finance, confirming(receiptId), aKey(), async (tx, contractIds) => {
        tried.push(contractIds, (await contractFundsConfirmed(tx, contract.id)).toString());
      }),
    );
    expect(tried).toEqual([[contract.id], "6000.00"]);
    expect(await db.ledgerEntry.findMany({ where: { customerId: customer.id } })).toMatchObject([
      { kind: "RECEIPT", sourceNo: docNo, contractNo: contract.contractNo, seq: 1 },
    ]);
    expect(await db.workItem.count({ where: { subjectId: receiptId, closedAt: null } })).toBe(0);
    expect(
      await db.signature.count({
        where: { subjectId: receiptId, step: "FINANCE", signedById: finance.id },
      }),
    ).toBe(1);
    expect(
      await db.auditEvent.count({ where: { subjectId: receiptId, type: "receipt.confirmed" } }),
    ).toBe(1);
  });

  it("[R1.3.1-P1] may enter and confirm in one act: four eyes do not apply to F16", async () => {
    const customer = await createDebtor();
    const { receiptId } = await anEnteredReceipt(customer, { amount: "100" }, finance);
    await confirm(receiptId);
    const receipt = await db.receipt.findUniqueOrThrow({ where: { id: receiptId } });
    expect(receipt).toMatchObject({
      status: "CONFIRMED",
      createdById: finance.id,
      decidedById: finance.id,
    });
  });

  it("gives the same answer to the same key, and refuses another act on a decided receipt", async () => {
    const customer = await createDebtor();
    const { receiptId } = await anEnteredReceipt(customer, { amount: "100" });
    const key = aKey();
    const once = () =>
      onDay(() => confirmReceipt(finance, confirming(receiptId), key, nothingWaits));
    expect(await once()).toEqual(await once());
    await expect(confirm(receiptId, { rowVersion: 2 })).rejects.toMatchObject({
      code: "receivables.already_decided",
    });
    expect(await db.ledgerEntry.count({ where: { customerId: customer.id } })).toBe(1);
  });

  it("refuses a stale version and a credit day to come", async () => {
    const { receiptId } = await anEnteredReceipt(await createDebtor(), { amount: "100" });
    await expect(confirm(receiptId, { rowVersion: 9 })).rejects.toMatchObject({
      code: "common.changed_meanwhile",
    });
    await expect(
      confirm(receiptId, { creditedOn: calendarDate("2026-11-24") }),
    ).rejects.toMatchObject({
      code: "receivables.credited_later",
      issues: [{ path: "creditedOn" }],
    });
    expect(await statusOf(receiptId)).toBe("UNCONFIRMED");
  });

  it("asks for a statement or a remark when somebody else paid", async () => {
    const customer = await createDebtor();
    const silent = await anEnteredReceipt(customer, { amount: "100", payerName: "张三" });
    await expect(confirm(silent.receiptId)).rejects.toMatchObject({
      code: "receivables.payer_differs",
    });
    const explained = await anEnteredReceipt(customer, {
      amount: "100",
      payerName: "张三",
      remark: "代付，有委托书",
    });
    await expect(confirm(explained.receiptId)).resolves.toBeTruthy();
  });

  it("does not count a commercial acceptance before maturity unless finance says why", async () => {
    const customer = await createDebtor();
    const bill = {
      number: "2".repeat(30),
      drawer: "甲公司",
      acceptor: "甲公司",
      issuedOn: calendarDate("2026-10-01"),
      dueOn: calendarDate("2026-11-24"),
    };
    const enter = (given: object) => anEnteredReceipt(customer, { amount: "100", bill, ...given });
    const commercial = await enter({ channel: "COMMERCIAL_ACCEPTANCE" });
    await expect(confirm(commercial.receiptId)).rejects.toMatchObject({
      code: "receivables.commercial_bill_unpaid",
    });
    await confirm(commercial.receiptId, { overrideReason: "承兑人为国企，厂长同意" });
    const audit = await db.auditEvent.findFirstOrThrow({
      where: { subjectId: commercial.receiptId, type: "receipt.confirmed" },
    });
    expect(audit.details).toMatchObject({ overrideReason: "承兑人为国企，厂长同意" });

    const mature = await enter({
      channel: "COMMERCIAL_ACCEPTANCE",
      bill: { ...bill, dueOn: calendarDate("2026-11-23") },
    });
    await expect(confirm(mature.receiptId)).resolves.toBeTruthy();
    const bank = await enter({ channel: "BANK_ACCEPTANCE" });
    await expect(confirm(bank.receiptId)).resolves.toBeTruthy();
  });

  it("rejects with a reason: the receipt keeps its number and touches no account", async () => {
    const customer = await createDebtor();
    const { receiptId } = await anEnteredReceipt(customer, { amount: "100" });
    await onDay(() =>
      rejectReceipt(finance, { receiptId, rowVersion: 1, comment: "银行没有这笔" }, aKey()),
    );
    expect(await db.receipt.findUniqueOrThrow({ where: { id: receiptId } })).toMatchObject({
      status: "REJECTED",
      decisionComment: "银行没有这笔",
    });
    expect((await onAccountMoney(db, customer.id)).toString()).toBe("0.00");
    expect(await db.workItem.count({ where: { subjectId: receiptId, closedAt: null } })).toBe(0);
    await expect(confirm(receiptId, { rowVersion: 2 })).rejects.toMatchObject({
      code: "receivables.already_decided",
    });
  });
});

describe("what the receipt form sends", () => {
  const codesOf = (given: object) => {
    const parsed = enterReceiptInput.safeParse({
      customerId: newId(),
      payerName: "大连宏达",
      channel: "BANK_TRANSFER",
      amount: "100",
      paidOn: "2026-11-20",
      bankAccountId: newId(),
      bankRef: "",
      bill: null,
      allocations: [],
      remark: "",
      ...given,
    });
    return parsed.success
      ? []
      : parsed.error.issues.map(({ path, message }) => `${path.join(".")} ${message}`);
  };
  const bill = {
    number: "1".repeat(30),
    drawer: "甲",
    acceptor: "乙",
    issuedOn: "2026-10-01",
    dueOn: "2027-04-01",
  };

  it("has an amount above zero in cents, thirty digits on a bill, and a target for each allocation", () => {
    expect(codesOf({})).toEqual([]);
    expect(codesOf({ amount: "0" })).toEqual(["amount receivables.amount_not_positive"]);
    expect(codesOf({ amount: "-5" })).toEqual(["amount receivables.amount_not_positive"]);
    expect(codesOf({ amount: "1.005" })).toEqual(["amount common.amount_malformed"]);
    expect(codesOf({ amount: "9999999999999" })).toEqual(["amount common.amount_malformed"]);
    expect(codesOf({ channel: "BANK_ACCEPTANCE" })).toEqual(["bill.number common.required"]);
    expect(codesOf({ channel: "BANK_ACCEPTANCE", bill })).toEqual([]);
    expect(codesOf({ channel: "BANK_ACCEPTANCE", bill: { ...bill, number: "123" } })).toEqual([
      "bill.number receivables.bill_number_malformed",
    ]);
    expect(codesOf({ channel: "BANK_ACCEPTANCE", bill: { ...bill, dueOn: "2026-09-30" } })).toEqual(
      ["bill.dueOn receivables.bill_due_before_issue"],
    );
    const target = { kind: "CREDIT_PAYMENT", contractId: newId(), receivableId: null, amount: "1" };
    expect(codesOf({ allocations: [target] })).toEqual([
      "allocations.0.kind receivables.allocation_target_missing",
    ]);
    expect(codesOf({ remark: "长".repeat(1001) })).toEqual(["remark common.too_long"]);
    expect(codesOf({ paidOn: "2026-02-30" })).toEqual(["paidOn common.date_malformed"]);
  });
});
