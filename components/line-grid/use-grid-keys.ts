"use client";
import { type KeyboardEvent, useLayoutEffect, useRef } from "react";
import { flushSync } from "react-dom";
import type { CellAddress, GridRow } from "./grid-types";
import { type Caret, commandOf, type GridCommand } from "./key-command";
import { stepFrom } from "./navigation";
import type { LineGridModel } from "./use-line-grid";

type Options = {
  grid: LineGridModel;
  readOnly: boolean;
  maxRows: number;
  onSubmit: (() => void) | undefined;
};

/** One key handler for the whole grid. Cells that use a key themselves prevent its default first. */
export function useGridKeys({ grid, readOnly, maxRows, onSubmit }: Options) {
  const latestSubmit = useRef(onSubmit);
  useLayoutEffect(() => {
    latestSubmit.current = onSubmit;
  }, [onSubmit]);
  const entered = useEnteredRow(grid);

  const run = (command: GridCommand, at: CellAddress, input: HTMLElement): boolean => {
    const { state, columns, dispatch } = grid;
    const isFull = state.rows.length >= maxRows;
    switch (command.kind) {
      case "move": {
        const step = stepFrom(state.rows, columns, at, command.direction);
        // Without a step, Tab leaves the grid as it leaves any field.
        if (!step || (step.kind === "append" && (isFull || readOnly))) return false;
        dispatch({ type: "move", direction: command.direction });
        return true;
      }
      case "submit":
        // Reads the last cell and draws, so that the caller sees what was typed.
        flushSync(() => dispatch({ type: "leave", at }));
        latestSubmit.current?.();
        return true;
      case "open_picker":
        return openPicker(input);
      default:
        if (readOnly) return false;
        edit(command, at, isFull);
        return true;
    }
  };

  const edit = (command: GridCommand, at: CellAddress, isFull: boolean) => {
    const { dispatch } = grid;
    if (command.kind === "copy_above") dispatch({ type: "copy_above", at });
    if (command.kind === "insert_row" && !isFull) dispatch({ type: "insert" });
    if (command.kind === "remove_row") dispatch({ type: "remove", rowId: at.rowId });
    if (command.kind === "revert" && entered) dispatch({ type: "revert", at, before: entered });
  };

  return (event: KeyboardEvent<HTMLElement>) => {
    const input = event.target;
    if (event.defaultPrevented || !(input instanceof HTMLElement)) return;
    const at = addressOf(input);
    if (!at) return;
    const { key, keyCode, ctrlKey, metaKey, shiftKey, altKey } = event;
    const { isComposing } = event.nativeEvent;
    const command = commandOf(
      { key, keyCode, isComposing, ctrlKey, metaKey, shiftKey, altKey },
      caretOf(input),
    );
    if (!command) return;
    const isDone = run(command, at, input);
    // Enter never submits the form around the grid; Tab goes its way when the grid has no step for it.
    if (isDone || key === "Enter") event.preventDefault();
  };
}

/** The row as it was when the focus came into its cell, for Escape. */
function useEnteredRow({ state, activeRow }: LineGridModel): GridRow | null {
  const place = state.active ? `${state.active.rowId} ${state.active.key} ${state.moves}` : "";
  const entered = useRef<{ place: string; row: GridRow | null }>({ place: "", row: null });
  useLayoutEffect(() => {
    if (entered.current.place !== place) entered.current = { place, row: activeRow };
  }, [place, activeRow]);
  return entered.current.row;
}

function addressOf(element: HTMLElement): CellAddress | null {
  const { row, key } = element.dataset;
  return row && key ? { rowId: row, key } : null;
}

function caretOf(element: HTMLElement): Caret {
  if (!(element instanceof HTMLInputElement)) return "none";
  const { selectionStart: start, selectionEnd: end, value } = element;
  if (start === null || end === null) return "none";
  if (start === 0 && end === value.length) return "whole";
  if (start !== end) return "inside";
  return start === 0 ? "start" : start === value.length ? "end" : "inside";
}

function openPicker(input: HTMLElement): boolean {
  const picker = input.parentElement?.querySelector<HTMLInputElement>("input[type=date]");
  const target = picker ?? (input instanceof HTMLSelectElement ? input : null);
  target?.showPicker?.();
  return target !== null;
}
