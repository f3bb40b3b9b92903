/** What the order screen holds while it is typed, and what it sends: the header as text, the lines as cells. */
import type { OrderFormValues } from "@/lib/contracts/schema";
import type { CalendarDate } from "@/lib/core/calendar-date";
import { Money } from "@/lib/core/money";
import { sentFeedback, type TypedFeedback } from "@/lib/intake/feedback";

type TypedNumbers = "dueDays" | "warrantyMonths" | "objectionDays" | "originalCount";
type Instalment = OrderFormValues["instalments"][number];
export type InstalmentValues = Omit<Instalment, "dueDays"> & { dueDays: string };

/** The header as its fields hold it: figures as typed, an empty text where nothing is said. */
export type OrderHead = Omit<
  OrderFormValues,
  "lines" | "instalments" | "productionFeedback" | TypedNumbers
> &
  Record<TypedNumbers, string> & {
    instalments: InstalmentValues[];
    productionFeedback: TypedFeedback;
  };

/** What a goods line needs to know of its product. */
export type ProductFacts = {
  id: string;
  code: string;
  name: string;
  spec: string;
  drawingNo: string;
  unit: string;
  packs: readonly { unit: string; factor: string }[];
  /** Standard and made before: it may come from stock (R1.1.3-C1). */
  isProven: boolean;
  /** List price of the customer's category; null where there is none. */
  price: string | null;
};

export type GoodsCells = {
  product: ProductFacts | null;
  productName: string;
  spec: string;
  drawingNo: string;
  unit: string;
  quantity: string;
  /** With the suffix n when it was typed without tax. */
  unitPrice: string;
  deliveryOn: string;
  brand: string;
  lineRemark: string;
};

type ChargeKind = "FREIGHT" | "PACKING" | "OTHER" | "DISCOUNT";
export type ChargeCells = {
  lineKind: string;
  productName: string;
  amount: string;
  lineRemark: string;
};

/** A customer as the order screen knows it: what is prefilled from the file, and what the rail weighs. */
export type CustomerFile = {
  id: string;
  code: string;
  name: string;
  settlementMode: OrderFormValues["paymentTerm"];
  tier: "NEW" | "MID" | "OLD";
  invoiceType: OrderFormValues["invoiceType"];
  hasUsage: boolean;
  contact: { name: string; title: string; phone: string } | null;
  consignee: OrderFormValues["consignee"] | null;
  addresses: (OrderFormValues["consignee"] & { id: string })[];
  /** Contracts that took effect and were not voided (Q03). */
  effectiveContracts: number;
  lastOrderId: string | null;
};

/** Everything the order screen begins with. */
export type OrderStart = {
  /** Null for a new order. */
  contractId: string | null;
  rowVersion: number | null;
  number: string | null;
  head: OrderHead;
  customer: CustomerFile | null;
  /** The earlier order whose lines and prices these are; null when it is no copy. */
  copiedFrom: { number: string; on: CalendarDate } | null;
  goods: GoodsCells[];
  charges: ChargeCells[];
};

/** Header values that the customer's file answers; a field still holding one of these is marked so. */
export function fileValues(file: CustomerFile): Record<string, string> {
  const { contact, consignee, settlementMode, invoiceType } = file;
  return {
    ordererName: contact?.name ?? "",
    ordererTitle: contact?.title ?? "",
    ordererPhone: contact?.phone ?? "",
    agreedWith: contact?.name ?? "",
    paymentTerm: settlementMode,
    invoiceType,
    "consignee.company": consignee?.company ?? "",
    "consignee.contactPerson": consignee?.contactPerson ?? "",
    "consignee.phone": consignee?.phone ?? "",
    "consignee.address": consignee?.address ?? "",
    "consignee.postalCode": consignee?.postalCode ?? "",
  };
}

/** The order as the server takes it; goods first, then charges, which is how issue paths count. */
export function toOrder(
  head: OrderHead,
  goods: readonly GoodsCells[],
  charges: readonly ChargeCells[],
): OrderFormValues {
  const isFormal = head.form === "FORMAL";
  return {
    ...head,
    orderedAt: withOffset(head.orderedAt),
    agreedOn: head.agreedOn ?? "",
    signDate: head.signDate ?? "",
    validFrom: head.validFrom ?? "",
    validTo: head.validTo ?? "",
    dueDays: wholeNumber(head.dueDays),
    warrantyMonths: wholeNumber(head.warrantyMonths),
    objectionDays: wholeNumber(head.objectionDays),
    originalCount: wholeNumber(head.originalCount) ?? Number.NaN,
    verbalReason: isFormal ? "" : (head.verbalReason ?? ""),
    instalments: isFormal
      ? head.instalments.map((item) => ({ ...item, dueDays: wholeNumber(item.dueDays) }))
      : [],
    productionFeedback: sentFeedback(head.productionFeedback),
    lines: [...goods.map(goodsLine), ...charges.map(chargeLine)],
  };
}

function goodsLine(cells: GoodsCells): OrderFormValues["lines"][number] {
  const { product, unitPrice, ...rest } = cells;
  const isNetPrice = /n$/i.test(unitPrice.trim());
  return {
    ...rest,
    lineKind: "GOODS",
    productId: product?.id ?? null,
    unitPrice: isNetPrice ? unitPrice.trim().slice(0, -1) : unitPrice,
    isNetPrice,
  };
}

function chargeLine(cells: ChargeCells): OrderFormValues["lines"][number] {
  const lineKind = chargeKind(cells.lineKind);
  return { ...cells, lineKind, amount: signedCharge(lineKind, cells.amount) };
}

function chargeKind(text: string): ChargeKind {
  return text === "PACKING" || text === "OTHER" || text === "DISCOUNT" ? text : "FREIGHT";
}

/** A discount takes away, however it was typed. */
export function signedCharge(kind: string, amount: string): string {
  const parsed = Money.parse(amount);
  if (kind !== "DISCOUNT" || !parsed?.isPositive()) return amount;
  return parsed.negated().toString();
}

/** Null for nothing; NaN, which no rule lets pass, for what is no whole number. */
function wholeNumber(text: string): number | null {
  const plain = text.normalize("NFKC").trim();
  if (plain === "") return null;
  return /^\d{1,6}$/.test(plain) ? Number.parseInt(plain, 10) : Number.NaN;
}

/** `2026-11-23T14:31`, as the factory's clock shows it, is an instant at +08:00. */
function withOffset(local: string): string {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(local) ? `${local}:00+08:00` : local;
}
