"use client";
import { useSyncExternalStore } from "react";

export type RecentPage = { href: string; label: string };

const STORAGE_KEY = "recent-pages";
const MOST = 8;
const EMPTY: readonly RecentPage[] = [];
const listeners = new Set<() => void>();
let cached: { text: string | null; pages: readonly RecentPage[] } = { text: null, pages: EMPTY };

/** The last eight documents opened in this browser, newest first. */
export function useRecentPages(): readonly RecentPage[] {
  return useSyncExternalStore(subscribe, readPages, () => EMPTY);
}

export function rememberPage(page: RecentPage): void {
  const others = readPages().filter(({ href }) => href !== page.href);
  writePages([page, ...others].slice(0, MOST));
}

export function forgetPage(href: string): void {
  writePages(readPages().filter((page) => page.href !== href));
}

/** On a shared computer the next person must not read what the last one opened. */
export function forgetAllPages(): void {
  writePages([]);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", listener);
  };
}

function readPages(): readonly RecentPage[] {
  const text = localStorage.getItem(STORAGE_KEY);
  if (text !== cached.text) cached = { text, pages: parsePages(text) };
  return cached.pages;
}

function parsePages(text: string | null): readonly RecentPage[] {
  try {
    const parsed: unknown = JSON.parse(text ?? "[]");
    return Array.isArray(parsed) ? parsed.filter(isRecentPage) : EMPTY;
  } catch {
    return EMPTY;
  }
}

function isRecentPage(value: unknown): value is RecentPage {
  return (
    typeof value === "object" &&
    value !== null &&
    "href" in value &&
    typeof value.href === "string" &&
    value.href.startsWith("/") &&
    "label" in value &&
    typeof value.label === "string"
  );
}

function writePages(pages: readonly RecentPage[]): void {
  localStorage.setItem(STORAGE_KEY, JSON.stringify(pages));
  for (const listener of listeners) listener();
}
