import type { Suggestion } from "./suggestion";

const KEPT = 8;
// In memory only: what one person picked is not left behind for the next who signs in on this computer.
const picks = new Map<string, readonly Suggestion[]>();

/** Notes a pick, newest first. `search` is the address without the text: another customer has other prices. */
export function rememberPick(search: string, item: Suggestion): void {
  const others = recentPicks(search).filter(({ id }) => id !== item.id);
  picks.set(search, [item, ...others].slice(0, KEPT));
}

/** What was picked from this search since the page was loaded, newest first. */
function recentPicks(search: string): readonly Suggestion[] {
  return picks.get(search) ?? [];
}

/** Recent picks before the server's own suggestions, each once and as fresh as the server has it. */
export function withRecentFirst(
  search: string,
  items: readonly Suggestion[],
): readonly Suggestion[] {
  const recent = recentPicks(search);
  const known = new Set(recent.map(({ id }) => id));
  return [
    ...recent.map((pick) => items.find(({ id }) => id === pick.id) ?? pick),
    ...items.filter(({ id }) => !known.has(id)),
  ];
}

/** A search without its text. */
export function searchKey(url: string, params: Readonly<Record<string, string>> = {}): string {
  return `${url}?${new URLSearchParams(params)}`;
}
