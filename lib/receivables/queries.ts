import "server-only";
import { type Actor, can } from "@/lib/auth/permissions";
import { fromDbDate } from "@/lib/core/calendar-date";
import { Money } from "@/lib/core/money";
import { isUuid } from "@/lib/core/uuid";
import { customerScope } from "@/lib/customers/scope";
import { contractReceived, openReceivables } from "@/lib/receivables/money-figures";
import { onAccountMoney } from "@/lib/receivables/money-sql";
import { ageing } from "@/lib/receivables/policy";
import { clock } from "@/lib/server/clock";
import { db } from "@/lib/server/db";

/** A receipt with its allocations as plain data; null when it is not in the actor's view. */
export async function findReceipt(actor: Actor, receiptId: string) {
  if (!can(actor, "receipt:read") || !isUuid(receiptId)) return null;
  const receipt = await db.receipt.findUnique({
    where: { id: receiptId },
    include: { allocations: { orderBy: { id: "asc" } } },
  });
  if (!receipt) return null;
  const [account, sameRef, slipNos] = await Promise.all([
    db.bankAccount.findUnique({ where: { id: receipt.bankAccountId } }),
    receiptsWithRef(receipt.id, receipt.bankRef),
    slipNosOf(receipt.allocations.flatMap((part) => part.receivableId ?? [])),
  ]);
  return {
    ...receipt,
    amount: Money.of(receipt.amount).toString(),
    registeredOn: fromDbDate(receipt.registeredOn),
    paidOn: fromDbDate(receipt.paidOn),
    creditedOn: receipt.creditedOn && fromDbDate(receipt.creditedOn),
    billIssuedOn: receipt.billIssuedOn && fromDbDate(receipt.billIssuedOn),
    billDueOn: receipt.billDueOn && fromDbDate(receipt.billDueOn),
    account: account ? { bankName: account.bankName, accountNo: account.accountNo } : null,
    /** Other receipts with the same bank reference: probably entered twice. */
    sameRef,
    allocations: receipt.allocations.map((part) => ({
      ...part,
      amount: Money.of(part.amount).toString(),
      slipNo: part.receivableId ? (slipNos.get(part.receivableId) ?? "") : "",
    })),
  };
}
export type ReceiptDocument = NonNullable<Awaited<ReturnType<typeof findReceipt>>>;

async function receiptsWithRef(receiptId: string, bankRef: string) {
  if (bankRef === "") return [];
  return db.receipt.findMany({
    where: { bankRef, id: { not: receiptId }, status: { not: "REJECTED" } },
    orderBy: { docNo: "asc" },
    take: 5,
    select: { id: true, docNo: true },
  });
}

async function slipNosOf(receivableIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.receivable.findMany({
    where: { id: { in: [...receivableIds] } },
    select: { id: true, sourceNo: true },
  });
  return new Map(rows.map(({ id, sourceNo }) => [id, sourceNo]));
}

/** What money of a customer can be assigned to: contracts that take money and open deliveries, as text values. */
export async function listAllocationTargets(customerId: string) {
  const contracts = await db.$queryRaw<
    { id: string; contractNo: string; total: string; term: string }[]
  >`
    select id::text, contract_no as "contractNo", total_amount::text as total, payment_term::text as term
    from contract where customer_id = ${customerId}::uuid and status in ('EFFECTIVE', 'EXECUTING', 'COMPLETED')
    order by year desc, seq desc limit 100`;
  const [received, open, onAccount, waiting] = await Promise.all([
    contractReceived(
      db,
      contracts.map(({ id }) => id),
    ),
    openReceivables(db, customerId),
    onAccountMoney(db, customerId),
    listWaitingNotices(contracts.map(({ id }) => id)),
  ]);
  return {
    /** Notices that only money tied to their contract sets free (R1.3.1-P1). */
    waiting: waiting.flatMap(({ missing, ...notice }) =>
      missing === null ? [] : [{ ...notice, missing }],
    ),
    contracts: contracts.map(({ id, contractNo, total, term }) => ({
      id,
      contractNo,
      term,
      total: Money.of(total).toString(),
      received: (received.get(id) ?? Money.zero).toString(),
    })),
    deliveries: open.map((item) => ({
      id: item.receivableId,
      sourceNo: item.sourceNo,
      contractNo: item.contractNo,
      dueOn: item.dueOn,
      open: item.open.toString(),
    })),
    onAccount: onAccount.toString(),
  };
}
export type AllocationTargets = Awaited<ReturnType<typeof listAllocationTargets>>;

export type WaitingNotice = {
  id: string;
  docNo: string;
  contractId: string;
  contractNo: string;
  amount: string;
  /** What was missing when the notice was tried last; null where something else holds it back. */
  missing: string | null;
};

/** Shipping notices that wait for money of these contracts, in number order: what a confirmation may free. */
export async function listWaitingNotices(contractIds: readonly string[]): Promise<WaitingNotice[]> {
  if (contractIds.length === 0) return [];
  const rows = await db.$queryRaw<WaitingNotice[]>`
    select n.id::text, n.doc_no as "docNo", n.contract_id::text as "contractId", n.contract_no as "contractNo", n.total_amount::text as amount,
      (select d->>'missing' from jsonb_array_elements(n.blocked_details) d where d->>'gate' = 'G1_FUNDS' limit 1) as missing
    from shipping_notice n
    where n.contract_id = any(${[...contractIds]}::uuid[]) and n.status = 'AWAITING_FUNDS'
    order by n.doc_no limit 50`;
  return rows.map((row) => ({
    ...row,
    amount: Money.of(row.amount).toString(),
    missing: row.missing === null ? null : Money.of(row.missing).toString(),
  }));
}

/**
 * The head of a customer's account (F15): terms, what is open by age, what is on account and tied. Null when the
 * customer is not in the actor's view (a salesperson sees own customers only).
 */
export async function findLedgerAccount(actor: Actor, customerId: string) {
  if (!can(actor, "ledger:read") || !isUuid(customerId)) return null;
  const customer = await findAccountHolder(actor, customerId);
  if (!customer) return null;
  const [account, open, onAccount, tied] = await Promise.all([
    db.customerAccount.findUnique({ where: { customerId } }),
    openReceivables(db, customerId),
    onAccountMoney(db, customerId),
    unusedTiedMoney(customerId),
  ]);
  const today = clock.today();
  return {
    ...customer,
    creditLimit: customer.creditLimit && Money.of(customer.creditLimit).toString(),
    accumulatedFrom: customer.accumulatedFrom && Money.of(customer.accumulatedFrom).toString(),
    balance: Money.of(account?.balance ?? 0).toString(),
    openTotal: Money.sum(open.map((item) => item.open)).toString(),
    overdueTotal: Money.sum(
      open.filter(({ dueOn }) => dueOn < today).map((item) => item.open),
    ).toString(),
    onAccount: onAccount.toString(),
    tied: tied.toString(),
    ageing: Object.fromEntries(
      Object.entries(ageing(open, today)).map(([band, money]) => [band, money.toString()]),
    ),
    openItems: open.map((item) => ({
      ...item,
      amount: item.amount.toString(),
      open: item.open.toString(),
      isOverdue: item.dueOn < today,
    })),
  };
}
export type LedgerAccount = NonNullable<Awaited<ReturnType<typeof findLedgerAccount>>>;

async function unusedTiedMoney(customerId: string): Promise<Money> {
  const [tied, used] = await Promise.all([
    db.contractFunds.aggregate({ where: { customerId }, _sum: { amount: true } }),
    db.settlement.aggregate({
      where: { customerId, contractId: { not: null } },
      _sum: { amount: true },
    }),
  ]);
  return Money.of(tied._sum.amount ?? 0).minus(Money.of(used._sum.amount ?? 0));
}

function findAccountHolder(actor: Actor, customerId: string) {
  return db.customer.findFirst({
    where: { id: customerId, ...customerScope(actor) },
    select: {
      id: true,
      customerCode: true,
      name: true,
      settlementMode: true,
      creditLimit: true,
      accumulatedFrom: true,
      quarterPaymentMonth: true,
      contacts: {
        where: { kind: "FINANCE" },
        take: 1,
        select: { name: true, mobile: true, landline: true },
      },
    },
  });
}
