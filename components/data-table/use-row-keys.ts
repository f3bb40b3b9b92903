"use client";
import { type KeyboardEvent, useEffect, useState } from "react";

type Options = {
  body: { current: HTMLElement | null };
  count: number;
  /** Opens the row with this index. */
  onOpen: (index: number) => void;
  onToggle: (index: number) => void;
};

/** Rows by keyboard: arrows move, Enter opens, the space bar selects. One row at a time is reached by Tab. */
export function useRowKeys({ body, count, onOpen, onToggle }: Options) {
  const [current, setCurrent] = useState(0);

  const focusRow = (index: number) => {
    const bounded = Math.max(0, Math.min(index, count - 1));
    setCurrent(bounded);
    body.current?.querySelectorAll<HTMLElement>("tr")[bounded]?.focus();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    // Keys inside a link, a check box or a button are theirs.
    if (!(event.target instanceof HTMLTableRowElement)) return;
    if (!act(event.key)) return;
    event.preventDefault();
  };
  const act = (key: string): boolean => {
    switch (key) {
      case "ArrowDown":
        focusRow(current + 1);
        return true;
      case "ArrowUp":
        focusRow(current - 1);
        return true;
      case "Home":
        focusRow(0);
        return true;
      case "End":
        focusRow(count - 1);
        return true;
      case "Enter":
        onOpen(current);
        return true;
      case " ":
        onToggle(current);
        return true;
      default:
        return false;
    }
  };
  return { onKeyDown, current: Math.min(current, Math.max(0, count - 1)), setCurrent };
}

/** Remembers the row that was opened from a list, and comes back to it with the back button. */
export function useReturnToRow(body: { current: HTMLElement | null }) {
  useEffect(() => {
    const id = sessionStorage.getItem(place());
    if (!id) return;
    sessionStorage.removeItem(place());
    const row = body.current?.querySelector<HTMLElement>(`tr[data-id="${CSS.escape(id)}"]`);
    row?.scrollIntoView({ block: "center" });
    row?.focus({ preventScroll: true });
  }, [body]);
  return (id: string) => sessionStorage.setItem(place(), id);
}

function place(): string {
  return `row:${window.location.pathname}${window.location.search}`;
}
