/** The business fields of an outbound slip: what a signature binds. Remarks, bins and issued quantities do not belong. */
import { contentHash } from "@/lib/core/content-hash";

type Decimal = { toFixed(digits: number): string };

export type SlipContentSource = {
  outboundType: string;
  noticeId: string | null;
  contractId: string | null;
  customerId: string;
  customerName: string;
  deliveryMethod: string;
  paymentTerm: string;
  exceptionReason: string;
  revision: number;
  lines: readonly {
    lineNo: number;
    noticeLineId: string | null;
    lineKind: string;
    productId: string | null;
    productName: string;
    spec: string;
    unit: string;
    requestedQty: Decimal;
    unitPrice: Decimal;
    amount: Decimal;
  }[];
};

export function slipContentHash(slip: SlipContentSource): string {
  return contentHash({
    outboundType: slip.outboundType,
    noticeId: slip.noticeId,
    contractId: slip.contractId,
    customerId: slip.customerId,
    customerName: slip.customerName,
    deliveryMethod: slip.deliveryMethod,
    paymentTerm: slip.paymentTerm,
    exceptionReason: slip.exceptionReason,
    revision: slip.revision,
    lines: slip.lines.map((line) => ({
      lineNo: line.lineNo,
      noticeLineId: line.noticeLineId,
      lineKind: line.lineKind,
      productId: line.productId,
      productName: line.productName,
      spec: line.spec,
      unit: line.unit,
      requestedQty: line.requestedQty.toFixed(3),
      unitPrice: line.unitPrice.toFixed(4),
      amount: line.amount.toFixed(2),
    })),
  });
}
