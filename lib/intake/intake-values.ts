/** What the intake form (F01) holds while it is typed; an empty text where nothing is said. */
import { sentFeedback, type TypedFeedback } from "@/lib/intake/feedback";
import type { IntakeFormValues } from "@/lib/intake/schema";

type Optional =
  | "customerId"
  | "customerCategory"
  | "deliveryMethod"
  | "freightPayer"
  | "paymentTerm";

export type IntakeValues = Omit<IntakeFormValues, "lines" | "productionFeedback" | Optional> &
  Record<Optional, string> & { productionFeedback: TypedFeedback };
export type IntakeLineValues = IntakeFormValues["lines"][number];

/** The record as the server takes it. */
export function toIntake(
  values: IntakeValues,
  lines: readonly IntakeLineValues[],
): IntakeFormValues {
  const { receivedAt } = values;
  const isLocal = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(receivedAt);
  return {
    ...values,
    receivedAt: isLocal ? `${receivedAt}:00+08:00` : receivedAt,
    customerId: orNull(values.customerId),
    customerCategory: orNull(values.customerCategory) as IntakeFormValues["customerCategory"],
    deliveryMethod: orNull(values.deliveryMethod) as IntakeFormValues["deliveryMethod"],
    freightPayer: orNull(values.freightPayer) as IntakeFormValues["freightPayer"],
    paymentTerm: orNull(values.paymentTerm) as IntakeFormValues["paymentTerm"],
    productionFeedback: sentFeedback(values.productionFeedback),
    agreedOn: values.agreedOn ?? "",
    lines: [...lines],
  };
}

function orNull(text: string | null): string | null {
  return text === "" ? null : text;
}
