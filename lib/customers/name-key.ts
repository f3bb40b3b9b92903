/** When two spellings of a customer's name are the same name (F23: unique, normalised). */

const PASSED_OVER = /[\s.,。，、·•"'“”‘’`_-]/gu;

/** The name as it is shown: half-width brackets become full-width ones, blanks at the ends go. */
export function tidyName(name: string): string {
  return name.trim().replace(/\s+/gu, " ").replaceAll("(", "（").replaceAll(")", "）");
}

/** What two spellings have in common: width, case, blanks and dots do not count. At most 80 characters. */
export function nameKey(name: string): string {
  return name.normalize("NFKC").toLowerCase().replace(PASSED_OVER, "").slice(0, 80);
}
