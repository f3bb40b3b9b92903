import type { FieldChange } from "@/lib/contracts/diff";
import {
  formatDate,
  formatMoney,
  formatQuantity,
  formatRate,
  formatUnitPrice,
} from "@/lib/i18n/format";

export type ContractWords = {
  (key: never, values?: never): string;
  has: (key: never) => boolean;
};
type Loose = {
  (key: string, values?: Record<string, string>): string;
  has: (key: string) => boolean;
};

const CODED: Readonly<Record<string, string>> = {
  form: "form",
  contractClass: "class",
  paymentTerm: "payment_terms",
  invoiceType: "invoice_types",
  deliveryMethod: "delivery_methods",
  freightPayer: "freight_payers",
  paymentChannel: "payment_channels",
  verbalReason: "verbal_reasons",
  supplyType: "supply",
  lineKind: "line_kinds",
};
const FIGURES: Readonly<Record<string, (text: string) => string>> = {
  totalAmount: formatMoney,
  amount: formatMoney,
  unitPrice: formatUnitPrice,
  quantity: (text) => formatQuantity(text),
  packQuantity: (text) => formatQuantity(text),
  qtyFromStock: (text) => formatQuantity(text),
  qtyToProduce: (text) => formatQuantity(text),
  taxRate: formatRate,
  deliveryOn: (text) => formatDate(text),
};

/** A value of a contract as people read it: codes as words, figures with their decimals. */
export function valueInWords(
  t: ContractWords,
  { field }: FieldChange,
  value: string | null,
): string {
  const words = t as unknown as Loose;
  if (value === null) return words("diff.nothing");
  const group = CODED[field];
  const key = `${group}.${value}`;
  if (group && words.has(key)) return words(key);
  if (value === "true" || value === "false") return words(`diff.${value}`);
  if (field === "consignee") return consigneeInWords(value);
  return FIGURES[field]?.(value) ?? value;
}

/** The name of a changed field; clauses are named by their number and title. */
export function fieldInWords(t: ContractWords, field: string): string {
  const words = t as unknown as Loose;
  const key = [`fields.${field}`, `clause_names.${field}`].find((name) => words.has(name));
  return key ? words(key) : field;
}

function consigneeInWords(json: string): string {
  try {
    const block: unknown = JSON.parse(json);
    if (typeof block !== "object" || block === null) return json;
    return Object.values(block).filter(Boolean).join(" ");
  } catch {
    return json;
  }
}
