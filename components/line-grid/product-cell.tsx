"use client";
import { useTranslations } from "next-intl";
import { type Dispatch, type KeyboardEvent, useId, useRef, useState } from "react";
import { rememberPick, searchKey } from "@/components/type-ahead/recent-picks";
import type { Suggestion } from "@/components/type-ahead/suggestion";
import { emptyWords } from "@/components/type-ahead/type-ahead";
import { useEnterPick } from "@/components/type-ahead/use-enter-pick";
import { useSuggestions } from "@/components/type-ahead/use-suggestions";
import { useTypingAhead } from "@/components/type-ahead/use-typing-ahead";
import type { CellInputProps } from "./cell-input-props";
import type { GridAction } from "./grid-reducer";
import { cellText, type GridColumn, type GridRow } from "./grid-types";
import { SuggestionList } from "./suggestion-list";

type Props = {
  column: GridColumn;
  row: GridRow;
  props: CellInputProps;
  dispatch: Dispatch<GridAction>;
};

/** A cell with a search behind it. Its list is drawn only while open, so that many rows cost nothing. */
export function ProductCell({ column, row, props, dispatch }: Props) {
  const t = useTranslations("grid.search");
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [isComposing, setComposing] = useState(false);
  const [marked, setMarked] = useState(0);
  const text = cellText(row, column.key);
  // A picked product is not a query: F4 on it shows the recent ones.
  const query = row.picked[column.key] ? "" : text;
  const { url = "", params, create } = column.search ?? {};
  const { items, shown, status } = useSuggestions({
    url,
    query,
    params,
    enabled: isOpen && !isComposing,
  });
  const choice = Math.min(marked, Math.max(0, items.length - 1));

  const close = () => {
    setOpen(false);
    setMarked(0);
  };
  const pick = (item: Suggestion) => {
    rememberPick(searchKey(url, params), item);
    close();
    dispatch({ type: "pick", at: { rowId: row.id, key: column.key }, item });
    dispatch({ type: "move", direction: "next" });
  };
  const ahead = useTypingAhead();
  const enter = useEnterPick({
    items,
    status,
    query,
    onPick: (item) => ahead.release(() => pick(item)),
    onNone: () => {
      // Found nothing: a product typed by hand. Several hits: the reader has to choose.
      if (status !== "ready" || items.length > 0) return ahead.drop();
      ahead.release(() => {
        close();
        dispatch({ type: "move", direction: "next" });
      });
    },
  });

  const forget = () => {
    enter.forget();
    ahead.drop();
  };

  const onListKey = (event: KeyboardEvent<HTMLInputElement>): boolean => {
    switch (event.key) {
      case "ArrowDown":
        setMarked(Math.min(choice + 1, items.length - 1));
        return true;
      case "ArrowUp":
        setMarked(Math.max(choice - 1, 0));
        return true;
      case "Escape":
        close();
        return true;
      case "Enter":
      case "Tab": {
        if (event.shiftKey || event.ctrlKey || event.metaKey || text.trim() === "") return false;
        if (status === "loading") {
          enter.whenReady();
          ahead.hold();
          return true;
        }
        const item = items[choice];
        if (item) pick(item);
        return item !== undefined;
      }
      default:
        return false;
    }
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.key === "F4") {
      setOpen(true);
      event.preventDefault();
    } else if (isOpen && onListKey(event)) {
      event.preventDefault();
    }
  };

  return (
    <>
      <input
        {...props}
        ref={input}
        type="text"
        role="combobox"
        aria-expanded={isOpen}
        aria-autocomplete="list"
        aria-controls={isOpen ? listId : undefined}
        aria-activedescendant={isOpen && items[choice] ? `${listId}-${choice}` : undefined}
        spellCheck={false}
        value={text}
        placeholder={column.placeholder}
        onKeyDown={onKeyDown}
        onChange={(event) => {
          forget();
          props.onChange(event);
          setOpen(event.currentTarget.value !== "");
          setMarked(0);
        }}
        onCompositionStart={() => setComposing(true)}
        onCompositionEnd={() => setComposing(false)}
        onBlur={() => {
          forget();
          close();
          props.onBlur();
        }}
      />
      {isOpen ? (
        <SuggestionList
          id={listId}
          anchor={input}
          items={shown}
          query={query}
          marked={items[choice] ? choice : -1}
          note={shown.length === 0 ? emptyWords(t, status, query) : null}
          createLabel={create && query.trim() !== "" ? create.label(query.trim()) : null}
          onPick={pick}
          onCreate={() => {
            close();
            create?.onCreate(query.trim(), row.id);
          }}
        />
      ) : null}
    </>
  );
}
