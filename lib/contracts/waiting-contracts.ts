import "server-only";
import { type Actor, can, type Permission } from "@/lib/auth/permissions";
import { signedContract } from "@/lib/contracts/queries";
import { fromDbDate } from "@/lib/core/calendar-date";
import { Money } from "@/lib/core/money";
import { db } from "@/lib/server/db";

const dateText = (value: Date | null) => (value === null ? null : fromDbDate(value));

export type InboxItem = {
  id: string;
  number: string | null;
  status: "PENDING_CHIEF" | "PENDING_DIRECTOR";
  rowVersion: number;
  customerId: string;
  customerName: string;
  form: "FORMAL" | "VERBAL";
  recommendedForm: "FORMAL" | "VERBAL" | null;
  formReason: string;
  contractClass: "A" | "B" | "C";
  reviewNos: string;
  totalAmount: string;
  paymentTerm: "PREPAID" | "MONTHLY" | "QUARTERLY" | "ACCUMULATED";
  looserTermReason: string;
  deliveryFrom: string | null;
  deliveryTo: string | null;
  productSummary: string;
  draftedByName: string;
  submittedAt: Date | null;
  resubmitted: boolean;
  /** May this actor decide it, or why not (own draft, same signer). */
  mayDecide: boolean;
};

const DECIDED_UNDER: Readonly<Record<string, Permission>> = {
  PENDING_CHIEF: "contract:check",
  PENDING_DIRECTOR: "contract:approve",
};

/** What waits for this actor's check or approval, oldest first (R1.1.4-a, R1.1.4-b). */
export async function approvalInbox(actor: Actor): Promise<InboxItem[]> {
  const statuses = [
    ...(can(actor, "contract:check") ? (["PENDING_CHIEF"] as const) : []),
    ...(can(actor, "contract:approve") ? (["PENDING_DIRECTOR"] as const) : []),
  ];
  if (statuses.length === 0) return [];
  const rows = await db.contract.findMany({
    where: { status: { in: statuses }, deletedAt: null },
    orderBy: [{ submittedAt: "asc" }, { id: "asc" }],
    take: 100,
  });
  const reached = rows.filter((row) =>
    can(actor, DECIDED_UNDER[row.status] ?? "contract:check", signedContract(row)),
  );
  return reached.map((row) => ({
    id: row.id,
    number: row.docNo,
    status: row.status as InboxItem["status"],
    rowVersion: row.rowVersion,
    customerId: row.customerId,
    customerName: row.customerName,
    form: row.form,
    recommendedForm: row.recommendedForm,
    formReason: row.formReason,
    contractClass: row.contractClass ?? "A",
    reviewNos: row.reviewNos,
    totalAmount: Money.of(row.totalAmount).toString(),
    paymentTerm: row.paymentTerm,
    looserTermReason: row.looserTermReason,
    deliveryFrom: dateText(row.deliveryFrom),
    deliveryTo: dateText(row.deliveryTo),
    productSummary: row.productSummary,
    draftedByName: row.draftedByName,
    submittedAt: row.submittedAt,
    resubmitted: row.submissionCount > 1,
    mayDecide:
      !row.drafterIds.includes(actor.id) &&
      (row.status === "PENDING_CHIEF" || row.checkedById !== actor.id),
  }));
}
