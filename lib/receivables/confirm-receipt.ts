import "server-only";
import { type Actor, can } from "@/lib/auth/permissions";
import { type CalendarDate, toDbDate } from "@/lib/core/calendar-date";
import { contentHash } from "@/lib/core/content-hash";
import { DomainError } from "@/lib/core/domain-error";
import type { Money } from "@/lib/core/money";
import { allocateReceipt } from "@/lib/receivables/allocate";
import { lockPayableContracts } from "@/lib/receivables/contract-facts";
import { writeReceipt } from "@/lib/receivables/enter-receipt";
import { isKeptForPickup } from "@/lib/receivables/kept-for-pickup";
import { receiptLifecycle } from "@/lib/receivables/lifecycle";
import { lockCustomerAccount } from "@/lib/receivables/lock-account";
import { postLedgerRows } from "@/lib/receivables/post-ledger";
import {
  type ReceiptRecord,
  readReceipt,
  receiptContent,
  receiptFacts,
  receiptRefusal,
} from "@/lib/receivables/receipt-record";
import type { ConfirmReceiptInput, EnterConfirmedReceiptInput } from "@/lib/receivables/schema";
import { recordAudit } from "@/lib/server/audit";
import { clock } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/db";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { sign } from "@/lib/server/signatures";
import { closeWorkItem } from "@/lib/server/work-items";

/**
 * What the upper floors do when money of these contracts has become certain: waiting notices are tried in number
 * order (rules 5.4). Runs inside the confirming transaction, with the customer and the contracts locked.
 */
export type AfterConfirm = (tx: Tx, contractIds: readonly string[]) => Promise<void>;

type Confirmed = { receiptId: string; docNo: string; onAccount: string };

/**
 * Finance confirms that the money is in (R1.3.1-P1): ledger credit, stated allocations, the rest to the oldest due
 * deliveries, what exceeds on account; then `afterConfirm`. Throws `receivables.<guard>`, `receivables.already_decided`,
 * `receivables.over_open_amount`, `common.changed_meanwhile`.
 */
export function confirmReceipt(
  actor: Actor,
  input: ConfirmReceiptInput,
  key: IdempotencyKey,
  afterConfirm: AfterConfirm,
): Promise<Confirmed> {
  return transactOnce({ key, actor, action: "confirmReceipt", input }, (tx) =>
    confirm(tx, actor, input, afterConfirm),
  );
}

/** Finance enters what it sees on the account and confirms it in one act (rules 5.9: four eyes do not apply). */
export function enterConfirmedReceipt(
  actor: Actor,
  input: EnterConfirmedReceiptInput,
  key: IdempotencyKey,
  afterConfirm: AfterConfirm,
): Promise<Confirmed> {
  return transactOnce({ key, actor, action: "enterConfirmedReceipt", input }, async (tx) => {
    const { receipt, creditedOn, overrideReason } = input;
    await lockCustomerAccount(tx, receipt.customerId, clock.today()); // before the contracts that entering locks
    const { receiptId } = await writeReceipt(tx, actor, receipt);
    const confirmation = { receiptId, rowVersion: 1, creditedOn, overrideReason, comment: "" };
    return confirm(tx, actor, confirmation, afterConfirm);
  });
}

async function confirm(
  tx: Tx,
  actor: Actor,
  input: ConfirmReceiptInput,
  afterConfirm: AfterConfirm,
): Promise<Confirmed> {
  const today = clock.today();
  const { customerId } = await readReceipt(tx, input.receiptId);
  const account = await lockCustomerAccount(tx, customerId, today);
  const receipt = await readReceipt(tx, input.receiptId); // again under the lock: allocations may have changed
  const contractIds = [
    ...new Set(receipt.allocations.flatMap(({ contractId }) => contractId ?? [])),
  ].sort();
  await lockPayableContracts(tx, customerId, contractIds);
  await decide(tx, actor, receipt, input, today);
  const { docNo, amount } = receipt;
  await postLedgerRows(tx, { actor, account, today }, [
    {
      kind: "RECEIPT",
      sourceType: "receipt",
      sourceId: receipt.id,
      sourceNo: docNo,
      ...contractOf(receipt),
      summary: receipt.payerName,
      credit: amount,
    },
  ]);
  const { onAccount } = await allocateReceipt(
    tx,
    {
      customerId,
      receiptId: receipt.id,
      amount,
      reason: docNo,
      keepsRest: await isKeptForPickup(tx, receipt.id),
    },
    receipt.allocations,
  );
  await conclude(tx, actor, receipt, input, onAccount);
  await afterConfirm(tx, contractIds);
  return { receiptId: receipt.id, docNo, onAccount: onAccount.toString() };
}

/** Nobody waits for finance any more, and what was confirmed is on record. */
async function conclude(
  tx: Tx,
  actor: Actor,
  receipt: ReceiptRecord,
  input: ConfirmReceiptInput,
  onAccount: Money,
): Promise<void> {
  await closeWorkItem(tx, { kind: "receipt.confirm", subjectId: receipt.id });
  await recordAudit(tx, actor, {
    type: "receipt.confirmed",
    subjectType: "receipt",
    subjectId: receipt.id,
    details: {
      docNo: receipt.docNo,
      amount: receipt.amount.toString(),
      creditedOn: input.creditedOn,
      onAccount: onAccount.toString(),
      ...(input.overrideReason !== "" && { overrideReason: input.overrideReason }),
    },
  });
}

/** Life cycle, compare-and-set on what finance looked at, and finance's signature. */
async function decide(
  tx: Tx,
  actor: Actor,
  receipt: ReceiptRecord,
  input: ConfirmReceiptInput,
  today: CalendarDate,
): Promise<void> {
  const { creditedOn, comment, overrideReason, rowVersion } = input;
  const facts = await receiptFacts(tx, receipt, { creditedOn, overrideReason, today });
  const plan = receiptLifecycle.plan("confirm", facts, actor, can);
  if (!plan.ok) throw receiptRefusal(plan.refusal);
  const moved = await tx.receipt.updateMany({
    where: { id: receipt.id, status: plan.from, rowVersion },
    data: {
      status: plan.to,
      creditedOn: toDbDate(creditedOn),
      decidedById: actor.id,
      decidedByName: actor.name,
      decidedAt: clock.now(),
      decisionComment: comment,
      overrideReason,
      rowVersion: { increment: 1 },
    },
  });
  if (moved.count === 0) throw new DomainError("common.changed_meanwhile");
  await sign(tx, actor, {
    permission: "receipt:confirm",
    subjectType: "receipt",
    subjectId: receipt.id,
    step: "FINANCE",
    decision: "AGREE",
    comment,
    revision: 1,
    contentHash: contentHash(receiptContent(receipt)),
  });
}

/** The ledger row names the contract when the whole receipt goes to one. */
function contractOf({ allocations }: ReceiptRecord) {
  const [first, ...others] = allocations;
  if (!first || others.some(({ contractNo }) => contractNo !== first.contractNo)) return {};
  return { contractId: first.contractId, contractNo: first.contractNo };
}
