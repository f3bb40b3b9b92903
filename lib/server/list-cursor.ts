import "server-only";

/** Where a page ends: the sort column's value as PostgreSQL writes it, and the row's id. */
export type ListCursor = readonly [sortValue: string, id: string];

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const MAX_CURSOR_LENGTH = 1000;

/** The cursor as it stands in the URL: base64url of its JSON. */
export function encodeCursor([sortValue, id]: ListCursor): string {
  return Buffer.from(JSON.stringify([sortValue, id])).toString("base64url");
}

/** Null for anything that is not a cursor of ours; a damaged link shows the first page. */
export function decodeCursor(text: string | null): ListCursor | null {
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
