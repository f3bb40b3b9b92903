import { Money } from "@/lib/core/money";
import { formatMoney } from "@/lib/i18n/format";
import {
  type FootRow,
  type PageSubtotal,
  type TableBlock,
  type TableColumn,
  TICKED,
  type TotalRow,
} from "./document-model";
import {
  BLOCK_GAP,
  type Cell,
  drawCaption,
  drawRow,
  heavyLine,
  PAD,
  rowHeight,
  STRONG,
  splitRow,
  textCell,
  VALUE,
} from "./grid";
import { lineHeight, type TextStyle } from "./measure";
import type { Sheet } from "./sheet";

const HEADER: TextStyle = { size: 8.5, weight: "bold" };
const LEAST_ROW = lineHeight(VALUE) + 2 * PAD.y + 2;

/** A row ready to draw, with the source row that it begins (continued rows have none). */
type ReadyRow = { cells: Cell[]; height: number; source: number | null };

/**
 * Draws a table: its header again on every page, rows as high as their text, the total and the rows under it kept
 * with the last row. When it needs several pages each page closes with its own subtotal.
 */
export function drawTable(sheet: Sheet, block: TableBlock): void {
  const widths = columnWidths(block.columns, sheet.width);
  const header = headerCells(sheet, block.columns, widths);
  const tail = tailRows(sheet, block, widths);
  const tailHeight = heightOf(tail);

  sheet.keep(rowHeight(header) + LEAST_ROW * 2 + 16);
  drawCaption(sheet, block.caption);
  openSegment(sheet, header);
  const rows = bodyRows(sheet, block, widths, rowHeight(header));
  if (heightOf(rows) + tailHeight <= sheet.room) {
    for (const row of rows) drawRow(sheet, row.cells, row.height);
  } else {
    drawOverPages(sheet, block, widths, header, rows, tailHeight);
  }
  for (const row of tail) drawRow(sheet, row.cells, row.height);
  heavyLine(sheet);
  sheet.y += BLOCK_GAP;
}

function drawOverPages(
  sheet: Sheet,
  block: TableBlock,
  widths: readonly number[],
  header: Cell[],
  rows: readonly ReadyRow[],
  tailHeight: number,
): void {
  const reserve = block.subtotal ? LEAST_ROW : 0;
  let onPage: ReadyRow[] = [];

  const closePage = () => {
    if (block.subtotal) drawSubtotal(sheet, block.subtotal, widths, block.columns, onPage);
    onPage = [];
  };

  rows.forEach((row, index) => {
    const isLast = index === rows.length - 1;
    const needed = row.height + reserve + (isLast ? tailHeight : 0);
    if (needed > sheet.room && onPage.length > 0) {
      closePage();
      heavyLine(sheet);
      sheet.newPage();
      openSegment(sheet, header);
    }
    drawRow(sheet, row.cells, row.height);
    onPage.push(row);
  });
  closePage();
}

function openSegment(sheet: Sheet, header: Cell[]): void {
  heavyLine(sheet);
  drawRow(sheet, header, rowHeight(header) + 2);
}

function columnWidths(columns: readonly TableColumn[], width: number): number[] {
  const fixed = columns.reduce((total, column) => total + column.width, 0);
  const shares = columns.reduce((total, column) => total + (column.flex ?? 0), 0);
  const free = width - fixed;
  // Without a flexible column, or when the columns ask for too much, all are scaled alike.
  if (shares === 0 || free < 0) return columns.map((column) => (column.width * width) / fixed);
  return columns.map((column) => column.width + ((column.flex ?? 0) * free) / shares);
}

function headerCells(sheet: Sheet, columns: readonly TableColumn[], widths: readonly number[]) {
  return columns.map((column, index) =>
    textCell(sheet, column.label, widths[index] ?? 0, HEADER, { align: "center" }),
  );
}

function bodyRows(
  sheet: Sheet,
  block: TableBlock,
  widths: readonly number[],
  headerHeight: number,
): ReadyRow[] {
  const most = sheet.pageRoom - headerHeight - 3 * LEAST_ROW;
  return block.rows.flatMap((texts, source) =>
    splitRow(rowCells(sheet, block.columns, texts, widths), most).map((cells, part) =>
      readyRow(cells, part === 0 ? source : null),
    ),
  );
}

function rowCells(
  sheet: Sheet,
  columns: readonly TableColumn[],
  texts: readonly string[],
  widths: readonly number[],
): Cell[] {
  return columns.map((column, index) => {
    const text = texts[index] ?? "";
    const width = widths[index] ?? 0;
    if (column.kind === "tick") return { width, lines: [""], style: VALUE, tick: text === TICKED };
    return textCell(sheet, text, width, VALUE, { align: column.align ?? "left" });
  });
}

function readyRow(cells: Cell[], source: number | null): ReadyRow {
  return { cells, height: Math.max(rowHeight(cells), LEAST_ROW), source };
}

function heightOf(rows: readonly ReadyRow[]): number {
  return rows.reduce((total, row) => total + row.height, 0);
}

function tailRows(sheet: Sheet, block: TableBlock, widths: readonly number[]): ReadyRow[] {
  const rows: Cell[][] = [];
  if (block.total) rows.push(totalCells(sheet, block.total, widths, block.columns));
  for (const row of block.footRows ?? []) rows.push(footCells(sheet, row));
  return rows.map((cells) => readyRow(cells, null));
}

function totalCells(
  sheet: Sheet,
  total: TotalRow,
  widths: readonly number[],
  columns: readonly TableColumn[],
): Cell[] {
  const labelWidth = widths.slice(0, total.span).reduce((sum, width) => sum + width, 0);
  const label = textCell(sheet, total.label, labelWidth, STRONG, { align: "center" });
  const others = widths.slice(total.span).map((width, index) =>
    textCell(sheet, total.cells[index] ?? "", width, STRONG, {
      align: columns[total.span + index]?.align ?? "left",
    }),
  );
  return [label, ...others];
}

function footCells(sheet: Sheet, row: FootRow): Cell[] {
  if (row.right === undefined) return [textCell(sheet, row.left, sheet.width, STRONG)];
  const rightWidth = Math.min(
    sheet.width / 2,
    Math.max(110, sheet.type.width(sheet.type.printable(row.right), STRONG) + 2 * PAD.x + 2),
  );
  return [
    textCell(sheet, row.left, sheet.width - rightWidth, STRONG),
    textCell(sheet, row.right, rightWidth, STRONG),
  ];
}

function drawSubtotal(
  sheet: Sheet,
  subtotal: PageSubtotal,
  widths: readonly number[],
  columns: readonly TableColumn[],
  onPage: readonly ReadyRow[],
): void {
  const sources = new Set(onPage.map((row) => row.source));
  const cells = columns.slice(subtotal.span).map((_, index) => {
    const sum = subtotal.sums.find(({ column }) => column === subtotal.span + index);
    if (!sum) return "";
    return formatMoney(
      Money.sum(sum.amounts.filter((_amount, row) => sources.has(row)).map(Money.of)),
    );
  });
  const row = totalCells(
    sheet,
    { label: subtotal.label, span: subtotal.span, cells },
    widths,
    columns,
  );
  drawRow(sheet, row, Math.max(rowHeight(row), LEAST_ROW));
}
