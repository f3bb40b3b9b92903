import type { Direction } from "./grid-types";

/** What a key asks of the grid. */
export type GridCommand =
  | { kind: "move"; direction: Direction }
  | { kind: "copy_above" }
  | { kind: "insert_row" }
  | { kind: "remove_row" }
  | { kind: "open_picker" }
  | { kind: "revert" }
  | { kind: "submit" };

export type PressedKey = {
  key: string;
  keyCode?: number;
  isComposing?: boolean;
  ctrlKey?: boolean;
  metaKey?: boolean;
  shiftKey?: boolean;
  altKey?: boolean;
};

/** Where the caret stands in the text; `whole` when all of it is selected. */
export type Caret = "start" | "inside" | "end" | "whole" | "none";

/**
 * The command of a key, or null when it belongs to the input. While an input method composes, every key is the
 * input method's: the Enter that ends a pinyin word must not move on (browsers then report keyCode 229).
 */
export function commandOf(pressed: PressedKey, caret: Caret): GridCommand | null {
  if (pressed.isComposing || pressed.keyCode === 229) return null;
  if (pressed.altKey) return null;
  const isControl = Boolean(pressed.ctrlKey || pressed.metaKey);
  return isControl ? controlCommand(pressed.key) : plainCommand(pressed, caret);
}

function controlCommand(key: string): GridCommand | null {
  if (key === "Enter") return { kind: "submit" };
  if (key.toLowerCase() === "d") return { kind: "copy_above" };
  if (key === "Delete") return { kind: "remove_row" };
  return null;
}

function plainCommand({ key, shiftKey }: PressedKey, caret: Caret): GridCommand | null {
  switch (key) {
    case "Enter":
    case "Tab":
      return { kind: "move", direction: shiftKey ? "back" : "next" };
    case "ArrowUp":
      return { kind: "move", direction: "up" };
    case "ArrowDown":
      return { kind: "move", direction: "down" };
    case "ArrowLeft":
      return !shiftKey && isAt(caret, "start") ? { kind: "move", direction: "left" } : null;
    case "ArrowRight":
      return !shiftKey && isAt(caret, "end") ? { kind: "move", direction: "right" } : null;
    case "Insert":
      return { kind: "insert_row" };
    case "F4":
      return { kind: "open_picker" };
    case "Escape":
      return { kind: "revert" };
    default:
      return null;
  }
}

function isAt(caret: Caret, side: "start" | "end"): boolean {
  return caret === side || caret === "whole" || caret === "none";
}

/** `=` or `..` in an empty cell means: as above. The full-width signs count too. */
export function meansAsAbove(text: string): boolean {
  return ["=", "＝", "..", "。。"].includes(text);
}
