"use client";
import { CloseButton, Combobox, TextInput, useCombobox } from "@mantine/core";
import { useMergedRef } from "@mantine/hooks";
import { IconPlus, IconSearch } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import {
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
} from "react";
import { rememberPick, searchKey } from "./recent-picks";
import { plainHit, type Suggestion, suggestionText } from "./suggestion";
import { SuggestionLine } from "./suggestion-line";
import styles from "./type-ahead.module.css";
import { useEnterPick } from "./use-enter-pick";
import { useSuggestions } from "./use-suggestions";
import { useTypingAhead } from "./use-typing-ahead";

export type TypeAheadProps = {
  /** A GET route that answers `?q=` with `{ results: Suggestion[] }`. */
  url: string;
  value: Suggestion | null;
  /** What it has to do first is waited for; keys typed meanwhile go to where the focus is then. */
  onChange: (item: Suggestion | null) => void | Promise<void>;
  label?: ReactNode;
  /** The name for screen readers where no label is shown. */
  ariaLabel?: string;
  placeholder?: string;
  description?: ReactNode;
  error?: ReactNode;
  required?: boolean;
  disabled?: boolean;
  autoFocus?: boolean;
  /** Fixed parameters of the search, such as the customer whose products come first. */
  params?: Readonly<Record<string, string>>;
  /** Adds a last row that creates what was typed; `label` is its sentence. */
  create?: { label: (text: string) => string; onCreate: (text: string) => void };
  id?: string;
  name?: string;
  inputRef?: Ref<HTMLInputElement>;
};

const CREATE = "__create";

/** One box to find something by code, name, pinyin or phone, wholly by keyboard and safe with an input method. */
export function TypeAhead({
  url,
  value,
  onChange,
  params,
  create,
  ariaLabel,
  inputRef,
  ...field
}: TypeAheadProps) {
  const t = useTranslations("grid.search");
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const [typed, setTyped] = useState<string | null>(null);
  const [isComposing, setComposing] = useState(false);
  const query = typed ?? "";
  const opened = combobox.dropdownOpened;
  // Whoever leaves the box before the answer is there has chosen all the same, if it leaves no choice.
  const [isLeft, setLeft] = useState(false);
  const {
    items,
    shown: listed,
    status,
  } = useSuggestions({ url, query, params, enabled: (opened || isLeft) && !isComposing });
  const shown = typed ?? (value ? suggestionText(value) : "");
  const canCreate = create !== undefined && query.trim() !== "";

  const ahead = useTypingAhead();
  const pick = (item: Suggestion) => {
    rememberPick(searchKey(url, params), item);
    setTyped(null);
    setLeft(false);
    combobox.closeDropdown();
    return onChange(item);
  };
  const pickNow = (item: Suggestion) => {
    const done = pick(item);
    if (!done) return;
    ahead.hold();
    ahead.release(() => done);
  };
  const enter = useEnterPick({
    items,
    status,
    query,
    onPick: (item) => ahead.release(() => pick(item)),
    onNone: () => {
      setLeft(false);
      ahead.drop();
    },
  });

  // The first hit is ready for Enter as soon as it is there.
  const { selectFirstOption } = combobox;
  const hits = items.map(({ id }) => id).join(" ");
  useEffect(() => {
    if (opened && hits !== "") selectFirstOption();
  }, [opened, hits, selectFirstOption]);

  const submit = (option: string) => {
    const item = listed.find(({ id }) => id === option);
    if (item) pickNow(item);
    else if (option === CREATE) {
      combobox.closeDropdown();
      create?.onCreate(query.trim());
    }
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.key === "F4") {
      event.preventDefault();
      combobox.openDropdown("keyboard");
    }
    if (event.key === "Enter" && opened && query.trim() !== "") {
      event.preventDefault();
      const [best] = items;
      if (status === "loading") {
        enter.whenReady();
        ahead.hold();
      }
      // The answer is drawn, but its first hit not marked yet: Enter means it all the same.
      else if (best && combobox.getSelectedOptionIndex() === -1) pickNow(best);
    }
    if (event.key === "Tab" && opened && query.trim() !== "") {
      if (status === "loading") {
        setLeft(true);
        enter.whenReady();
      }
      const hit = status === "ready" ? plainHit(items, query) : null;
      if (hit) void pick(hit);
    }
    if (event.key === "Escape") setTyped(null);
  };
  const forget = () => {
    enter.forget();
    ahead.drop();
  };
  const onType = (text: string) => {
    forget();
    setLeft(false);
    setTyped(text);
    if (text === "" && value) void onChange(null);
    // Until the new hits are there, Enter must not pick what stands in their place.
    combobox.resetSelectedOption();
    combobox.openDropdown();
  };
  // What was typed before the page's script had loaded stands in the box, but nobody was told.
  const box = useRef<HTMLInputElement>(null);
  const ref = useMergedRef(box, inputRef);
  const readEarly = useEffectEvent(() => {
    const early = box.current?.value ?? "";
    if (early !== "" && early !== shown) onType(early);
  });
  useEffect(() => readEarly(), []);

  return (
    <Combobox
      store={combobox}
      onOptionSubmit={submit}
      withinPortal
      resetSelectionOnOptionHover={false}
    >
      <Combobox.Target withExpandedAttribute>
        <TextInput
          {...field}
          ref={ref}
          {...(ariaLabel ? { "aria-label": ariaLabel } : {})}
          value={shown}
          placeholder={field.placeholder ?? t("placeholder")}
          autoComplete="off"
          spellCheck={false}
          maxLength={80}
          leftSection={<IconSearch size={16} stroke={1.5} aria-hidden="true" />}
          rightSectionPointerEvents="all"
          rightSection={
            value && !field.disabled ? (
              <CloseButton
                size="sm"
                aria-label={t("clear")}
                tabIndex={-1}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => {
                  setTyped(null);
                  void onChange(null);
                }}
              />
            ) : null
          }
          onChange={(event) => onType(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          onCompositionStart={() => setComposing(true)}
          onCompositionEnd={() => setComposing(false)}
          onFocus={(event) => event.currentTarget.select()}
          onClick={() => combobox.openDropdown()}
          onBlur={() => {
            if (!isLeft) forget();
            combobox.closeDropdown();
            // What names no choice stays readable where nothing was chosen before.
            if (value) setTyped(null);
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options aria-label={t("list")} mah={320} style={{ overflowY: "auto" }}>
          {listed.map((item) => (
            <Combobox.Option value={item.id} key={item.id} className={styles.option ?? ""}>
              <SuggestionLine item={item} query={query} />
            </Combobox.Option>
          ))}
          {listed.length === 0 ? (
            <Combobox.Empty className={styles.note ?? ""}>
              {emptyWords(t, status, query)}
            </Combobox.Empty>
          ) : null}
          {canCreate ? (
            <Combobox.Option value={CREATE} className={`${styles.option} ${styles.create}`}>
              <IconPlus size={14} aria-hidden="true" /> {create.label(query.trim())}
            </Combobox.Option>
          ) : null}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

type SearchWords = ReturnType<typeof useTranslations<"grid.search">>;

/** What stands in the list instead of hits. */
export function emptyWords(t: SearchWords, status: string, query: string): string {
  if (status === "failed") return t("failed");
  if (status !== "ready") return t("loading");
  return query.trim() === "" ? t("start") : t("nothing", { query: query.trim() });
}
