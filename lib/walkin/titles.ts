import "server-only";
import { formatMoney } from "@/lib/i18n/format";

type Titled = {
  docNo: string | null;
  customerName: string;
  totalAmount: { toFixed(digits: number): string };
};

/** What a work item says of a pickup: number, customer, amount. */
export function walkInTitle({ docNo, customerName, totalAmount }: Titled): string {
  return [docNo, customerName, formatMoney(totalAmount.toFixed(2))].filter(Boolean).join(" ");
}

/** The same for the keeper, who sees no prices. */
export function plainWalkInTitle({ docNo, customerName }: Omit<Titled, "totalAmount">): string {
  return [docNo, customerName].filter(Boolean).join(" ");
}
