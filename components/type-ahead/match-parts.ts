/** A piece of a text, and whether it is what was typed. */
export type MatchPart = { text: string; isMatch: boolean };

/**
 * Splits a text where the typed words stand in it, whatever their case and width. A hit by pinyin marks nothing:
 * the letters are not in the text.
 */
export function matchParts(text: string, query: string): MatchPart[] {
  const characters = [...text];
  const plain = characters.map(plainCharacter);
  const marked = new Set<number>();
  for (const word of query.split(/\s+/u).map((part) => [...part].map(plainCharacter).join(""))) {
    if (word !== "") markWord(plain, word, marked);
  }
  return grouped(characters, marked);
}

// Character by character, so that positions in the plain and the shown text stay the same.
function plainCharacter(character: string): string {
  return character
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[øϕ∅⌀]/gu, "φ")
    .replace(/[×✕✖*]/gu, "x");
}

function markWord(plain: readonly string[], word: string, marked: Set<number>): void {
  for (let start = 0; start < plain.length; start += 1) {
    let length = 0;
    let read = "";
    while (read.length < word.length && start + length < plain.length) {
      read += plain[start + length];
      length += 1;
    }
    if (read !== word) continue;
    for (let place = start; place < start + length; place += 1) marked.add(place);
  }
}

function grouped(characters: readonly string[], marked: ReadonlySet<number>): MatchPart[] {
  const parts: MatchPart[] = [];
  characters.forEach((character, place) => {
    const isMatch = marked.has(place);
    const last = parts.at(-1);
    if (last && last.isMatch === isMatch) last.text += character;
    else parts.push({ text: character, isMatch });
  });
  return parts;
}
