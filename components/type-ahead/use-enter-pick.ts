"use client";
import { useEffect, useState } from "react";
import { plainHit, type Suggestion } from "./suggestion";
import type { Suggestions } from "./use-suggestions";

type Options = Pick<Suggestions, "items" | "status"> & {
  query: string;
  onPick: (item: Suggestion) => void;
  /** The answer leaves a choice, or there is none. */
  onNone?: () => void;
};

/** Enter pressed before the answer came: picks as soon as it is there, if it leaves no choice. */
export function useEnterPick({ items, status, query, onPick, onNone }: Options) {
  const [awaited, setAwaited] = useState<string | null>(null);

  useEffect(() => {
    if (awaited === null || status === "loading") return;
    setAwaited(null);
    const hit = awaited === query && status === "ready" ? plainHit(items, query) : null;
    if (hit) onPick(hit);
    else onNone?.();
  }, [awaited, items, status, query, onPick, onNone]);

  return { whenReady: () => setAwaited(query), forget: () => setAwaited(null) };
}
