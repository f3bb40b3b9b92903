import type { SaveTermChangeInput } from "./schema";
import type { TermChangeView } from "./term-change-queries";
import { MANUAL_CHANGE_KINDS } from "./terms-policy";

/** An empty proposal. */
export function newTermValues(customerId: string): SaveTermChangeInput {
  return {
    id: null,
    rowVersion: null,
    customerId,
    kind: "GRANT",
    afterMode: "MONTHLY",
    afterLimit: "",
    afterQuarterMonth: "FIRST_MONTH_AFTER",
    afterAccumulatedFrom: "",
    reason: "",
  };
}

/** A draft as it stands. */
export function termValues(change: TermChangeView): SaveTermChangeInput {
  return {
    id: change.id,
    rowVersion: change.rowVersion,
    customerId: change.customerId,
    kind: MANUAL_CHANGE_KINDS.find((kind) => kind === change.kind) ?? "GRANT",
    afterMode: change.afterMode,
    afterLimit: change.afterLimit ?? "",
    afterQuarterMonth: change.afterQuarterMonth,
    afterAccumulatedFrom: change.afterAccumulatedFrom ?? "",
    reason: change.reason,
  };
}
