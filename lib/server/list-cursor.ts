import "server-only";
import { isCalendarDate } from "@/lib/core/calendar-date";
import type { ColumnKind } from "@/lib/core/list-state";

/** Where a page ends: the sort column's value as PostgreSQL writes it, and the row's id. */
export type ListCursor = readonly [sortValue: string, id: string];

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const MAX_CURSOR_LENGTH = 1000;

/** The cursor as it stands in the URL: base64url of its JSON. */
export function encodeCursor([sortValue, id]: ListCursor): string {
  return Buffer.from(JSON.stringify([sortValue, id])).toString("base64url");
}

const INTEGER = /^-?\d{1,18}$/;
const DECIMAL = /^-?(\d{1,30}(\.\d{1,10})?|Infinity)$/;
const CLOCK = /^ ([01]\d|2[0-3])(:[0-5]\d){2}(\.\d{1,6})?[+-](0\d|1[0-4])(:[0-5]\d)?$/;

/**
 * Null for anything that is not a cursor of ours for a column of this kind: a damaged link, or one whose sort was
 * changed by hand, shows the first page.
 */
export function decodeCursor(text: string | null, kind: ColumnKind): ListCursor | null {
  const cursor = parseCursor(text);
  return cursor && isValueOf(kind, cursor[0]) ? cursor : null;
}

function isValueOf(kind: ColumnKind, value: string): boolean {
  switch (kind) {
    case "integer":
      return INTEGER.test(value);
    case "money":
    case "price":
    case "quantity":
      return DECIMAL.test(value);
    case "date":
      return value === "-infinity" || isCalendarDate(value);
    case "instant":
      return (
        value === "-infinity" || (isCalendarDate(value.slice(0, 10)) && CLOCK.test(value.slice(10)))
      );
    case "boolean":
      return value === "true" || value === "false";
    default:
      return !value.includes("\u0000");
  }
}

function parseCursor(text: string | null): ListCursor | null {
  if (!text || text.length > MAX_CURSOR_LENGTH) return null;
  try {
    const parsed: unknown = JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
    if (!Array.isArray(parsed) || parsed.length !== 2) return null;
    const [sortValue, id]: unknown[] = parsed;
    if (typeof sortValue !== "string" || typeof id !== "string" || !UUID.test(id)) return null;
    return [sortValue, id];
  } catch {
    return null;
  }
}
