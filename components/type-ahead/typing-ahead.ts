"use client";
import { flushSync } from "react-dom";

type Keystroke = Pick<KeyboardEvent, "key" | "code" | "shiftKey" | "ctrlKey" | "metaKey">;

/** Longer than this nobody types blindly: what was kept is given up. */
const PATIENCE_MS = 5000;
const COMMANDS = new Set(["Enter", "Tab", "Backspace", "ArrowUp", "ArrowDown", "Insert", "Delete"]);

/** One keyboard, so one state for the page: whose keys are kept, and why. */
let mode: "live" | "waiting" | "replaying" = "live";
let kept: Keystroke[] = [];
let isReplay = false;
let patience: ReturnType<typeof setTimeout> | undefined;

/**
 * From now on keys are kept: the place they are meant for is not known before an answer is there. `onImpatient` is
 * called when it does not come.
 */
export function holdKeys(onImpatient: () => void): void {
  mode = "waiting";
  clearTimeout(patience);
  patience = setTimeout(onImpatient, PATIENCE_MS);
  window.addEventListener("keydown", keep, { capture: true });
}

/** Does what was waited for, to its end; then the kept keys go, one by one, each to where the focus then is. */
export function releaseKeys(act: () => void | Promise<void>): void {
  mode = "replaying";
  // Outside of the render that brought the answer, so that the focus has moved before the first key goes.
  setTimeout(async () => {
    try {
      // A server that does not answer must not keep the keyboard.
      await Promise.race([flushSync(act), new Promise((over) => setTimeout(over, PATIENCE_MS))]);
    } finally {
      next();
    }
  }, 0);
}

/** What was waited for does not come. Gives the kept keys as text: they must not end up in another place. */
export function dropKeys(): string {
  if (mode !== "waiting") return "";
  const text = kept.map(({ key }) => (key.length === 1 ? key : " ")).join("");
  kept = [];
  goLive();
  return text.trim();
}

function goLive(): void {
  mode = "live";
  clearTimeout(patience);
  window.removeEventListener("keydown", keep, { capture: true });
}

function next(): void {
  // A replayed Enter may have asked the next question.
  if (mode === "waiting") return;
  const stroke = kept.shift();
  if (!stroke) {
    goLive();
    return;
  }
  isReplay = true;
  press(document.activeElement, stroke);
  isReplay = false;
  setTimeout(next, 0);
}

function keep(event: KeyboardEvent): void {
  const { key, code, shiftKey, ctrlKey, metaKey, altKey, isComposing, keyCode } = event;
  if (isReplay || isComposing || keyCode === 229 || altKey || key === "Escape") return;
  const isText = key.length === 1 && !ctrlKey && !metaKey;
  if (!isText && !COMMANDS.has(key)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  kept.push({ key, code, shiftKey, ctrlKey, metaKey });
}

/** Presses a kept key on an element: its handlers first, then what the browser would have done to its text. */
function press(element: Element | null, { key, ...stroke }: Keystroke): void {
  if (!(element instanceof HTMLElement)) return;
  const event = new KeyboardEvent("keydown", { key, ...stroke, bubbles: true, cancelable: true });
  if (!element.dispatchEvent(event) || stroke.ctrlKey || stroke.metaKey) return;
  if (key === "Tab") focusBeside(element, stroke.shiftKey ? -1 : 1);
  if (!(element instanceof HTMLInputElement) || element.readOnly) return;
  const { selectionStart: start, selectionEnd: end, value } = element;
  if (start === null || end === null || (key.length > 1 && key !== "Backspace")) return;
  const from = key === "Backspace" && start === end ? Math.max(0, start - 1) : start;
  const text = key === "Backspace" ? "" : key;
  writeText(element, value.slice(0, from) + text + value.slice(end));
  element.setSelectionRange(from + text.length, from + text.length);
  element.dispatchEvent(new Event("input", { bubbles: true }));
}

/** Past the setter by which React watches the element: it would take the text for its own and tell nobody. */
function writeText(input: HTMLInputElement, text: string): void {
  const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value") ?? {};
  set?.call(input, text);
}

function focusBeside(element: HTMLElement, step: number): void {
  const all = document.querySelectorAll<HTMLElement>("input, select, textarea, button, a[href]");
  const stops = [...all].filter(
    (stop) => stop.tabIndex >= 0 && !stop.matches(":disabled") && stop.getClientRects().length > 0,
  );
  stops[stops.indexOf(element) + step]?.focus();
}
