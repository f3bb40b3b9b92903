/** Which columns of the register row (F04) must be filled before the registrar confirms (R1.1.5-R2). */
import { missingRegisterColumns } from "@/lib/contracts/policy";

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

/** Names of the empty mandatory columns, in the order of the form. */
export function emptyColumns(columns: RegisterColumns): string[] {
  return missingRegisterColumns(columns);
}
