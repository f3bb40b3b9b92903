import type { IntakeFormValues } from "@/lib/intake/schema";

/** What the form sends for a technical question of somebody who is no customer yet. */
export function aCall(changes: Partial<IntakeFormValues> = {}): IntakeFormValues {
  return {
    channel: "PHONE",
    direction: "IN",
    receivedAt: "2026-11-20T09:30:00+08:00",
    intakeType: "TECH",
    customerId: null,
    customerName: "大连来电机械厂",
    contactName: "王工",
    contactPhone: "13900001111",
    usage: "",
    firstQty: "",
    futureQty: "",
    previousUse: "",
    customerCategory: null,
    content: "问刃口磨损怎么处理",
    deliveryMethod: null,
    freightPayer: null,
    addressText: "",
    paymentTerm: null,
    productionFeedback: null,
    agreedPrice: false,
    agreedDelivery: false,
    agreedPayment: false,
    agreedWith: "",
    agreedOn: "",
    remark: "",
    lines: [],
    ...changes,
  };
}
