"use client";
import { Button, CloseButton, Pill, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useState } from "react";
import { AddFilter } from "./add-filter";
import styles from "./data-table.module.css";
import { chosenWords } from "./filter-words";
import { isNarrowed } from "./list-params";
import type { DataFilter } from "./table-types";
import type { ListNavigation } from "./use-list-navigation";

type Props = {
  navigation: ListNavigation;
  filters: readonly DataFilter[];
  searchHint: string | null;
  /** Buttons on the right, such as the export. */
  children?: ReactNode;
};

/** The search box, the filters as chips with a × each, and what else can be done with the list. */
export function FilterBar({ navigation, filters, searchHint, children }: Props) {
  return (
    <div className={styles.bar}>
      {searchHint === null ? null : <SearchBox navigation={navigation} hint={searchHint} />}
      <FilterChips navigation={navigation} filters={filters} />
      {filters.length > 0 ? <AddFilter navigation={navigation} filters={filters} /> : null}
      <div className={styles.tools}>{children}</div>
    </div>
  );
}

const TYPING_PAUSE_MS = 300;

function SearchBox({ navigation, hint }: { navigation: ListNavigation; hint: string }) {
  const t = useTranslations("grid.table");
  const { q } = navigation.state;
  const [typed, setTyped] = useState(q);
  const [known, setKnown] = useState(q);
  const [isComposing, setComposing] = useState(false);
  // The URL changed by other means: a chip's ×, the back button.
  if (known !== q) {
    setKnown(q);
    if (typed.trim() !== q) setTyped(q);
  }
  const { go } = navigation;
  useEffect(() => {
    if (isComposing || typed.trim() === q) return;
    const timer = setTimeout(() => go({ q: typed.trim() }), TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  });
  return (
    <TextInput
      type="search"
      aria-label={t("search")}
      placeholder={hint}
      value={typed}
      maxLength={80}
      className={styles.search ?? ""}
      leftSection={<IconSearch size={16} stroke={1.5} aria-hidden="true" />}
      rightSection={
        typed === "" ? null : (
          <CloseButton
            size="sm"
            aria-label={t("remove_filter", { name: t("search") })}
            onClick={() => go({ q: "" })}
          />
        )
      }
      onChange={(event) => setTyped(event.currentTarget.value)}
      onCompositionStart={() => setComposing(true)}
      onCompositionEnd={() => setComposing(false)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing || event.keyCode === 229) return;
        if (event.key === "Enter") go({ q: typed.trim() });
        if (event.key === "Escape") setTyped(q);
      }}
    />
  );
}

/** What narrows the list, each with its ×. Also shown where nothing is found. */
export function FilterChips({ navigation, filters }: Pick<Props, "navigation" | "filters">) {
  const t = useTranslations("grid.table");
  const { state, filter, go } = navigation;
  const chips = filters.flatMap((definition) => {
    const values = state.filters[definition.key];
    return values ? [{ definition, words: chosenWords(t, definition, values) }] : [];
  });
  if (!isNarrowed(state)) return null;
  return (
    <div className={styles.chips}>
      {chips.map(({ definition, words }) => (
        <Pill
          key={definition.key}
          withRemoveButton
          onRemove={() => filter(definition.key, [])}
          removeButtonProps={{
            "aria-label": t("remove_filter", { name: definition.label }),
            tabIndex: 0,
            "aria-hidden": false,
          }}
        >
          {definition.label}
          {words === "" ? "" : `: ${words}`}
        </Pill>
      ))}
      {chips.length > 0 ? (
        <Button variant="subtle" size="compact-sm" onClick={() => go({ filters: {}, q: "" })}>
          {t("clear_filters")}
        </Button>
      ) : null}
    </div>
  );
}
