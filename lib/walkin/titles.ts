import "server-only";
import { formatMoney } from "@/lib/i18n/format";

type Titled = {
  docNo: string | null;
  customerName: string;
  totalAmount: { toFixed(digits: number): string };
};

/** What a work item says of a pickup: number, customer, amount. */
export function walkInTitle({ docNo, customerName, totalAmount }: Titled): string {
  return [docNo, customerName, formatMoney(totalAmount.toFixed(2), { symbol: true })]
    .filter(Boolean)
    .join(" ");
}
