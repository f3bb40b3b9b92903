import type { FontFile } from "./font-file";

/** Stands for a character that the font does not have (the printer's geta mark). */
const MISSING_MARK = "〓";

/** Signs that the font lacks but has a common equal for. */
const EQUALS: Readonly<Record<string, string>> = {
  "✓": "√",
  "✔": "√",
  "☐": "□",
  "☑": "■",
  "⌀": "φ",
  "∅": "φ",
  "\u2011": "-",
  "\u2212": "-",
  "\t": " ",
  "\u00A0": " ",
};

// Control and format signs, line separators and variation selectors draw nothing.
const INVISIBLE = /\p{Cc}|\p{Cf}|\p{Zl}|\p{Zp}|\p{Variation_Selector}/u;

/**
 * Text as the font can draw it. A character without a glyph (after trying a common equal and its compatibility form)
 * becomes 〓 and is reported, so that the paper can say at its foot which characters have to be written in by hand.
 */
export function printable(text: string, font: FontFile, missing: Set<string>): string {
  let result = "";
  for (const character of text.replaceAll("\r\n", "\n")) {
    result += printableCharacter(character, font, missing);
  }
  return result;
}

function printableCharacter(character: string, font: FontFile, missing: Set<string>): string {
  if (character === "\n") return character;
  const equal = EQUALS[character];
  if (equal !== undefined) return equal;
  if (INVISIBLE.test(character)) return "";
  if (font.has(character.codePointAt(0) ?? 0)) return character;
  const compatible = character.normalize("NFKC");
  if ([...compatible].every((part) => font.has(part.codePointAt(0) ?? 0))) return compatible;
  missing.add(character);
  return MISSING_MARK;
}

/** `U+20BB7` for each character, as the note at the foot names them. */
export function codePointNames(characters: Iterable<string>): string {
  return [...characters]
    .map((character) => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}`)
    .join("、");
}
