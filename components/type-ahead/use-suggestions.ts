"use client";
import { useEffect, useState } from "react";
import { searchKey, withRecentFirst } from "./recent-picks";
import { readSuggestions, type Suggestion } from "./suggestion";

const TYPING_PAUSE_MS = 120;

type Answer = { address: string; items: readonly Suggestion[]; failed: boolean };

export type Suggestions = {
  /** The answer to exactly this query; what Enter picks from. */
  items: readonly Suggestion[];
  /** What stands in the list: the answer before, until the new one is there, so that nothing flickers. */
  shown: readonly Suggestion[];
  /** `loading` until the answer to exactly this query is there. */
  status: "idle" | "loading" | "ready" | "failed";
};

type Options = {
  /** A GET route that answers `?q=` with `{ results: Suggestion[] }`. */
  url: string;
  query: string;
  /** False while the list is closed or an input method is composing. */
  enabled: boolean;
  params?: Readonly<Record<string, string>> | undefined;
};

const nothing: readonly Suggestion[] = [];

/**
 * Searches while someone types: 120 ms after the last key, and the search before is cancelled. Without text come
 * the recent picks and what the server suggests.
 */
export function useSuggestions({ url, query, enabled, params }: Options): Suggestions {
  const text = query.trim();
  const address = `${url}?${new URLSearchParams({ ...params, q: text })}`;
  const [answer, setAnswer] = useState<Answer | null>(null);

  useEffect(() => {
    if (!enabled) return;
    const controller = new AbortController();
    const ask = async () => {
      const found = await searchFor(address, controller.signal);
      if (!controller.signal.aborted) setAnswer({ address, ...found });
    };
    const timer = setTimeout(() => void ask(), text === "" ? 0 : TYPING_PAUSE_MS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [address, enabled, text]);

  if (!enabled) return { items: nothing, shown: nothing, status: "idle" };
  const before = answer?.items ?? nothing;
  const isCurrent = answer?.address === address;
  const current = isCurrent ? before : nothing;
  const items = text === "" ? withRecentFirst(searchKey(url, params), current) : current;
  return {
    items,
    shown: isCurrent || text === "" ? items : before,
    status: !isCurrent ? "loading" : answer.failed ? "failed" : "ready",
  };
}

async function searchFor(address: string, signal: AbortSignal): Promise<Omit<Answer, "address">> {
  try {
    const response = await fetch(address, { signal, headers: { accept: "application/json" } });
    if (!response.ok) return { items: nothing, failed: true };
    return { items: readSuggestions(await response.json()), failed: false };
  } catch {
    return { items: nothing, failed: true };
  }
}
