import { inflateSync } from "node:zlib";

/** One stroke of text as it stands on a page, in points from the lower left corner. */
export type TextRun = { text: string; x: number; y: number; size: number };

/**
 * Reads the text back out of PDF bytes written by pdfkit, page by page: it inflates the content streams and
 * decodes every glyph through the ToUnicode map of its font, as a viewer does when somebody copies text.
 */
export function pdfPages(bytes: Buffer): TextRun[][] {
  const objects = readObjects(bytes);
  return pageObjects(objects).map((page) => readPage(page, objects));
}

/** All text of each page, in the order in which it was drawn, one run per line. */
export function pdfPageTexts(bytes: Buffer): string[] {
  return pdfPages(bytes).map((runs) => runs.map((run) => run.text).join("\n"));
}

type PdfObject = { dictionary: string; stream: Buffer | null };

function readObjects(bytes: Buffer): Map<number, PdfObject> {
  const source = bytes.toString("latin1");
  const objects = new Map<number, PdfObject>();
  for (const match of source.matchAll(/(?:^|\n)(\d+) 0 obj\n/g)) {
    const start = match.index + match[0].length;
    const streamAt = source.indexOf("stream\n", start);
    const endAt = source.indexOf("endobj", start);
    const hasStream = streamAt !== -1 && streamAt < endAt;
    const dictionary = source.slice(start, hasStream ? streamAt : endAt);
    const length = /\/Length (\d+)/.exec(dictionary)?.[1];
    let stream: Buffer | null = null;
    if (hasStream && length) {
      const from = streamAt + "stream\n".length;
      const raw = bytes.subarray(from, from + Number.parseInt(length, 10));
      stream = dictionary.includes("/FlateDecode") ? inflateSync(raw) : raw;
    }
    objects.set(Number.parseInt(match[1] ?? "0", 10), { dictionary, stream });
  }
  return objects;
}

function pageObjects(objects: Map<number, PdfObject>): PdfObject[] {
  const tree = [...objects.values()].find(({ dictionary }) => dictionary.includes("/Type /Pages"));
  const kids = /\/Kids \[([^\]]*)\]/.exec(tree?.dictionary ?? "")?.[1] ?? "";
  return [...kids.matchAll(/(\d+) 0 R/g)].flatMap(([, id = "0"]) => {
    const page = objects.get(Number.parseInt(id, 10));
    return page ? [page] : [];
  });
}

function readPage(page: PdfObject, objects: Map<number, PdfObject>): TextRun[] {
  const resources = follow(page.dictionary, "Resources", objects)?.dictionary ?? page.dictionary;
  const fonts = new Map<string, Map<string, string>>();
  for (const [, name = "", id = "0"] of resources.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
    const font = objects.get(Number.parseInt(id, 10));
    if (font) fonts.set(name, readToUnicode(follow(font.dictionary, "ToUnicode", objects)));
  }
  const content = follow(page.dictionary, "Contents", objects)?.stream?.toString("latin1") ?? "";
  return [...content.matchAll(/BT\n([\s\S]*?)ET/g)].map(([, body = ""]) => readRun(body, fonts));
}

function readRun(body: string, fonts: Map<string, Map<string, string>>): TextRun {
  const [, x = "0", y = "0"] = /1 0 0 1 (\S+) (\S+) Tm/.exec(body) ?? [];
  const [, name = "", size = "0"] = /\/(F\d+) (\S+) Tf/.exec(body) ?? [];
  const map = fonts.get(name) ?? new Map<string, string>();
  const glyphs = [...body.matchAll(/<([0-9a-f]+)>/g)].flatMap(([, hex = ""]) => hex.match(/.{4}/g));
  const text = glyphs.map((glyph) => map.get(glyph ?? "") ?? "\uFFFD").join("");
  return { text, x: Number.parseFloat(x), y: Number.parseFloat(y), size: Number.parseFloat(size) };
}

function readToUnicode(object: PdfObject | null): Map<string, string> {
  const map = new Map<string, string>();
  const source = object?.stream?.toString("latin1") ?? "";
  for (const [, first = "0", , list = ""] of source.matchAll(/<(\w+)> <(\w+)> \[([^\]]*)\]/g)) {
    [...list.matchAll(/<([^>]*)>/g)].forEach(([, units = ""], index) => {
      const glyph = (Number.parseInt(first, 16) + index).toString(16).padStart(4, "0");
      const codes = units.split(" ").map((unit) => Number.parseInt(unit, 16));
      map.set(glyph, String.fromCharCode(...codes));
    });
  }
  return map;
}

function follow(dictionary: string, key: string, objects: Map<number, PdfObject>) {
  const id = new RegExp(`/${key} (\\d+) 0 R`).exec(dictionary)?.[1];
  return id ? (objects.get(Number.parseInt(id, 10)) ?? null) : null;
}
