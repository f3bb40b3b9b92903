import { formatMoney } from "@/lib/i18n/format";

/** "LG2026-001 大连宏达机械 ¥12,345.60": how a contract is named in a work item. */
export function contractTitle(contract: {
  contractNo: string | null;
  docNo: string | null;
  customerName: string;
  totalAmount: { toFixed(digits: number): string };
}): string {
  const number = contract.contractNo ?? contract.docNo;
  return [
    number,
    contract.customerName,
    formatMoney(contract.totalAmount.toFixed(2), { symbol: true }),
  ]
    .filter(Boolean)
    .join(" ");
}
