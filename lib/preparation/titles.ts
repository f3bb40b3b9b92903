/** "BH2026-0001 LG2026-001 大连宏达机械": how an order is named in a work item; the store sees no prices. */
export function preparationTitle(order: {
  docNo: string | null;
  contractNo: string;
  customerName: string;
}): string {
  return [order.docNo, order.contractNo, order.customerName].filter(Boolean).join(" ");
}
