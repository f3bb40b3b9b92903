"use client";
import { del, get, set } from "idb-keyval";
import { useCallback, useEffect, useRef, useState } from "react";
import type { RowSeed } from "@/components/line-grid/grid-types";
import type { CustomerFile, OrderHead } from "@/lib/contracts/order-values";

const PAUSE_MS = 400;

/** What the browser keeps of an order that is being typed. */
export type LocalDraft = {
  at: string;
  rowVersion: number | null;
  head: OrderHead;
  customer: CustomerFile | null;
  goods: readonly RowSeed[];
  charges: readonly RowSeed[];
};

/** One kept draft per person and order; people who share a computer never see each other's. */
export function draftKey(personId: string, place: string): string {
  return `order-draft:${personId}:${place}`;
}

/**
 * Keeps the order in the browser a moment after each change, so that a closed tab or a crash loses nothing. Gives back
 * what an earlier visit left; storage that is switched off or full is no reason to stop anybody from typing.
 */
export function useOrderDraft(key: string, read: () => LocalDraft | null) {
  const [found, setFound] = useState<LocalDraft | null>(null);
  const [savedAt, setSavedAt] = useState<string | null>(null);
  const latestRead = useRef(read);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  useEffect(() => {
    latestRead.current = read;
  });

  useEffect(() => {
    let isHere = true;
    get<LocalDraft>(key).then(
      (draft) => isHere && draft && setFound(draft),
      () => undefined,
    );
    return () => {
      isHere = false;
      if (timer.current) clearTimeout(timer.current);
    };
  }, [key]);

  const keep = useCallback(() => {
    if (timer.current) clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      const draft = latestRead.current();
      if (!draft) return;
      set(key, draft).then(
        () => setSavedAt(draft.at),
        () => undefined,
      );
    }, PAUSE_MS);
  }, [key]);

  const forget = useCallback(async () => {
    if (timer.current) clearTimeout(timer.current);
    setFound(null);
    setSavedAt(null);
    await del(key).catch(() => undefined);
  }, [key]);

  const dismiss = useCallback(() => setFound(null), []);
  return { found, savedAt, keep, forget, dismiss };
}
