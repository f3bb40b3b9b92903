"use client";
import { Spotlight } from "@mantine/spotlight";
import { IconPlus, IconSearch } from "@tabler/icons-react";
import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useState } from "react";
import type { CreateItem, NavGroup } from "./nav";
import { NavIcon } from "./nav-icons";
import { useSearch } from "./use-search";

type Props = { groups: readonly NavGroup[]; create: readonly CreateItem[] };

const KNOWN_KINDS = [
  "walk_in",
  "task",
  "contract",
  "customer",
  "product",
  "intake",
  "notice",
  "slip",
  "receipt",
] as const;

/** The list scrolls, so it must be reachable without a mouse; the type of the list does not name this prop. */
const scrolledByKeys = { viewportProps: { tabIndex: 0 } };

/** Search, go and make in one box (Ctrl+K): numbers, names, pinyin initials, specs, and what there is to do. */
export function CommandPalette({ groups, create }: Props) {
  const t = useTranslations("nav");
  const router = useRouter();
  const [query, setQuery] = useState("");
  const { results, failed } = useSearch(query);
  const matches = (label: string) => label.toLowerCase().includes(query.trim().toLowerCase());
  const go = (href: string) => router.push(href as Route);

  const places = groups
    .flatMap(({ items }) => items)
    .map((item) => ({ ...item, label: t(`items.${item.id}`) }))
    .filter(({ label }) => matches(label));
  const makeable = create
    .map((item) => ({ ...item, label: t("palette.create_item", { what: t(`create.${item.id}`) }) }))
    .filter(({ label }) => matches(label));
  const isEmpty = places.length + makeable.length + results.length === 0;

  return (
    <Spotlight.Root
      query={query}
      onQueryChange={setQuery}
      size={640}
      centered={false}
      overlayProps={{ backgroundOpacity: 0.4, blur: 0 }}
      transitionProps={{ duration: 0 }}
      attributes={{ content: { "aria-label": t("top.search") } }}
    >
      <Spotlight.Search
        placeholder={t("palette.placeholder")}
        aria-label={t("top.search")}
        leftSection={<IconSearch size={18} stroke={1.5} />}
        onKeyDownCapture={keepCompositionKeys}
      />
      <Spotlight.ActionsList mah={420} {...scrolledByKeys}>
        {results.length > 0 ? (
          <Spotlight.ActionsGroup label={t("palette.results")}>
            {results.map(({ kind, id, label, sub, href }) => (
              <Spotlight.Action
                key={`${kind} ${id}`}
                label={label}
                description={[t(`palette.kind.${knownKind(kind)}`), sub]
                  .filter(Boolean)
                  .join(" · ")}
                onClick={() => go(href)}
              />
            ))}
          </Spotlight.ActionsGroup>
        ) : null}
        {makeable.length > 0 ? (
          <Spotlight.ActionsGroup label={t("palette.create")}>
            {makeable.map(({ id, label, href }) => (
              <Spotlight.Action
                key={id}
                label={label}
                leftSection={<IconPlus size={18} stroke={1.5} />}
                onClick={() => go(href)}
              />
            ))}
          </Spotlight.ActionsGroup>
        ) : null}
        {places.length > 0 ? (
          <Spotlight.ActionsGroup label={t("palette.go")}>
            {places.map(({ id, label, href }) => (
              <Spotlight.Action
                key={id}
                label={label}
                leftSection={<NavIcon id={id} />}
                onClick={() => go(href)}
              />
            ))}
          </Spotlight.ActionsGroup>
        ) : null}
        {isEmpty ? (
          <Spotlight.Empty>{failed ? t("palette.failed") : t("palette.nothing")}</Spotlight.Empty>
        ) : null}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}

/** The Enter that ends a pinyin word must not open the first hit. */
function keepCompositionKeys(event: KeyboardEvent): void {
  if (event.nativeEvent.isComposing || event.keyCode === 229) event.stopPropagation();
}

function knownKind(kind: string): (typeof KNOWN_KINDS)[number] | "other" {
  return KNOWN_KINDS.find((known) => known === kind) ?? "other";
}
