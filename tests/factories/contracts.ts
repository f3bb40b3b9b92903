import type { Actor } from "@/lib/auth/permissions";
import { approveContract } from "@/lib/contracts/approve-contract";
import { checkContract } from "@/lib/contracts/check-contract";
import { confirmRegister } from "@/lib/contracts/confirm-register";
import { saveDraft } from "@/lib/contracts/save-draft";
import { type OrderFormValues, orderInput } from "@/lib/contracts/schema";
import { submitContract } from "@/lib/contracts/submit-contract";
import { clock } from "@/lib/server/clock";
import { db } from "@/lib/server/db";
import { createCustomer } from "@/tests/factories/customers";
import { aKey, anActor } from "@/tests/factories/people";
import { createProduct, createUnits } from "@/tests/factories/products";
import { stockUp } from "@/tests/factories/stock";

export type GoodsLine = Extract<OrderFormValues["lines"][number], { lineKind: "GOODS" }>;

/** A line of 10 pieces at 50.00, due on 1 December 2026. */
export function goodsLine(productId: string | null, changes: Partial<GoodsLine> = {}): GoodsLine {
  return {
    lineKind: "GOODS",
    productId,
    productName: "硬质合金立铣刀",
    spec: "φ10×22×72-4F",
    drawingNo: productId === null ? "T-001" : "",
    unit: "支",
    quantity: "10",
    unitPrice: "50",
    isNetPrice: false,
    deliveryOn: "2026-12-01",
    brand: "",
    lineRemark: "",
    ...changes,
  };
}

/** What the order screen sends for a verbal order, complete enough to be submitted by a clerk. */
export function orderValues(
  customerId: string,
  changes: Partial<OrderFormValues> = {},
): OrderFormValues {
  return {
    form: "VERBAL",
    customerId,
    intakeId: null,
    channel: "PHONE",
    orderedAt: clock.now().toISOString(),
    ordererName: "王工",
    ordererTitle: "",
    ordererPhone: "13900001111",
    customerPoNo: "",
    usage: "加工模具钢",
    agreedPrice: true,
    agreedDelivery: true,
    agreedPayment: true,
    agreedWith: "王工",
    agreedOn: clock.today(),
    taxRate: "0.13",
    invoiceType: "SPECIAL",
    deliveryMethod: "EXPRESS",
    freightPayer: "SUPPLIER",
    partialAllowed: true,
    packingRequirement: "",
    technicalRequirement: "",
    consignee: {
      company: "大连测试机械有限公司",
      contactPerson: "王工",
      phone: "13900001111",
      address: "辽宁省大连市甘井子区中华西路18号",
      postalCode: "116033",
    },
    paymentTerm: "MONTHLY",
    dueDays: null,
    paymentChannel: "BANK_TRANSFER",
    looserTermReason: "",
    formReason: "",
    verbalReason: "SMALL",
    readBackConfirmed: true,
    readBackByName: "王工",
    signPlace: "大连",
    signDate: "",
    validFrom: "",
    validTo: "",
    warrantyMonths: null,
    objectionDays: 15,
    originalCount: 2,
    clauses: {},
    instalments: [],
    productionFeedback: null,
    remark: "",
    lines: [],
    ...changes,
  };
}

const CLAUSE = "按国家标准执行";
/** What a formal contract needs on top. */
export const formalChanges: Partial<OrderFormValues> = {
  form: "FORMAL",
  verbalReason: "",
  clauses: {
    qualityClause: CLAUSE,
    deliveryPlaceClause: CLAUSE,
    transportClause: CLAUSE,
    packingClause: CLAUSE,
    inspectionClause: CLAUSE,
    settlementClause: CLAUSE,
    breachClause: CLAUSE,
    disputeClause: CLAUSE,
  },
};

/** A monthly customer of two years with a limit of 15,000. */
export function monthlyCustomer(changes: Parameters<typeof createCustomer>[0] = {}) {
  return createCustomer({
    mode: "MONTHLY",
    limit: "15000.00",
    cooperationStart: "2024-10-01",
    ...changes,
  });
}

export type ContractOptions = {
  status?: "DRAFT" | "PENDING_CHIEF" | "PENDING_DIRECTOR" | "EFFECTIVE" | "EXECUTING";
  clerk?: Actor;
  chief?: Actor;
  director?: Actor;
  customerId?: string;
  /** Goods in the store for the default product; "0" makes the contract class B. */
  inStock?: string;
  order?: Partial<OrderFormValues>;
};

/** A contract that went through the real use-cases up to the status; submitted ones by a clerk with all duties. */
export async function createContract(options: ContractOptions = {}) {
  const { status = "DRAFT", inStock = "1000" } = options;
  await createUnits();
  const clerk =
    options.clerk ??
    (await anActor("CLERK", {
      duties: ["CONTRACT_DRAFTING", "CONTRACT_NUMBERING", "SHIPPING_NOTICE", "OUTBOUND_SLIP"],
    }));
  const customerId = options.customerId ?? (await monthlyCustomer()).id;
  const lines = options.order?.lines ?? [goodsLine(await stockedProduct(inStock))];
  const order = orderInput.parse(orderValues(customerId, { ...options.order, lines }));
  const { id } = await saveDraft(clerk, { contractId: null, rowVersion: null, order }, aKey());
  if (status !== "DRAFT") await advance(id, status, { ...options, clerk });
  return seenContract(id);
}

async function stockedProduct(quantity: string): Promise<string> {
  const { id } = await createProduct();
  if (quantity !== "0") await stockUp({ productId: id, quantity });
  return id;
}

async function advance(
  id: string,
  to: NonNullable<ContractOptions["status"]>,
  people: ContractOptions & { clerk: Actor },
) {
  await submitContract(people.clerk, await ref(id), aKey());
  if (to === "PENDING_CHIEF") return;
  await checkContract(
    people.chief ?? (await anActor("SECTION_CHIEF")),
    { ...(await ref(id)), comment: "" },
    aKey(),
  );
  if (to === "PENDING_DIRECTOR") return;
  const director = people.director ?? (await anActor("FACTORY_DIRECTOR"));
  await approveContract(director, { ...(await ref(id)), comment: "" }, aKey());
  if (to === "EFFECTIVE") return;
  await confirmRegister(people.clerk, { contractIds: [id], remark: "" }, aKey());
}

/** Which contract, as a person would see it now. */
export async function ref(id: string): Promise<{ contractId: string; rowVersion: number }> {
  const { rowVersion } = await db.contract.findUniqueOrThrow({
    where: { id },
    select: { rowVersion: true },
  });
  return { contractId: id, rowVersion };
}

/** The contract with its lines and register row as stored. */
export function seenContract(id: string) {
  return db.contract.findUniqueOrThrow({
    where: { id },
    include: { lines: { orderBy: { lineNo: "asc" } }, register: true },
  });
}
