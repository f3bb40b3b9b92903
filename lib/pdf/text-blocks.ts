import type { ClausesBlock, TextBlock, TicksBlock } from "./document-model";
import { BLOCK_GAP, drawCaption, LABEL, PAD, STRONG, VALUE } from "./grid";
import { lineHeight } from "./measure";
import { INK, type Sheet } from "./sheet";

/** Paragraphs that flow over pages; a boxed text stays together on one page when it can. */
export function drawText(sheet: Sheet, block: TextBlock): void {
  const inset = block.boxed ? 6 : 0;
  const paragraphs = block.paragraphs.map((text) =>
    sheet.type.lines(text, sheet.width - 2 * inset, VALUE),
  );
  const height = paragraphs.flat().length * lineHeight(VALUE) + 2 * inset;
  const isKept = block.boxed === true && height <= sheet.pageRoom;
  sheet.keep((isKept ? height : lineHeight(VALUE) * 2) + 16);
  drawCaption(sheet, block.heading);
  if (isKept) sheet.frame(sheet.left, sheet.y, sheet.width, height);
  sheet.y += inset;
  flow(sheet, paragraphs.flat(), inset);
  sheet.y += inset + BLOCK_GAP;
}

/** Clauses: bold heading, then the text on the same line; what follows aligns with the margin. */
export function drawClauses(sheet: Sheet, block: ClausesBlock): void {
  for (const clause of block.clauses) {
    const heading = sheet.type.printable(clause.heading);
    const headingLines = sheet.type.lines(heading, sheet.width, STRONG);
    const lastHeading = headingLines.at(-1) ?? "";
    const indent = sheet.type.width(lastHeading, STRONG) + 3;
    const [first = "", ...rest] = sheet.type.lines(clause.text, sheet.width, VALUE, indent);
    sheet.keep(lineHeight(VALUE) * (headingLines.length + Math.min(rest.length, 1)));
    sheet.y += sheet.lines(headingLines, place(sheet, 0), STRONG);
    sheet.line(first, place(sheet, indent, -lineHeight(VALUE)), VALUE);
    flow(sheet, rest, 0);
    sheet.y += 2.4;
  }
  sheet.y += BLOCK_GAP - 2.4;
}

/** A label and boxes to tick behind it, on as many lines as they need. */
export function drawTicks(sheet: Sheet, block: TicksBlock): void {
  const step = lineHeight(VALUE) + 3;
  const label = sheet.type.printable(block.label);
  const start = sheet.left + sheet.type.width(label, STRONG) + 10;
  sheet.keep(step);
  sheet.line(label, place(sheet, 0), STRONG);
  let x = start;
  for (const item of block.items) {
    const text = sheet.type.printable(item.text);
    const width = 12 + sheet.type.width(text, VALUE) + 14;
    if (x + width > sheet.left + sheet.width && x > start) {
      x = start;
      sheet.y += step;
      sheet.keep(step);
    }
    sheet.tickBox(x, sheet.y + (lineHeight(VALUE) - 8.5) / 2, 8.5, item.isTicked);
    sheet.line(text, { x: x + 12, y: sheet.y, width }, VALUE);
    x += width;
  }
  sheet.y += step + BLOCK_GAP - 3;
}

/** A small note in secondary ink, such as the one about missing characters. */
export function drawNote(sheet: Sheet, text: string): void {
  const lines = sheet.type.lines(text, sheet.width, LABEL);
  sheet.keep(lines.length * lineHeight(LABEL));
  sheet.y += sheet.lines(lines, { ...place(sheet, 0), color: INK.label }, LABEL) + PAD.y;
}

function flow(sheet: Sheet, lines: readonly string[], inset: number): void {
  for (const line of lines) {
    sheet.keep(lineHeight(VALUE));
    sheet.line(line, place(sheet, inset), VALUE);
    sheet.y += lineHeight(VALUE);
  }
}

function place(sheet: Sheet, shift: number, lift = 0) {
  return { x: sheet.left + shift, y: sheet.y + lift, width: sheet.width - shift };
}
