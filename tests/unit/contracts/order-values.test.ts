import { describe, expect, it } from "vitest";
import {
  type ChargeCells,
  type GoodsCells,
  type OrderHead,
  signedCharge,
  toOrder,
} from "@/lib/contracts/order-values";
import { orderInput } from "@/lib/contracts/schema";
import { NO_FEEDBACK } from "@/lib/intake/feedback";

const CUSTOMER = "0190a0a0-0000-7000-8000-000000000001";

function head(changes: Partial<OrderHead> = {}): OrderHead {
  return {
    form: "VERBAL",
    customerId: CUSTOMER,
    intakeId: null,
    channel: "PHONE",
    orderedAt: "2026-11-23T14:31",
    ordererName: "王工",
    ordererTitle: "",
    ordererPhone: "13900001111",
    customerPoNo: "",
    usage: "",
    agreedPrice: true,
    agreedDelivery: true,
    agreedPayment: true,
    agreedWith: "王工",
    agreedOn: "2026-11-23",
    taxRate: "0.13",
    invoiceType: "SPECIAL",
    deliveryMethod: "EXPRESS",
    freightPayer: "SUPPLIER",
    partialAllowed: true,
    packingRequirement: "",
    technicalRequirement: "",
    consignee: {
      company: "大连宏达",
      contactPerson: "王工",
      phone: "13900001111",
      address: "大连",
      postalCode: "",
    },
    paymentTerm: "MONTHLY",
    dueDays: "",
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
    warrantyMonths: "",
    objectionDays: "15",
    originalCount: "2",
    clauses: {},
    instalments: [{ kind: "BALANCE", name: "余款", percent: "100", dueDays: "" }],
    productionFeedback: NO_FEEDBACK,
    remark: "",
    ...changes,
  };
}

const goods: GoodsCells = {
  product: null,
  productName: "成型铣刀",
  spec: "",
  drawingNo: "T-001",
  unit: "支",
  quantity: "10",
  unitPrice: "12.5n",
  deliveryOn: "2026-12-01",
  brand: "",
  lineRemark: "",
};
const discount: ChargeCells = {
  lineKind: "DISCOUNT",
  productName: "让利",
  amount: "20",
  lineRemark: "",
};

describe("what the order screen sends", () => {
  it("is taken by the server's own check, goods before charges", () => {
    const order = orderInput.parse(toOrder(head(), [goods], [discount]));
    expect(order.orderedAt).toBe("2026-11-23T14:31:00+08:00");
    expect(order.lines).toMatchObject([
      { lineKind: "GOODS", unitPrice: "12.5", isNetPrice: true },
      { lineKind: "DISCOUNT", amount: "-20.00" },
    ]);
    expect(order.productionFeedback).toBeNull();
  });

  it("carries a payment plan for the formal contract only", () => {
    expect(toOrder(head(), [goods], []).instalments).toEqual([]);
    const formal = toOrder(head({ form: "FORMAL" }), [goods], []);
    expect(formal.instalments).toHaveLength(1);
    expect(formal.verbalReason).toBe("");
  });

  it("leaves a figure that is none to be refused at its field", () => {
    const refused = orderInput.safeParse(toOrder(head({ dueDays: "soon" }), [goods], []));
    expect(refused.error?.issues.map(({ path }) => path.join("."))).toEqual(["dueDays"]);
  });

  it("takes a discount away however it was typed", () => {
    expect(signedCharge("DISCOUNT", "20")).toBe("-20.00");
    expect(signedCharge("DISCOUNT", "-20")).toBe("-20");
    expect(signedCharge("FREIGHT", "20")).toBe("20");
    expect(signedCharge("DISCOUNT", "much")).toBe("much");
  });
});
