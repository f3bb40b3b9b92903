import "server-only";
import { amountInWords } from "@/lib/core/amount-in-words";
import { formatMoney, formatQuantity, formatUnitPrice } from "@/lib/i18n/format";
import type { FootRow } from "@/lib/pdf/document-model";
import { stacked } from "@/lib/pdf/paper-frame";

/** One row of a contract as papers show it; decimals as exact text, dates as YYYY-MM-DD. */
export type ContractPaperLine = {
  lineNo: number;
  /** Charges have an amount only. */
  isCharge: boolean;
  productName: string;
  spec: string;
  drawingNo: string;
  material: string;
  coating: string;
  accuracyGrade: string;
  brand: string;
  manufacturer: string;
  unit: string;
  quantity: string;
  /** The packs it was typed in, when it was. */
  packs: { quantity: string; unit: string } | null;
  unitPrice: string;
  /** The net price as typed, when it was typed net. */
  netUnitPrice: string | null;
  amount: string;
  deliveryOn: string | null;
  qtyFromStock: string;
  qtyToProduce: string;
  remark: string;
};

/** Whom the goods go to, as the paper keeps it. */
export type PaperConsignee = {
  company: string;
  contactPerson: string;
  phone: string;
  address: string;
  postalCode: string;
};

const WORDS = {
  drawing: "图号",
  net: "不含税",
  packs: "合",
  inWords: "合计（大写）：人民币{words}",
  inFigures: "（小写）{amount}",
} as const;

/** Specification with the drawing under it. */
export function specText(line: { spec: string; drawingNo: string }): string {
  return stacked(line.spec, line.drawingNo && `${WORDS.drawing} ${line.drawingNo}`);
}

/** Material, coating and accuracy, one under the other unless told otherwise. */
export function materialText(line: ContractPaperLine, separator = "\n"): string {
  return [line.material, line.coating, line.accuracyGrade].filter(Boolean).join(separator);
}

/** Base quantity, and the packs it was typed in under it; charges have none. */
export function quantityText(line: ContractPaperLine): string {
  if (line.isCharge) return "";
  const packs =
    line.packs && `${WORDS.packs}${formatQuantity(line.packs.quantity)}${line.packs.unit}`;
  return stacked(formatQuantity(line.quantity), packs);
}

/** Tax-inclusive unit price, and the net price under it when it was typed net. */
export function unitPriceText(line: ContractPaperLine): string {
  if (line.isCharge) return "";
  const net = line.netUnitPrice && `${WORDS.net} ${formatUnitPrice(line.netUnitPrice)}`;
  return stacked(formatUnitPrice(line.unitPrice), net);
}

/** Total in capitals at the left (spec 4.3: no blank after 人民币) and in figures at the right. */
export function totalRow(totalAmount: string): FootRow {
  return {
    left: WORDS.inWords.replace("{words}", amountInWords(totalAmount)),
    right: WORDS.inFigures.replace("{amount}", formatMoney(totalAmount, { symbol: true })),
  };
}
