import { addMonths, type CalendarDate, calendarDate, endOfMonth } from "@/lib/core/calendar-date";
import { Money } from "@/lib/core/money";
import { type AfterConfirm, enterConfirmedReceipt } from "@/lib/receivables/confirm-receipt";
import { postDelivery } from "@/lib/receivables/post-delivery";
import type { EnterReceiptInput } from "@/lib/receivables/schema";
import { db, transact } from "@/lib/server/db";
import { newId } from "@/lib/server/ids";
import { aKey } from "@/tests/factories/people";
import { anActorOf } from "@/tests/factories/stock";
import { at } from "@/tests/support/clock";

let made = 0;
const yuan = (text: string) => Money.of(text);
export const nothingWaits: AfterConfirm = async () => undefined;

type Customer = { id: string; name: string };

/** A customer with an owner, nothing owed. */
export async function createDebtor({ ownerId = null as string | null } = {}): Promise<Customer> {
  made += 1;
  const name = `大连机床配件${made}厂`;
  const { id } = await db.customer.create({
    data: {
      customerCode: `D${made}${newId().slice(-6)}`,
      name,
      nameKey: `${name}${newId().slice(-6)}`,
      category: "GENERAL",
      ownerId,
      createdById: newId(),
    },
    select: { id: true },
  });
  return { id, name };
}

/** An account of ours. */
async function createOwnAccount(): Promise<string> {
  const { id } = await db.bankAccount.create({
    data: { bankName: "中国银行大连分行", accountName: "大连某某刀具厂", accountNo: newId() },
    select: { id: true },
  });
  return id;
}

/** An approved contract of the customer, as far as money looks at it. */
export async function createPayableContract(customer: Customer) {
  const { _max } = await db.contract.aggregate({ where: { year: 2026 }, _max: { seq: true } });
  const seq = (_max.seq ?? 0) + 1;
  const contractNo = `LG2026-${String(seq).padStart(3, "0")}`;
  const { id } = await db.contract.create({
    data: {
      form: "VERBAL",
      status: "EXECUTING",
      contractNo,
      year: 2026,
      seq,
      effectiveOn: new Date("2026-11-02T00:00:00Z"),
      contractClass: "A",
      customerId: customer.id,
      customerName: customer.name,
      buyer: {},
      consignee: {},
      intakeId: newId(),
      channel: "PHONE",
      orderedAt: new Date("2026-11-02T02:00:00Z"),
      paymentTerm: "PREPAID",
      totalAmount: "10000",
      drafterIds: [],
      draftedById: newId(),
      draftedByName: "李雪",
      handlerId: newId(),
      updatedAt: new Date("2026-11-02T02:00:00Z"),
      createdAt: new Date("2026-11-02T02:00:00Z"),
    },
    select: { id: true },
  });
  return { id, contractNo };
}

type Delivery = {
  amount: string;
  charge?: string;
  contract?: { id: string; contractNo: string };
  on?: string;
  dueOn?: string;
  accumulatedFrom?: string;
};

/** Goods that have left and are owed for. Answers the slip and the open item. */
export async function deliver(customer: Customer, delivery: Delivery) {
  const { amount, charge = "0", contract, on = "2026-11-10", dueOn, accumulatedFrom } = delivery;
  const slipId = newId();
  const today: CalendarDate = calendarDate(on);
  const { receivableId, settled } = await at(on, () =>
    transact((tx) =>
      postDelivery(tx, {
        actor: anActorOf("WAREHOUSE_KEEPER"),
        slipId,
        slipNo: `CK2026-${slipId.slice(-6)}`,
        customerId: customer.id,
        contractId: contract?.id ?? null,
        contractNo: contract?.contractNo ?? "",
        goodsAmount: yuan(amount),
        chargeAmount: yuan(charge),
        dueOn: dueOn ? calendarDate(dueOn) : endOfMonth(addMonths(today, 1)),
        accumulatedFrom: accumulatedFrom ? yuan(accumulatedFrom) : null,
        summary: "发货 立铣刀 等3项",
        today,
      }),
    ),
  );
  return { slipId, receivableId, settled: settled.toString() };
}

type GivenReceipt = Partial<Omit<EnterReceiptInput, "amount">> & { amount: string };

/** What the receipt form sends. */
export async function receiptInput(
  customer: Customer,
  given: GivenReceipt,
): Promise<EnterReceiptInput> {
  const { amount, ...rest } = given;
  return {
    customerId: customer.id,
    payerName: customer.name,
    channel: "BANK_TRANSFER",
    paidOn: calendarDate("2026-11-20"),
    bankAccountId: rest.bankAccountId ?? (await createOwnAccount()),
    bankRef: "",
    bill: null,
    allocations: [],
    remark: "",
    ...rest,
    amount: yuan(amount),
  };
}

export const toContract = (contract: { id: string }, amount: string) =>
  ({
    kind: "PREPAYMENT",
    contractId: contract.id,
    receivableId: null,
    amount: yuan(amount),
  }) as const;

export const toDelivery = (receivableId: string, amount: string) =>
  ({ kind: "CREDIT_PAYMENT", contractId: null, receivableId, amount: yuan(amount) }) as const;

/** Money that finance has entered and confirmed on 23 November 2026. */
export async function receiveMoney(customer: Customer, given: GivenReceipt) {
  const receipt = await receiptInput(customer, given);
  const finance = anActorOf("FINANCE");
  return at("2026-11-23", () =>
    enterConfirmedReceipt(
      finance,
      { receipt, creditedOn: calendarDate("2026-11-23"), overrideReason: "" },
      aKey(),
      nothingWaits,
    ),
  );
}
