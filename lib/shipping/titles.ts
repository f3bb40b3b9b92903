import { formatMoney } from "@/lib/i18n/format";

type Titled = {
  docNo: string | null;
  contractNo: string;
  customerName: string;
  totalAmount: { toFixed(digits: number): string };
};

/** "FH2026-0001 LG2026-001 大连宏达机械 ¥12,345.60": how a notice or slip is named in a work item. */
export function shippingTitle({ docNo, contractNo, customerName, totalAmount }: Titled): string {
  return [docNo, contractNo, customerName, formatMoney(totalAmount.toFixed(2), { symbol: true })]
    .filter(Boolean)
    .join(" ");
}

/** Without the amount, for people who see no prices. */
export function plainShippingTitle({
  docNo,
  contractNo,
  customerName,
}: Omit<Titled, "totalAmount">): string {
  return [docNo, contractNo, customerName].filter(Boolean).join(" ");
}
