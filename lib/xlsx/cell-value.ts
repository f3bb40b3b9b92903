import { calendarDate, isCalendarDate, toDbDate } from "@/lib/core/calendar-date";
import type { ColumnKind, ListValue } from "@/lib/core/list-state";
import { formatDateTime } from "@/lib/i18n/format";

/** What a spreadsheet cell holds, and the number format it is shown in. */
export type CellValue = { value: string | number | Date | null; format?: string };

const DECIMAL = /^-?\d{1,15}(\.\d+)?$/;
const RISKY_START = /^[=+\-@\t\r\n＝＋－＠]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML does not allow.
const NOT_ALLOWED_IN_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/**
 * A text that a spreadsheet never takes for a formula: one that begins with = + - @ or a control character gets an
 * apostrophe before it, and characters that would damage the file are dropped.
 */
export function neutralText(text: string): string {
  return RISKY_START.test(text)
    ? `'${text.replace(NOT_ALLOWED_IN_XML, "")}`
    : text.replace(NOT_ALLOWED_IN_XML, "");
}

/** A register's value as a real number or date; anything that is none stays text. */
export function toCellValue(value: ListValue, kind: ColumnKind): CellValue {
  if (value === null || value === "") return { value: null };
  const text = String(value);
  switch (kind) {
    case "money":
      return numberCell(text, "#,##0.00;[Red]-#,##0.00");
    case "price":
      return numberCell(text, "#,##0.00##");
    case "quantity":
      return numberCell(text, /\.\d*[1-9]/.test(text) ? "#,##0.000" : "#,##0");
    case "integer":
      return numberCell(text, "0");
    case "date":
      return isCalendarDate(text)
        ? { value: toDbDate(calendarDate(text)), format: "yyyy-mm-dd" }
        : { value: neutralText(text) };
    case "instant":
      return instantCell(text);
    default:
      return { value: neutralText(text) };
  }
}

// A double holds every amount of numeric(14,2) exactly enough to be shown; nothing is computed with it here.
function numberCell(text: string, format: string): CellValue {
  return DECIMAL.test(text) ? { value: Number(text), format } : { value: neutralText(text) };
}

// Spreadsheets know no time zone: the cell shows the factory's clock.
function instantCell(text: string): CellValue {
  if (Number.isNaN(Date.parse(text))) return { value: neutralText(text) };
  const clock = formatDateTime(text, { seconds: true }).replace(" ", "T");
  return { value: new Date(`${clock}Z`), format: "yyyy-mm-dd hh:mm" };
}
