"use client";
import { Portal } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { type CSSProperties, type RefObject, useEffect, useLayoutEffect, useState } from "react";
import type { Suggestion } from "@/components/type-ahead/suggestion";
import { SuggestionLine } from "@/components/type-ahead/suggestion-line";
import styles from "./suggestion-list.module.css";

type Props = {
  id: string;
  anchor: RefObject<HTMLInputElement | null>;
  items: readonly Suggestion[];
  query: string;
  /** The hit that Enter picks. */
  marked: number;
  /** What stands there instead of hits. */
  note: string | null;
  createLabel: string | null;
  onPick: (item: Suggestion) => void;
  onCreate: () => void;
};

/** The hits under a grid cell. Lives outside the grid, whose scroller would cut it off. */
export function SuggestionList({
  id,
  anchor,
  items,
  query,
  marked,
  note,
  createLabel,
  onPick,
  onCreate,
}: Props) {
  const t = useTranslations("grid.search");
  const place = usePlaceBelow(anchor);
  useEffect(() => {
    document.getElementById(`${id}-${marked}`)?.scrollIntoView?.({ block: "nearest" });
  }, [id, marked]);
  if (!place) return null;
  return (
    <Portal>
      {/* The mouse must not take the focus from the cell. */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: only keeps the focus where it is. */}
      <div className={styles.box} style={place} onMouseDown={(event) => event.preventDefault()}>
        <div id={id} role="listbox" aria-label={t("list")} tabIndex={-1} className={styles.list}>
          {items.map((item, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled by the cell's own input.
            <div
              key={item.id}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === marked}
              className={styles.option}
              onClick={() => onPick(item)}
            >
              <SuggestionLine item={item} query={query} />
            </div>
          ))}
        </div>
        {note ? (
          <p role="status" className={styles.note}>
            {note}
          </p>
        ) : null}
        {createLabel ? (
          <button type="button" tabIndex={-1} className={styles.create} onClick={onCreate}>
            <IconPlus size={14} aria-hidden="true" /> {createLabel}
          </button>
        ) : null}
      </div>
    </Portal>
  );
}

const WIDTH = 440;
const HEIGHT = 320;
const GAP = 4;

/** Below the cell, or above it where there is no room, wherever the page is scrolled. */
function usePlaceBelow(anchor: RefObject<HTMLInputElement | null>): CSSProperties | null {
  const [place, setPlace] = useState<CSSProperties | null>(null);
  useLayoutEffect(() => {
    const measure = () => {
      const box = anchor.current?.getBoundingClientRect();
      if (!box) return;
      const width = Math.min(Math.max(box.width, WIDTH), window.innerWidth - 2 * GAP);
      const left = Math.max(GAP, Math.min(box.left, window.innerWidth - width - GAP));
      const below = window.innerHeight - box.bottom;
      const isAbove = below < HEIGHT && box.top > below;
      setPlace(
        isAbove
          ? {
              left,
              width,
              bottom: window.innerHeight - box.top + GAP,
              maxHeight: Math.min(HEIGHT, box.top - 2 * GAP),
            }
          : { left, width, top: box.bottom + GAP, maxHeight: Math.min(HEIGHT, below - 2 * GAP) },
      );
    };
    measure();
    window.addEventListener("scroll", measure, true);
    window.addEventListener("resize", measure);
    return () => {
      window.removeEventListener("scroll", measure, true);
      window.removeEventListener("resize", measure);
    };
  }, [anchor]);
  return place;
}
