/** Which characters a TrueType font can draw and how wide they are, read from its own tables. */
export type FontFile = {
  has(codePoint: number): boolean;
  /** Advance in thousandths of the font size; a missing character is as wide as a full one. */
  advance(codePoint: number): number;
};

type Table = { offset: number; length: number };

/**
 * Reads `cmap` (format 12), `hmtx`, `hhea` and `head` of a TrueType file.
 * @throws Error when a table is missing: the font is then not the one that was shipped.
 */
export function readFontFile(bytes: Buffer): FontFile {
  const tables = readDirectory(bytes);
  const unitsPerEm = bytes.readUInt16BE(table(tables, "head").offset + 18);
  const metrics = bytes.readUInt16BE(table(tables, "hhea").offset + 34);
  const widths = table(tables, "hmtx").offset;
  const groups = readGroups(bytes, table(tables, "cmap").offset);

  const glyphOf = (codePoint: number): number => {
    let low = 0;
    let high = groups.length / 3 - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const start = groups[middle * 3] ?? 0;
      const end = groups[middle * 3 + 1] ?? 0;
      if (codePoint < start) high = middle - 1;
      else if (codePoint > end) low = middle + 1;
      else return (groups[middle * 3 + 2] ?? 0) + codePoint - start;
    }
    return 0;
  };

  return {
    has: (codePoint) => glyphOf(codePoint) !== 0,
    advance: (codePoint) => {
      const glyph = glyphOf(codePoint);
      if (glyph === 0) return 1000;
      const index = Math.min(glyph, metrics - 1);
      return (bytes.readUInt16BE(widths + index * 4) * 1000) / unitsPerEm;
    },
  };
}

function readDirectory(bytes: Buffer): Map<string, Table> {
  const tables = new Map<string, Table>();
  const count = bytes.readUInt16BE(4);
  for (let index = 0; index < count; index += 1) {
    const at = 12 + index * 16;
    tables.set(bytes.toString("latin1", at, at + 4), {
      offset: bytes.readUInt32BE(at + 8),
      length: bytes.readUInt32BE(at + 12),
    });
  }
  return tables;
}

function table(tables: Map<string, Table>, tag: string): Table {
  const found = tables.get(tag);
  if (!found) throw new Error(`The font has no table ${tag}`);
  return found;
}

/** Start, end and first glyph of each run of characters, in ascending order. */
function readGroups(bytes: Buffer, cmap: number): Uint32Array {
  const count = bytes.readUInt16BE(cmap + 2);
  for (let index = 0; index < count; index += 1) {
    const subtable = cmap + bytes.readUInt32BE(cmap + 4 + index * 8 + 4);
    if (bytes.readUInt16BE(subtable) !== 12) continue;
    const length = bytes.readUInt32BE(subtable + 12) * 3;
    const groups = new Uint32Array(length);
    for (let at = 0; at < length; at += 1) {
      groups[at] = bytes.readUInt32BE(subtable + 16 + at * 4);
    }
    return groups;
  }
  throw new Error("The font has no full Unicode character map");
}
