import type { Align } from "./document-model";
import { lineHeight, type TextStyle } from "./measure";
import { FRAME_LINE, HAIRLINE, INK, type Sheet } from "./sheet";

/** Type sizes of everything that stands in a grid. */
export const LABEL: TextStyle = { size: 8.5, weight: "regular" };
export const VALUE: TextStyle = { size: 9, weight: "regular" };
export const STRONG: TextStyle = { size: 9, weight: "bold" };
const CAPTION: TextStyle = { size: 9.5, weight: "bold" };
export const PAD = { x: 4, y: 2.6 } as const;
export const BLOCK_GAP = 7;

/** One cell of a row, its text already broken into lines. */
export type Cell = {
  width: number;
  lines: readonly string[];
  style: TextStyle;
  align?: Align;
  color?: string;
  tick?: boolean;
};

/** A cell whose text is broken to the width that its padding leaves. */
export function textCell(
  sheet: Sheet,
  text: string,
  width: number,
  style: TextStyle,
  look: { align?: Align; color?: string } = {},
): Cell {
  return { width, style, ...look, lines: sheet.type.lines(text, width - 2 * PAD.x, style) };
}

/** Height that the tallest cell needs. */
export function rowHeight(cells: readonly Cell[]): number {
  const heights = cells.map((cell) => cell.lines.length * lineHeight(cell.style));
  return Math.max(...heights) + 2 * PAD.y;
}

/** Cuts a row that would not fit on one page into rows that do, line by line. */
export function splitRow(cells: readonly Cell[], most: number): Cell[][] {
  if (rowHeight(cells) <= most) return [[...cells]];
  const tallest = Math.max(...cells.map((cell) => lineHeight(cell.style)));
  const perRow = Math.max(1, Math.floor((most - 2 * PAD.y) / tallest));
  const count = Math.ceil(Math.max(...cells.map((cell) => cell.lines.length)) / perRow);
  return Array.from({ length: count }, (_, part) =>
    cells.map((cell) => ({
      ...cell,
      lines: cell.lines.slice(part * perRow, (part + 1) * perRow),
    })),
  );
}

/** Draws a row at the cursor with its sides and its lower line, and moves the cursor below it. */
export function drawRow(sheet: Sheet, cells: readonly Cell[], height = rowHeight(cells)): void {
  let x = sheet.left;
  cells.forEach((cell, index) => {
    drawCell(sheet, cell, x, height);
    const isOuter = index === 0;
    sheet.rule(x, sheet.y, x, sheet.y + height, isOuter ? FRAME_LINE : HAIRLINE);
    x += cell.width;
  });
  sheet.rule(x, sheet.y, x, sheet.y + height, FRAME_LINE);
  sheet.y += height;
  sheet.rule(sheet.left, sheet.y, x, sheet.y);
}

function drawCell(sheet: Sheet, cell: Cell, x: number, height: number): void {
  if (cell.tick !== undefined) {
    const side = 9;
    sheet.tickBox(x + (cell.width - side) / 2, sheet.y + (height - side) / 2, side, cell.tick);
    return;
  }
  const textHeight = cell.lines.length * lineHeight(cell.style);
  sheet.lines(
    cell.lines,
    {
      x: x + PAD.x,
      y: sheet.y + (height - textHeight) / 2,
      width: cell.width - 2 * PAD.x,
      align: cell.align ?? "left",
      color: cell.color ?? INK.text,
    },
    cell.style,
  );
}

/** The heavy line that opens or closes a grid at the cursor. */
export function heavyLine(sheet: Sheet): void {
  sheet.rule(sheet.left, sheet.y, sheet.left + sheet.width, sheet.y, FRAME_LINE);
}

/** A small bold heading above a block. */
export function drawCaption(sheet: Sheet, caption: string | undefined): void {
  if (!caption) return;
  const height = lineHeight(CAPTION) + 2;
  sheet.line(
    sheet.type.printable(caption),
    { x: sheet.left, y: sheet.y, width: sheet.width },
    CAPTION,
  );
  sheet.y += height;
}
