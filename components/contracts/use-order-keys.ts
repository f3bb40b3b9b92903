"use client";
import { useEffect } from "react";

/** Buttons that a letter with Alt presses while they are there. */
const BUTTONS: Readonly<Record<string, string>> = {
  KeyC: "order-copy-last",
  KeyT: "order-todays-prices",
};

type Commands = { onSave: () => void; onSubmit: () => void };

/** Ctrl+S keeps the draft, Ctrl+Enter submits, Alt+C copies the customer's last order, Alt+T takes today's prices. */
export function useOrderKeys({ onSave, onSubmit }: Commands): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isControl = event.ctrlKey || event.metaKey;
      // A list of choices opens with Enter and keeps it for itself; with Ctrl it is ours all the same.
      const isKept = event.defaultPrevented && !(isControl && isChoice(event.target));
      if (isKept || event.isComposing || event.keyCode === 229) return;
      const key = event.key.toLowerCase();
      const command =
        isControl && key === "s" ? onSave : isControl && key === "enter" ? onSubmit : null;
      if (command) {
        event.preventDefault();
        command();
      } else if (event.altKey && !isControl) {
        const button = document.getElementById(BUTTONS[event.code] ?? "");
        if (!button) return;
        event.preventDefault();
        button.click();
      }
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [onSave, onSubmit]);
}

function isChoice(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.getAttribute("aria-haspopup") === "listbox";
}
