import type { KeyValue, KeyValuesBlock, PartiesBlock, Party } from "./document-model";
import {
  BLOCK_GAP,
  type Cell,
  drawCaption,
  drawRow,
  heavyLine,
  LABEL,
  PAD,
  rowHeight,
  STRONG,
  splitRow,
  textCell,
  VALUE,
} from "./grid";
import { INK, type Sheet, STAMP } from "./sheet";

const LABEL_LEAST = 60;
const LABEL_MOST = 92;

/** A grid of labelled values; a wide pair, or a last one without a neighbour, takes the whole row. */
export function drawKeyValues(sheet: Sheet, block: KeyValuesBlock): void {
  const perRow = block.pairsPerRow ?? 2;
  const labelWidth = widestLabel(sheet, block.pairs);
  const rows = groupPairs(block.pairs, perRow).map((pairs) =>
    pairCells(sheet, pairs, perRow, labelWidth, sheet.width),
  );
  drawRows(sheet, rows, block.caption);
}

/** Two parties side by side: a title row, then as many rows as the longer list has. */
export function drawParties(sheet: Sheet, block: PartiesBlock): void {
  const half = sheet.width / 2;
  const titles = [block.left, block.right].map(({ title }) =>
    textCell(sheet, title, half, STRONG, { align: "center" }),
  );
  const labelWidth = widestLabel(sheet, [...block.left.pairs, ...block.right.pairs]);
  const count = Math.max(block.left.pairs.length, block.right.pairs.length);
  const rows = Array.from({ length: count }, (_, index) => [
    ...partyCells(sheet, block.left, index, labelWidth, half),
    ...partyCells(sheet, block.right, index, labelWidth, half),
  ]);
  const all = [titles, ...rows];
  const height = all.reduce((sum, row) => sum + rowHeight(row), 0);
  sheet.keep(height + BLOCK_GAP);
  const middle = sheet.y + height / 2;
  drawRows(sheet, all, undefined);
  if (!block.stamp) return;
  const place = { x: sheet.left + half - STAMP.side - 6, y: middle - STAMP.side / 2 };
  sheet.picture(block.stamp, { ...place, width: STAMP.side, height: STAMP.side }, STAMP.opacity);
}

function partyCells(
  sheet: Sheet,
  party: Party,
  index: number,
  labelWidth: number,
  width: number,
): Cell[] {
  const pair = party.pairs[index] ?? { label: "", value: "" };
  return pairCells(sheet, [pair], 1, labelWidth, width);
}

function drawRows(sheet: Sheet, rows: readonly Cell[][], caption: string | undefined): void {
  const [first] = rows;
  if (!first) return;
  sheet.keep(Math.min(rowHeight(first), sheet.pageRoom) + 16);
  drawCaption(sheet, caption);
  heavyLine(sheet);
  for (const row of rows.flatMap((cells) => splitRow(cells, sheet.pageRoom))) {
    if (rowHeight(row) > sheet.room) {
      heavyLine(sheet);
      sheet.newPage();
      heavyLine(sheet);
    }
    drawRow(sheet, row);
  }
  heavyLine(sheet);
  sheet.y += BLOCK_GAP;
}

function groupPairs(pairs: readonly KeyValue[], perRow: number): KeyValue[][] {
  const rows: KeyValue[][] = [];
  let open: KeyValue[] = [];
  for (const pair of pairs) {
    if (pair.wide) {
      if (open.length > 0) rows.push(open);
      rows.push([pair]);
      open = [];
      continue;
    }
    open.push(pair);
    if (open.length === perRow) {
      rows.push(open);
      open = [];
    }
  }
  if (open.length > 0) rows.push(open);
  return rows;
}

/** Labels stand in equal columns; the value of the last pair of a row takes what is left. */
function pairCells(
  sheet: Sheet,
  pairs: readonly KeyValue[],
  perRow: number,
  labelWidth: number,
  width: number,
): Cell[] {
  const share = width / perRow;
  return pairs.flatMap((pair, index) => {
    const isLast = index === pairs.length - 1;
    const cellWidth = isLast ? width - index * share : share;
    return [
      textCell(sheet, pair.label, labelWidth, LABEL, { color: INK.label }),
      textCell(sheet, pair.value, cellWidth - labelWidth, VALUE),
    ];
  });
}

function widestLabel(sheet: Sheet, pairs: readonly KeyValue[]): number {
  const widths = pairs.map(({ label }) => sheet.type.width(sheet.type.printable(label), LABEL));
  return Math.min(
    LABEL_MOST,
    Math.max(LABEL_LEAST, ...widths.map((width) => width + 2 * PAD.x + 1)),
  );
}
