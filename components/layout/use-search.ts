"use client";
import { useEffect, useState } from "react";

type SearchResult = {
  kind: string;
  id: string;
  label: string;
  sub?: string | null;
  href: string;
};
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
  return resultsIn(await response.json());
}

// By hand, because the frame of every page would carry the schema library for this one answer.
function resultsIn(answer: unknown): SearchResult[] {
  const isListed = typeof answer === "object" && answer !== null && "results" in answer;
  if (!isListed || !Array.isArray(answer.results))
    throw new Error("search answered without results");
  return answer.results.filter(isResult);
}

function isResult(value: unknown): value is SearchResult {
  if (typeof value !== "object" || value === null) return false;
  const { kind, id, label, href } = value as Partial<Record<keyof SearchResult, unknown>>;
  return (
    [kind, id, label].every((text) => typeof text === "string") &&
    typeof href === "string" &&
    href.startsWith("/")
  );
}
