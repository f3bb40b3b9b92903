import "server-only";
import { DomainError } from "@/lib/core/domain-error";

/** Constraint or trigger of the database -> the refusal that the user is shown. */
const REFUSAL_OF_CONSTRAINT: Record<string, string> = {
  customer_name_key_key: "customers.name_taken",
  customer_tax_id_key: "customers.tax_id_taken",
  person_username_key: "people.username_taken",
  product_product_code_key: "products.code_taken",
  product_name_spec_drawing_no_material_coating_accuracy_grad_key: "products.same_product_exists",
  bank_account_account_no_key: "settings.account_no_taken",
  courier_code_key: "settings.courier_code_taken",
  stock_balance_quantities: "stock.taken_meanwhile",
  contract_line_quantities: "shipping.over_contract_quantity",
  notice_line_quantities: "shipping.over_notice_quantity",
  receivable_amounts: "receivables.over_open_amount",
};

type DriverCause = {
  kind?: string;
  originalCode?: string;
  originalMessage?: string;
  constraint?: { index?: string };
};

/** Recognises errors that a rule of the database raised; null for everything else. */
export function databaseRefusal(error: unknown): DomainError | null {
  const cause = driverCause(error);
  if (!cause) return null;
  if (cause.originalCode === "40P01" || cause.kind === "TransactionWriteConflict") {
    return new DomainError("common.try_again");
  }
  const name = cause.constraint?.index ?? constraintInMessage(cause.originalMessage ?? "");
  const code = name ? REFUSAL_OF_CONSTRAINT[name] : undefined;
  return code ? new DomainError(code) : null;
}

function driverCause(error: unknown): DriverCause | null {
  if (typeof error !== "object" || error === null || !("meta" in error)) return null;
  const meta = error.meta as { driverAdapterError?: { cause?: DriverCause } } | undefined;
  return meta?.driverAdapterError?.cause ?? null;
}

function constraintInMessage(message: string): string | undefined {
  return /constraint "([a-z0-9_]+)"/.exec(message)?.[1];
}
