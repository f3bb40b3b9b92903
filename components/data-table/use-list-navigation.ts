"use client";
import type { Route } from "next";
import { usePathname, useRouter } from "next/navigation";
import { useOptimistic, useTransition } from "react";
import type { ListState } from "@/lib/core/list-state";
import { listSearch } from "./list-params";
import type { DataFilter } from "./table-types";

export type ListNavigation = {
  /** The state that the page is on the way to. */
  state: ListState;
  isPending: boolean;
  href: (patch: Partial<ListState>) => Route;
  go: (patch: Partial<ListState>) => void;
  /** Chooses the values of one filter; none removes it. */
  filter: (key: string, values: readonly string[]) => void;
};

/** A list's state lives in the URL. Whatever changes the list begins again at its first page. */
export function useListNavigation(
  current: ListState,
  filters: readonly DataFilter[],
): ListNavigation {
  const pathname = usePathname();
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const [state, setState] = useOptimistic(current);

  const patched = (patch: Partial<ListState>): ListState => ({
    ...state,
    after: null,
    before: null,
    ...patch,
  });
  const addressOf = (next: ListState) => `${pathname}${listSearch(next, filters)}` as Route;
  const go = (patch: Partial<ListState>) => {
    const next = patched(patch);
    startTransition(() => {
      setState(next);
      router.push(addressOf(next), { scroll: false });
    });
  };
  const filter = (key: string, values: readonly string[]) => {
    const others = Object.entries(state.filters).filter(([other]) => other !== key);
    const chosen = values.some((value) => value !== "") ? [[key, values] as const] : [];
    go({ filters: Object.fromEntries([...others, ...chosen]) });
  };
  return { state, isPending, href: (patch) => addressOf(patched(patch)), go, filter };
}
