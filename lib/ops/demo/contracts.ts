import type { Actor } from "@/lib/auth/permissions";
import { saveDraft } from "@/lib/contracts/save-draft";
import { type OrderFormValues, orderInput } from "@/lib/contracts/schema";
import type { CalendarDate } from "@/lib/core/calendar-date";
import { addDays } from "@/lib/core/calendar-date";
import { attachFile } from "@/lib/server/attachments";
import { db, transact } from "@/lib/server/db";
import type { ClauseKey } from "@/lib/settings/clause-keys";
import { DEFAULT_CLAUSES } from "@/lib/settings/default-clauses";
import type { KnownCustomer } from "./customers";
import type { Dice } from "./dice";
import { newKey } from "./keys";
import type { KnownProduct, Supply } from "./products";

const FORMAL_FROM = 10_000;

export type Order = {
  customer: KnownCustomer;
  form: "FORMAL" | "VERBAL";
  lines: { product: KnownProduct; quantity: number }[];
  deliveryOn: CalendarDate;
  total: number;
  channel: "PHONE" | "WECHAT" | "FAX";
};

type Wish = {
  customer: KnownCustomer;
  products: readonly KnownProduct[];
  supply: Supply;
  today: CalendarDate;
};

/** What a customer asks for: one to six lines, worth what its terms allow. */
export function inventOrder(dice: Dice, { customer, products, supply, today }: Wish): Order {
  const plenty = products.filter((product) => product.supply === "PLENTY");
  const special = products.filter((product) => product.supply === supply);
  const lines = Array.from({ length: dice.between(1, 5) }, () => ({
    product: dice.pick(plenty),
    quantity: dice.between(1, 6) * 5,
  }));
  if (supply !== "PLENTY")
    lines.push({ product: dice.pick(special), quantity: dice.between(2, 6) * 10 });
  const cap = customer.mode === "PREPAID" ? 26_000 : customer.limit === "15000.00" ? 6_500 : 21_000;
  const fitting = fitInto(lines, cap);
  const total = fitting.reduce((sum, { product, quantity }) => sum + product.price * quantity, 0);
  const formal = customer.mode === "PREPAID" || total >= FORMAL_FROM || supply === "NEW";
  return {
    customer,
    form: formal ? "FORMAL" : "VERBAL",
    lines: fitting,
    deliveryOn: addDays(today, dice.between(3, 12)),
    total,
    channel: dice.pick(["PHONE", "PHONE", "WECHAT", "FAX"]),
  };
}

function fitInto(lines: Order["lines"], cap: number): Order["lines"] {
  const kept: Order["lines"] = [];
  let total = 0;
  for (const line of lines) {
    const worth = line.product.price * line.quantity;
    if (kept.length > 0 && total + worth > cap) continue;
    kept.push(line);
    total += worth;
  }
  return kept;
}

/** The clerk types the order while the customer is on the phone. */
export async function typeOrder(
  clerk: Actor,
  order: Order,
  today: CalendarDate,
  now: Date,
): Promise<string> {
  const input = {
    contractId: null,
    rowVersion: null,
    order: orderInput.parse(valuesOf(order, today, now)),
  };
  const { id } = await saveDraft(clerk, input, newKey());
  if (order.channel === "FAX") await attachScan(clerk, id, "客户传真.pdf");
  return id;
}

/** A one-page scan, so that a document that needs its original has one. */
export async function attachScan(
  actor: Actor,
  contractId: string,
  fileName: string,
): Promise<void> {
  const bytes = new TextEncoder().encode(
    "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj " +
      "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n",
  );
  const file = { subjectType: "contract", subjectId: contractId, kind: "general", fileName, bytes };
  await transact((tx) => attachFile(tx, actor, file));
}

function clausesOf(): Partial<Record<ClauseKey, string>> {
  return Object.fromEntries(
    Object.entries(DEFAULT_CLAUSES).map(([key, texts]) => [key, texts.find(Boolean)?.text ?? ""]),
  );
}

function valuesOf(order: Order, today: CalendarDate, now: Date): OrderFormValues {
  const { customer, form } = order;
  const isFormal = form === "FORMAL";
  return {
    form,
    customerId: customer.id,
    intakeId: null,
    channel: order.channel,
    orderedAt: new Date(now.getTime() - 15 * 60_000).toISOString(),
    ordererName: customer.contact,
    ordererTitle: "采购",
    ordererPhone: customer.mobile,
    customerPoNo: "",
    usage: customer.usage,
    agreedPrice: true,
    agreedDelivery: true,
    agreedPayment: true,
    agreedWith: customer.contact,
    agreedOn: today,
    taxRate: "0.13",
    invoiceType: customer.taxId === "" ? "ORDINARY" : "SPECIAL",
    deliveryMethod: "EXPRESS",
    freightPayer: "SUPPLIER",
    partialAllowed: true,
    packingRequirement: "塑料盒单支包装",
    technicalRequirement: "",
    consignee: {
      company: customer.name,
      contactPerson: customer.contact,
      phone: customer.mobile,
      address: `${customer.province}${customer.city === "市辖区" ? "" : customer.city}${customer.district}${customer.street}`,
      postalCode: "",
    },
    paymentTerm: customer.mode,
    dueDays: null,
    paymentChannel: "BANK_TRANSFER",
    looserTermReason: "",
    formReason: "",
    verbalReason: isFormal ? "" : verbalReason(order),
    readBackConfirmed: !isFormal,
    readBackByName: isFormal ? "" : customer.contact,
    signPlace: "大连",
    signDate: isFormal ? today : "",
    validFrom: "",
    validTo: "",
    warrantyMonths: isFormal ? 12 : null,
    objectionDays: isFormal ? 15 : null,
    originalCount: 2,
    clauses: isFormal ? clausesOf() : {},
    instalments: [],
    productionFeedback: null,
    remark: "",
    lines: order.lines.map(({ product, quantity }) => ({
      lineKind: "GOODS" as const,
      productId: product.id,
      productName: product.name,
      spec: product.spec,
      drawingNo: "",
      unit: product.unit,
      quantity: String(quantity),
      unitPrice: String(product.price),
      isNetPrice: false,
      deliveryOn: order.deliveryOn,
      brand: "",
      lineRemark: "",
    })),
  };
}

function verbalReason({ customer }: Order): "MONTHLY" | "ACCUMULATED" | "SMALL" {
  if (customer.mode === "MONTHLY") return "MONTHLY";
  return customer.mode === "ACCUMULATED" ? "ACCUMULATED" : "SMALL";
}

/** The contract as a person would see it now. */
export async function contractRef(id: string): Promise<{ contractId: string; rowVersion: number }> {
  const { rowVersion } = await db.contract.findUniqueOrThrow({
    where: { id },
    select: { rowVersion: true },
  });
  return { contractId: id, rowVersion };
}
