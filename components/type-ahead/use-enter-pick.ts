"use client";
import { useEffect, useState } from "react";
import { plainHit, type Suggestion } from "./suggestion";
import type { Suggestions } from "./use-suggestions";

type Options = Pick<Suggestions, "items" | "status"> & {
  query: string;
  onPick: (item: Suggestion) => void;
};

/** Enter pressed before the answer came: picks as soon as it is there, if it leaves no choice. */
export function useEnterPick({ items, status, query, onPick }: Options) {
  const [awaited, setAwaited] = useState<string | null>(null);

  useEffect(() => {
    if (awaited === null || status === "loading") return;
    setAwaited(null);
    if (awaited !== query || status !== "ready") return;
    const hit = plainHit(items, query);
    if (hit) onPick(hit);
  }, [awaited, items, status, query, onPick]);

  return { whenReady: () => setAwaited(query), forget: () => setAwaited(null) };
}
