export type CreditTone = "good" | "watch" | "stop";

/** Good within the terms, watch near the limit, stop where the director will be asked. */
export function creditTone(violations: number, sentence: string): CreditTone {
  if (violations > 0) return "stop";
  return sentence === "near_limit" ? "watch" : "good";
}
