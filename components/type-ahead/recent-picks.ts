import type { Suggestion } from "./suggestion";

const KEPT = 8;
// In memory only: what one person picked is not left behind for the next who signs in on this computer.
const picks = new Map<string, readonly Suggestion[]>();

/** Notes a pick, newest first. */
export function rememberPick(url: string, item: Suggestion): void {
  const others = recentPicks(url).filter(({ id }) => id !== item.id);
  picks.set(url, [item, ...others].slice(0, KEPT));
}

/** What was picked from this search since the page was loaded, newest first. */
export function recentPicks(url: string): readonly Suggestion[] {
  return picks.get(url) ?? [];
}

/** Recent picks before the server's own suggestions, each once. */
export function withRecentFirst(url: string, items: readonly Suggestion[]): readonly Suggestion[] {
  const recent = recentPicks(url);
  const known = new Set(recent.map(({ id }) => id));
  return [...recent, ...items.filter(({ id }) => !known.has(id))];
}
