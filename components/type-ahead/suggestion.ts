/** One hit of a type-ahead search. `sub` is the second line; `extra` what the picker's owner needs of it. */
export type Suggestion = {
  id: string;
  code: string;
  label: string;
  sub?: string | null;
  extra?: Readonly<Record<string, string | number | boolean | null>>;
};

/** Reads the answer of a search route: `{ results: Suggestion[] }`; what has another shape is left out. */
export function readSuggestions(body: unknown): Suggestion[] {
  if (typeof body !== "object" || body === null || !("results" in body)) return [];
  return Array.isArray(body.results) ? body.results.filter(isSuggestion) : [];
}

function isSuggestion(value: unknown): value is Suggestion {
  if (typeof value !== "object" || value === null) return false;
  const { id, code, label } = value as Record<string, unknown>;
  return typeof id === "string" && typeof code === "string" && typeof label === "string";
}

/** How a choice stands in its box: code and name. */
export function suggestionText({ code, label }: Suggestion): string {
  return code === "" ? label : `${code} ${label}`;
}

/**
 * Which hit Enter means: the only one, or the one whose code or name was typed in full. Null when the reader has
 * to choose.
 */
export function plainHit(items: readonly Suggestion[], query: string): Suggestion | null {
  const [first] = items;
  if (first && items.length === 1) return first;
  const typed = comparable(query);
  if (typed === "") return null;
  const exact = items.filter(({ code, label }) => [code, label].map(comparable).includes(typed));
  return exact.length === 1 ? (exact[0] ?? null) : null;
}

function comparable(text: string): string {
  return text.normalize("NFKC").trim().toLowerCase();
}
