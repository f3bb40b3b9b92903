import "server-only";
import { type CalendarDate, fromDbDate } from "@/lib/core/calendar-date";
import { DomainError } from "@/lib/core/domain-error";
import { Money } from "@/lib/core/money";
import type { ReceiptFacts } from "@/lib/receivables/lifecycle";
import { countAttachments } from "@/lib/server/attachments";
import type { Tx } from "@/lib/server/db";

/** A receipt as its use-cases see it, with its stated allocations in order. Throws `common.not_found`. */
export async function readReceipt(tx: Tx, id: string) {
  const receipt = await tx.receipt.findUnique({
    where: { id },
    select: {
      id: true,
      docNo: true,
      status: true,
      customerId: true,
      customerName: true,
      payerName: true,
      channel: true,
      amount: true,
      paidOn: true,
      bankAccountId: true,
      bankRef: true,
      billNumber: true,
      billDueOn: true,
      remark: true,
      allocations: {
        orderBy: { id: "asc" },
        select: {
          kind: true,
          contractId: true,
          contractNo: true,
          receivableId: true,
          amount: true,
        },
      },
    },
  });
  if (!receipt) throw new DomainError("common.not_found");
  return {
    ...receipt,
    amount: Money.of(receipt.amount),
    billDueOn: receipt.billDueOn && fromDbDate(receipt.billDueOn),
    paidOn: fromDbDate(receipt.paidOn),
    allocations: receipt.allocations.map((part) => ({ ...part, amount: Money.of(part.amount) })),
  };
}
export type ReceiptRecord = Awaited<ReturnType<typeof readReceipt>>;

type Confirming = { creditedOn: CalendarDate | null; overrideReason: string; today: CalendarDate };

/** What the guards of the life cycle look at. */
export async function receiptFacts(
  tx: Tx,
  receipt: ReceiptRecord,
  { creditedOn, overrideReason, today }: Confirming,
): Promise<ReceiptFacts> {
  const differs = receipt.payerName !== receipt.customerName;
  const isExplained =
    receipt.remark !== "" || (differs && (await countAttachments(tx, receipt.id)) > 0);
  const isCommercial = receipt.channel === "COMMERCIAL_ACCEPTANCE";
  const isMature = receipt.billDueOn !== null && receipt.billDueOn <= today;
  return {
    status: receipt.status,
    today,
    creditedOn,
    isPayerUnexplained: differs && !isExplained,
    isUnpaidCommercialBill: isCommercial && !isMature && overrideReason === "",
  };
}

/** What finance signs. */
export function receiptContent({
  customerId,
  payerName,
  channel,
  amount,
  paidOn,
  allocations,
}: ReceiptRecord) {
  return { customerId, payerName, channel, amount, paidOn, allocations };
}

type Refusal =
  | "wrong_status"
  | "forbidden"
  | "credited_later"
  | "payer_differs"
  | "commercial_bill_unpaid";

/** The refusal of a move that the life cycle does not allow. */
export function receiptRefusal(refusal: Refusal): DomainError {
  if (refusal === "forbidden") return new DomainError("common.forbidden");
  if (refusal === "wrong_status") return new DomainError("receivables.already_decided");
  const field = {
    credited_later: "creditedOn",
    commercial_bill_unpaid: "overrideReason",
    payer_differs: "",
  };
  const code = `receivables.${refusal}`;
  const path = field[refusal];
  return new DomainError(code, undefined, path === "" ? undefined : [{ path, code }]);
}
