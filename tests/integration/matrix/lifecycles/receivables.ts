import { calendarDate } from "@/lib/core/calendar-date";
import { receiptLifecycle } from "@/lib/receivables/lifecycle";
import { CLERK_OR_FINANCE, FINANCE } from "../roles";
import { as, type Cells, type LifecycleCase } from "./case";

const CELLS: Cells = {
  assign: { from: "UNCONFIRMED", to: "UNCONFIRMED", roles: CLERK_OR_FINANCE },
  confirm: { from: "UNCONFIRMED", to: "CONFIRMED", roles: FINANCE },
  reject: { from: "UNCONFIRMED", to: "REJECTED", roles: FINANCE },
  reverse: { from: "CONFIRMED", to: "REVERSED", roles: FINANCE },
};

export const RECEIPT_CASE: LifecycleCase = {
  lifecycle: as(receiptLifecycle),
  statuses: ["UNCONFIRMED", "CONFIRMED", "REJECTED", "REVERSED"],
  cells: CELLS,
  facts: {
    today: calendarDate("2026-11-23"),
    creditedOn: calendarDate("2026-11-23"),
    isPayerUnexplained: false,
    isUnpaidCommercialBill: false,
  },
  guards: {
    credited_later: { facts: { creditedOn: calendarDate("2026-11-24") }, stops: ["confirm"] },
    payer_differs: { facts: { isPayerUnexplained: true }, stops: ["confirm"] },
    commercial_bill_unpaid: { facts: { isUnpaidCommercialBill: true }, stops: ["confirm"] },
  },
};
