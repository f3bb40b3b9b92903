import "server-only";
import { dateInShanghai } from "@/lib/core/calendar-date";
import { formatDateTime } from "@/lib/i18n/format";
import { NO_FEEDBACK, typedFeedback } from "@/lib/intake/feedback";
import type { IntakeValues } from "@/lib/intake/intake-values";
import type { IntakeDetail } from "@/lib/intake/queries";
import { clock } from "@/lib/server/clock";

const BLANK: Omit<IntakeValues, "receivedAt"> = {
  channel: "PHONE",
  direction: "IN",
  intakeType: "INQUIRY",
  customerId: "",
  customerName: "",
  contactName: "",
  contactPhone: "",
  usage: "",
  firstQty: "",
  futureQty: "",
  previousUse: "",
  customerCategory: "",
  content: "",
  deliveryMethod: "",
  freightPayer: "",
  addressText: "",
  paymentTerm: "",
  productionFeedback: NO_FEEDBACK,
  agreedPrice: false,
  agreedDelivery: false,
  agreedPayment: false,
  agreedWith: "",
  agreedOn: "",
  remark: "",
};

/** A new record, received now. */
export function blankIntake(): IntakeValues {
  return { ...BLANK, receivedAt: localTime(clock.now()) };
}

/** A stored record as the form holds it. */
export function intakeValues(intake: IntakeDetail): IntakeValues {
  return {
    channel: intake.channel,
    direction: intake.direction,
    receivedAt: localTime(intake.receivedAt),
    intakeType: intake.intakeType,
    customerId: intake.customerId ?? "",
    customerName: intake.customerName,
    contactName: intake.contactName,
    contactPhone: intake.contactPhone,
    usage: intake.usage,
    firstQty: intake.firstQty,
    futureQty: intake.futureQty,
    previousUse: intake.previousUse,
    customerCategory: intake.customerCategory ?? "",
    content: intake.content,
    deliveryMethod: intake.deliveryMethod ?? "",
    freightPayer: intake.freightPayer ?? "",
    addressText: intake.addressText,
    paymentTerm: intake.paymentTerm ?? "",
    productionFeedback: typedFeedback(intake.productionFeedback),
    agreedPrice: intake.agreedPrice,
    agreedDelivery: intake.agreedDelivery,
    agreedPayment: intake.agreedPayment,
    agreedWith: intake.agreedWith,
    agreedOn: intake.agreedOn ?? "",
    remark: intake.remark,
  };
}

function localTime(at: Date): string {
  return `${dateInShanghai(at)}T${formatDateTime(at).slice(11, 16)}`;
}
