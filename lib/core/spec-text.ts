/** One spelling for a tool's specification, so that equal ones are found equal (conventions 4.13). */

const FULL_WIDTH = /[\uff01-\uff5e]/g;
const FULL_WIDTH_OFFSET = 0xfee0;
const LETTER_X_BETWEEN_SIZES = /(?<=\d|\)|mm)\s*[xX]\s*(?=[\dφΦøØRMD(])/g;

/** "φ10ｘ22*72-4F" -> "φ10×22×72-4F"; an X inside a code (SNMX120512) stays. */
export function normaliseSpec(text: string): string {
  return text
    .replace(FULL_WIDTH, (sign) => String.fromCharCode(sign.charCodeAt(0) - FULL_WIDTH_OFFSET))
    .replace(/\s+/g, " ")
    .replace(/ ?[*×] ?/g, "×")
    .replace(LETTER_X_BETWEEN_SIZES, "×")
    .trim();
}
