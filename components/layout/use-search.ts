"use client";
import { useEffect, useState } from "react";
import * as z from "zod";

const answer = z.object({
  results: z.array(
    z.object({
      kind: z.string(),
      id: z.string(),
      label: z.string(),
      sub: z.string().nullish(),
      href: z.string().startsWith("/"),
    }),
  ),
});

export type SearchResult = z.infer<typeof answer>["results"][number];
export type SearchState = { results: readonly SearchResult[]; failed: boolean };

const NOTHING: SearchState = { results: [], failed: false };
const DEBOUNCE_MS = 120;

/** Looks documents, customers and products up while one types; an older question is cancelled by a newer one. */
export function useSearch(query: string): SearchState {
  const wanted = query.trim();
  const [state, setState] = useState<SearchState>(NOTHING);

  useEffect(() => {
    if (wanted === "") return;
    const controller = new AbortController();
    const timer = setTimeout(() => {
      fetchResults(wanted, controller.signal)
        .then((results) => setState({ results, failed: false }))
        .catch(() => {
          if (!controller.signal.aborted) setState({ results: [], failed: true });
        });
    }, DEBOUNCE_MS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [wanted]);

  return wanted === "" ? NOTHING : state;
}

async function fetchResults(query: string, signal: AbortSignal): Promise<SearchResult[]> {
  const response = await fetch(`/api/search?q=${encodeURIComponent(query)}`, { signal });
  if (!response.ok) throw new Error(`search answered ${response.status}`);
  return answer.parse(await response.json()).results;
}
