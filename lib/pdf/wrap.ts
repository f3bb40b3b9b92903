/** Width of a text in points, at the size in question. */
export type Measure = (text: string) => number;

const NEVER_FIRST = "，。、；：？！）》〉」』】〕…—～·％℃”’";
const NEVER_LAST = "（《〈「『【〔¥“‘";

/**
 * Breaks text into lines of at most `width`: Chinese after any character, except that closing marks never begin
 * and opening marks never end a line; Latin words and figures stay whole unless one alone is too long.
 * `indent` is taken from the first line. An empty text is one empty line.
 */
export function wrapText(text: string, width: number, measure: Measure, indent = 0): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split("\n")) {
    const units = unitsOf(paragraph, width, measure);
    let start = 0;
    do {
      const room = lines.length === 0 ? width - indent : width;
      const end = lineEnd(units, start, room, room < width, measure);
      lines.push(units.slice(start, end).join("").trimEnd());
      start = afterBlanks(units, end);
    } while (start < units.length);
  }
  return lines;
}

function lineEnd(
  units: readonly string[],
  start: number,
  room: number,
  mayBeEmpty: boolean,
  measure: Measure,
): number {
  let end = start;
  let left = room;
  for (; end < units.length; end += 1) {
    const unit = units[end] ?? "";
    left -= measure(unit);
    // A hair of tolerance: the sum of rounded widths may exceed the width it was computed from.
    if (left < -0.01 && unit !== " " && (end > start || mayBeEmpty)) break;
  }
  return end < units.length ? legalBreak(units, start, end) : end;
}

/** Moves a break to the left until no closing mark follows and no opening mark precedes it. */
function legalBreak(units: readonly string[], start: number, end: number): number {
  let at = end;
  while (at > start && isForbidden(units[at - 1], units[at])) at -= 1;
  return at > start ? at : end;
}

function isForbidden(before: string | undefined, after: string | undefined): boolean {
  const opens = before !== undefined && NEVER_LAST.includes(before);
  return opens || (after !== undefined && NEVER_FIRST.includes(after));
}

function afterBlanks(units: readonly string[], from: number): number {
  let at = from;
  while (units[at] === " ") at += 1;
  return at;
}

/** Chinese characters one by one, blanks one by one, everything else as words; too long words by character. */
function unitsOf(text: string, width: number, measure: Measure): string[] {
  const units: string[] = [];
  for (const [word] of text.matchAll(/[^ \u2014-\u201F\u2026\u2E80-\u{3FFFF}]+|./gu)) {
    if (measure(word) > width) units.push(...word);
    else units.push(word);
  }
  return units;
}
