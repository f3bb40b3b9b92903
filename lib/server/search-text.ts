import "server-only";
import { pinyin } from "pinyin-pro";

/** What a customer or product can be found by. Names are also found by pinyin and by initials. */
export type SearchSource = {
  codes?: readonly (string | null | undefined)[];
  names: readonly (string | null | undefined)[];
  phones?: readonly (string | null | undefined)[];
  others?: readonly (string | null | undefined)[];
};

const MAX_VARIANTS = 8;
const HAN = /\p{Script=Han}/u;

/**
 * The `search_text` column: every way of naming the thing, in lower case and half width, each after a blank, so
 * that `% text%` finds beginnings and `%text%` finds parts.
 */
export function buildSearchText({
  codes = [],
  names,
  phones = [],
  others = [],
}: SearchSource): string {
  const parts = new Set<string>();
  const add = (text: string) => text !== "" && parts.add(text);
  for (const code of present(codes)) add(normaliseForSearch(code));
  for (const name of present(names)) {
    add(normaliseForSearch(name));
    for (const reading of pinyinReadings(name)) add(reading);
  }
  for (const phone of present(phones)) add(phone.normalize("NFKC").replace(/\D/g, ""));
  for (const other of present(others)) add(normaliseForSearch(other));
  return ` ${[...parts].join(" ")} `;
}

/** Lower case, half width, one sign for the diameter and one for "times", single blanks. */
export function normaliseForSearch(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[øϕ∅⌀]/gu, "φ")
    .replace(/[×✕✖*]/gu, "x")
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim();
}

/** The words of a query as they are looked up, at most five; all of them must match. */
export function searchWords(query: string): string[] {
  return normaliseForSearch(query.slice(0, 80)).split(" ").filter(Boolean).slice(0, 5);
}

/** LIKE pattern that finds a word anywhere; `%`, `_` and `\` in it stand for themselves. */
export function containsPattern(word: string): string {
  return `%${escapeLike(word)}%`;
}

/** LIKE pattern that finds a word at the beginning of a code, name, reading or phone. */
export function beginsPattern(word: string): string {
  return `% ${escapeLike(word)}%`;
}

/** Typed signs mean themselves, also the two that stand for anything in a pattern. */
export function escapeLike(word: string): string {
  return word.replace(/[\\%_]/g, "\\$&");
}

/** Initials and full pinyin of a name, with the other readings of its characters: 重 is both chong and zhong. */
function pinyinReadings(name: string): string[] {
  const characters = [...normaliseForSearch(name).replace(/ /g, "")];
  if (!characters.some((character) => HAN.test(character))) return [];
  const usual = pinyin(characters.join(""), { toneType: "none", type: "array", v: true });
  const readings = characters.map((character, index) =>
    HAN.test(character) ? readingsOf(character, usual[index]) : [character],
  );
  const initials = readings.map((list) => [...new Set(list.map((reading) => reading.charAt(0)))]);
  return [...variants(initials), ...variants(readings)];
}

function readingsOf(character: string, usual: string | undefined): string[] {
  const all = pinyin(character, { toneType: "none", type: "array", multiple: true, v: true });
  return [...new Set([...(usual ? [usual] : []), ...all])].filter((reading) =>
    /^[a-z]+$/.test(reading),
  );
}

/** The usual reading first, then those that differ from it in one place, then in two, up to a limit. */
function variants(readings: readonly (readonly string[])[]): string[] {
  const found = new Set([readings.map((list) => list[0] ?? "").join("")]);
  const rounds: (readonly string[])[] = [readings.map((list) => list[0] ?? "")];
  for (let round = 0; round < 2; round += 1) {
    for (const base of rounds.splice(0)) {
      for (const variant of differingInOnePlace(base, readings)) {
        if (found.size >= MAX_VARIANTS) return [...found];
        found.add(variant.join(""));
        rounds.push(variant);
      }
    }
  }
  return [...found];
}

function differingInOnePlace(base: readonly string[], readings: readonly (readonly string[])[]) {
  return readings.flatMap((list, place) =>
    list
      .filter((reading) => reading !== base[place])
      .map((reading) => base.map((own, index) => (index === place ? reading : own))),
  );
}

function present(texts: readonly (string | null | undefined)[]): string[] {
  return texts.filter((text): text is string => Boolean(text?.trim()));
}
