import type { KeyboardEvent } from "react";

/** Enter in a header field leads to the next one that must be filled and is still empty, then to the goods. */
export function onEnterNext(event: KeyboardEvent<HTMLElement>): void {
  const { key, ctrlKey, metaKey, shiftKey, altKey, nativeEvent, keyCode } = event;
  if (key !== "Enter" || ctrlKey || metaKey || shiftKey || altKey) return;
  if (event.defaultPrevented || nativeEvent.isComposing || keyCode === 229) return;
  const input = event.target;
  if (!(input instanceof HTMLInputElement)) return;
  if (input.getAttribute("aria-expanded") === "true") return;
  event.preventDefault();
  focusNext(input);
}

export function focusNext(from: HTMLInputElement): void {
  const area = from.closest("[data-enter-area]");
  const inputs = [...(area?.querySelectorAll("input") ?? [])];
  const next = inputs
    .slice(inputs.indexOf(from) + 1)
    .find((input) => input.getAttribute("aria-required") === "true" && input.value === "");
  const cell = document.querySelector<HTMLElement>('[role="grid"] [data-row][tabindex="0"]');
  (next ?? cell)?.focus();
}
