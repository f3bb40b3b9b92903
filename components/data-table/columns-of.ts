import type { AnyTranslator } from "@/lib/i18n/refusal-text";
import type { StateTone } from "@/lib/i18n/state-tone";
import type { ListColumn } from "@/lib/server/list-spec";
import type { DataColumn, FilterOption } from "./table-types";

type Look = Omit<DataColumn, "key" | "header" | "kind" | "sortable">;
type Words = (key: string) => string;

/** Translators know their keys by type; keys made of data are looked up by text. */
function wordsOf(t: AnyTranslator): Words {
  return t as unknown as Words;
}

/** The columns of a register (`shownColumns`) with their words, and how some of them look. */
export function columnsOf(
  columns: readonly ListColumn[],
  t: AnyTranslator,
  looks: Readonly<Record<string, Look>> = {},
): DataColumn[] {
  const words = wordsOf(t);
  return columns.map(({ key, kind, header, sortable }) => ({
    key,
    kind,
    header: header ? words(header) : key,
    ...(sortable ? { sortable } : {}),
    ...looks[key],
  }));
}

/** The words of coded values, from the message keys `<prefix>.<VALUE>`. */
export function labelsOf<Value extends string>(
  values: readonly Value[],
  t: AnyTranslator,
  prefix: string,
): Record<Value, string> {
  const words = wordsOf(t);
  return Object.fromEntries(values.map((value) => [value, words(`${prefix}.${value}`)])) as Record<
    Value,
    string
  >;
}

/** Words and looks of a state column. */
export function statesOf<Value extends string>(
  tones: Readonly<Record<Value, StateTone>>,
  t: AnyTranslator,
  prefix: string,
): Record<string, { label: string; tone: StateTone }> {
  const words = wordsOf(t);
  return Object.fromEntries(
    Object.entries<StateTone>(tones).map(([value, tone]) => [
      value,
      { label: words(`${prefix}.${value}`), tone },
    ]),
  );
}

/** The choices of an enum filter. */
export function optionsFrom<Value extends string>(
  values: readonly Value[],
  t: AnyTranslator,
  prefix: string,
): FilterOption[] {
  const words = wordsOf(t);
  return values.map((value) => ({ value, label: words(`${prefix}.${value}`) }));
}
