import { describe, expect, it } from "vitest";
import { commandOf, meansAsAbove } from "@/components/line-grid/key-command";

describe("the keys of the grid", () => {
  it("belong to the input method while it composes", () => {
    expect(commandOf({ key: "Enter", isComposing: true }, "end")).toBeNull();
    expect(commandOf({ key: "Enter", keyCode: 229 }, "end")).toBeNull();
    expect(commandOf({ key: "ArrowDown", keyCode: 229 }, "end")).toBeNull();
  });

  it.each([
    [{ key: "Enter" }, { kind: "move", direction: "next" }],
    [{ key: "Tab" }, { kind: "move", direction: "next" }],
    [
      { key: "Enter", shiftKey: true },
      { kind: "move", direction: "back" },
    ],
    [{ key: "ArrowUp" }, { kind: "move", direction: "up" }],
    [{ key: "d", ctrlKey: true }, { kind: "copy_above" }],
    [{ key: "Insert" }, { kind: "insert_row" }],
    [{ key: "Delete", ctrlKey: true }, { kind: "remove_row" }],
    [{ key: "F4" }, { kind: "open_picker" }],
    [{ key: "Escape" }, { kind: "revert" }],
    [{ key: "Enter", ctrlKey: true }, { kind: "submit" }],
  ])("%o means %o", (pressed, command) => {
    expect(commandOf(pressed, "inside")).toEqual(command);
  });

  it("leave the arrows to the caret inside a text", () => {
    expect(commandOf({ key: "ArrowLeft" }, "inside")).toBeNull();
    expect(commandOf({ key: "ArrowRight" }, "start")).toBeNull();
    expect(commandOf({ key: "ArrowLeft" }, "start")).toEqual({ kind: "move", direction: "left" });
    expect(commandOf({ key: "ArrowRight" }, "whole")).toEqual({ kind: "move", direction: "right" });
  });

  it("leave ordinary typing alone", () => {
    for (const key of ["a", "Delete", "Home", "F9"]) expect(commandOf({ key }, "end")).toBeNull();
    expect(commandOf({ key: "ArrowDown", altKey: true }, "end")).toBeNull();
  });

  it("= and .. mean as above", () => {
    expect(["=", "＝", "..", "。。"].every(meansAsAbove)).toBe(true);
    expect(["", ".", "=1", "1.."].some(meansAsAbove)).toBe(false);
  });
});
