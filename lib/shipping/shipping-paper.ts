import "server-only";
import { amountInWords } from "@/lib/core/amount-in-words";
import { Quantity } from "@/lib/core/quantity";
import { formatMoney, formatQuantity } from "@/lib/i18n/format";
import type { FootRow } from "@/lib/pdf/document-model";
import { stacked } from "@/lib/pdf/paper-frame";

/** Whom the goods go to, as the notice keeps it. */
export type ShippingConsignee = {
  company: string;
  contactPerson: string;
  phone: string;
  address: string;
  postalCode: string;
};

/** What all rows of the shipping papers have in common; decimals as exact text. */
export type ShippingPaperLine = {
  lineNo: number;
  /** Charges have an amount only. */
  isCharge: boolean;
  productName: string;
  spec: string;
  drawingNo: string;
  unit: string;
};

const WORDS = {
  consignee: "收货单位",
  receiver: "收货人",
  phone: "联系电话",
  postalCode: "邮编",
  address: "收货地址",
  drawing: "图号",
  inWords: "合计（大写）：人民币{words}",
  inFigures: "（小写）{amount}",
} as const;

/** Specification with the drawing under it. */
export function shippedSpec(line: { spec: string; drawingNo: string }): string {
  return stacked(line.spec, line.drawingNo && `${WORDS.drawing} ${line.drawingNo}`);
}

/** Rows of the consignee block, in the order in which people write an address label. */
export function consigneePairs(consignee: ShippingConsignee) {
  return [
    { label: WORDS.consignee, value: consignee.company, wide: true },
    { label: WORDS.receiver, value: consignee.contactPerson },
    { label: WORDS.phone, value: consignee.phone },
    { label: WORDS.address, value: addressText(consignee), wide: true },
  ];
}

/** Address with its postal code. */
export function addressText(consignee: ShippingConsignee): string {
  const code = consignee.postalCode && `（${WORDS.postalCode} ${consignee.postalCode}）`;
  return `${consignee.address}${code}`;
}

/** The sum of quantities when all rows share one unit; pieces and boxes are not added up. */
export function commonTotal(
  lines: readonly { isCharge: boolean; unit: string }[],
  quantities: readonly string[],
): string {
  const goods = lines.flatMap((line, index) => (line.isCharge ? [] : [{ line, index }]));
  const units = new Set(goods.map(({ line }) => line.unit));
  if (units.size !== 1) return "";
  return formatQuantity(
    Quantity.sum(goods.map(({ index }) => Quantity.of(quantities[index] || "0"))),
  );
}

/** Total in capitals at the left and in figures at the right. */
export function amountRow(totalAmount: string): FootRow {
  return {
    left: WORDS.inWords.replace("{words}", amountInWords(totalAmount)),
    right: WORDS.inFigures.replace("{amount}", formatMoney(totalAmount, { symbol: true })),
  };
}
