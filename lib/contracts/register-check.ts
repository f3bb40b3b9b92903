/** Which columns of the register row (F04) must be filled before the registrar confirms (R1.1.5-R2). */
import { missingRegisterColumns } from "@/lib/contracts/policy";
import { labelsDetail } from "@/lib/i18n/refusal-text";

export type RegisterColumns = {
  contractNo: string | null;
  contractClass: string | null;
  contractForm: string | null;
  effectiveDate: string | null;
  customerName: string | null;
  settlementMode: string | null;
  tier: string | null;
  productSummary: string | null;
  totalQty: string | null;
  totalAmount: string | null;
  deliveryDates: string | null;
  paymentTerm: string | null;
  status: string | null;
  handler: string | null;
  preparedBy: string | null;
  checkedBy: string | null;
  approvedBy: string | null;
};

/** Where the words of the columns stand: the same as in the register's head. */
export const REGISTER_LABELS: Record<keyof RegisterColumns, string> = {
  contractNo: "contracts.contract_no",
  contractClass: "contracts.class_label",
  contractForm: "contracts.form_label",
  effectiveDate: "contracts.effective_on",
  customerName: "contracts.customer",
  settlementMode: "contracts.settlement",
  tier: "contracts.tier",
  productSummary: "contracts.products",
  totalQty: "contracts.total_qty",
  totalAmount: "contracts.total",
  deliveryDates: "contracts.list.delivery",
  paymentTerm: "contracts.payment_term",
  status: "contracts.status_label",
  handler: "contracts.handler",
  preparedBy: "contracts.prepared_by",
  checkedBy: "contracts.checked_by",
  approvedBy: "contracts.approved_by",
};

/** The empty mandatory columns in the order of the form, as a refusal's detail in words; null when none is. */
export function emptyColumns(columns: RegisterColumns): string | null {
  const missing = missingRegisterColumns(columns) as (keyof RegisterColumns)[];
  return missing.length === 0 ? null : labelsDetail(missing.map((name) => REGISTER_LABELS[name]));
}
