"use client";
import { useEffect } from "react";

type Commands = { onSave: () => void; onSubmit: () => void };

/** Ctrl+S keeps the draft, Ctrl+Enter submits, Alt+C copies the customer's last order, wherever the focus is. */
export function useOrderKeys({ onSave, onSubmit }: Commands): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.keyCode === 229) return;
      const isControl = event.ctrlKey || event.metaKey;
      const key = event.key.toLowerCase();
      const command =
        isControl && key === "s" ? onSave : isControl && key === "enter" ? onSubmit : null;
      if (command) {
        event.preventDefault();
        command();
      } else if (event.altKey && !isControl && event.code === "KeyC") {
        const link = document.getElementById("order-copy-last");
        if (!link) return;
        event.preventDefault();
        link.click();
      }
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [onSave, onSubmit]);
}
