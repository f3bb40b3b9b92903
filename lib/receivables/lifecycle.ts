/** Life cycle of the receipt (F16): entered by clerk or finance, decided by finance only (R1.3.1-P1). */
import type { CalendarDate } from "@/lib/core/calendar-date";
import { defineLifecycle } from "@/lib/core/lifecycle";

export type ReceiptStatus = "UNCONFIRMED" | "CONFIRMED" | "REJECTED" | "REVERSED";

export type ReceiptFacts = {
  status: ReceiptStatus;
  today: CalendarDate;
  /** Set when the money is to be confirmed. */
  creditedOn: CalendarDate | null;
  /** The payer is somebody else, and neither a statement nor a remark says why. */
  isPayerUnexplained: boolean;
  /** A commercial acceptance before its maturity, without finance's reason (Q19). */
  isUnpaidCommercialBill: boolean;
};

export const receiptLifecycle = defineLifecycle({
  document: "receipt",
  guards: {
    credited_later: ({ creditedOn, today }: ReceiptFacts, _actor: unknown) =>
      creditedOn === null || creditedOn <= today,
    payer_differs: ({ isPayerUnexplained }: ReceiptFacts, _actor: unknown) => !isPayerUnexplained,
    commercial_bill_unpaid: ({ isUnpaidCommercialBill }: ReceiptFacts, _actor: unknown) =>
      !isUnpaidCommercialBill,
  },
  transitions: {
    assign: {
      from: ["UNCONFIRMED"],
      to: "UNCONFIRMED",
      permission: "receipt:assign",
      guards: [],
      clause: "1.3.2",
    },
    confirm: {
      from: ["UNCONFIRMED"],
      to: "CONFIRMED",
      permission: "receipt:confirm",
      guards: ["credited_later", "payer_differs", "commercial_bill_unpaid"],
      clause: "1.3.1",
    },
    reject: { from: ["UNCONFIRMED"], to: "REJECTED", permission: "receipt:confirm", guards: [] },
    reverse: { from: ["CONFIRMED"], to: "REVERSED", permission: "receipt:confirm", guards: [] },
  },
});
