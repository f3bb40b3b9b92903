/** Waybill numbers: one general shape that is required, one per courier that only warns (conventions 4.9). */

const GENERAL_SHAPE = /^[A-Z0-9-]{6,30}$/;
const PATTERN_MAX = 200;

/** Half-width, upper case, without blanks. */
export function normaliseWaybillNo(text: string): string {
  return text.normalize("NFKC").replace(/\s/g, "").toUpperCase();
}

/** The shape every normalised waybill number has. */
export function isWaybillNo(waybillNo: string): boolean {
  return GENERAL_SHAPE.test(waybillNo);
}

/** Whether the courier's pattern knows the number; a courier without a usable pattern knows all. Warn only. */
export function looksLikeWaybillOf(pattern: string | null, waybillNo: string): boolean {
  if (!pattern || !isWaybillPattern(pattern)) return true;
  return new RegExp(`^(?:${pattern})$`).test(waybillNo);
}

/**
 * Whether a pattern typed into the courier table is usable. Open-ended and repeated groups are
 * refused, because they can be slow beyond measure.
 */
export function isWaybillPattern(pattern: string): boolean {
  if (pattern.length > PATTERN_MAX || /[+*]|\)[{?]|\{\d*,\}/.test(pattern)) return false;
  try {
    return new RegExp(`^(?:${pattern})$`).test("") !== undefined;
  } catch {
    return false;
  }
}
