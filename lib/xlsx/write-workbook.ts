import "server-only";
import ExcelJS from "exceljs";
import type { ColumnKind, ListRow, ListValue } from "@/lib/core/list-state";
import { neutralText, toCellValue } from "./cell-value";

/** `header` is the printed word; `width` in characters. */
type WorkbookColumn = { key: string; header: string; kind: ColumnKind; width?: number };

export type WorkbookInput = {
  /** Name of the sheet. */
  sheet: string;
  /** Which filters made this list, in words: row 1. */
  filters: string;
  columns: readonly WorkbookColumn[];
  rows: AsyncIterable<ListRow> | Iterable<ListRow>;
  /** Word in front of the totals row, and the sums by column key, asked for after the last row. */
  totals?: { label: string; values: () => Readonly<Record<string, string>> };
  /** Who exported and when, in words: last row and page footer. */
  watermark: string;
};

const HEADER_ROW = 2;
const WIDTHS: Partial<Record<ColumnKind, number>> = {
  date: 12,
  instant: 17,
  money: 15,
  price: 13,
  quantity: 12,
  integer: 9,
};

/** A register as an .xlsx file: filter line, frozen header, real numbers and dates, totals, watermark. */
export async function writeWorkbook(input: WorkbookInput): Promise<Uint8Array<ArrayBuffer>> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet(sheetName(input.sheet), {
    views: [{ state: "frozen", ySplit: HEADER_ROW }],
    pageSetup: {
      paperSize: 9,
      orientation: "landscape",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
    },
    headerFooter: { oddFooter: footerText(input.watermark) },
  });
  sheet.getCell(1, 1).value = neutralText(input.filters);
  writeHeader(sheet, input.columns);
  for await (const row of input.rows) appendRow(sheet, input.columns, row);
  if (input.totals) writeTotals(sheet, input.columns, input.totals);
  sheet.getCell(sheet.rowCount + 1, 1).value = neutralText(input.watermark);
  return Uint8Array.from(Buffer.from(await workbook.xlsx.writeBuffer()));
}

function writeHeader(sheet: ExcelJS.Worksheet, columns: readonly WorkbookColumn[]): void {
  const header = sheet.getRow(HEADER_ROW);
  columns.forEach((column, index) => {
    header.getCell(index + 1).value = neutralText(column.header);
    sheet.getColumn(index + 1).width =
      column.width ?? WIDTHS[column.kind] ?? Math.max(12, column.header.length * 2 + 2);
  });
  header.font = { bold: true };
  header.border = { bottom: { style: "thin" } };
  sheet.autoFilter = {
    from: { row: HEADER_ROW, column: 1 },
    to: { row: HEADER_ROW, column: Math.max(1, columns.length) },
  };
}

function appendRow(
  sheet: ExcelJS.Worksheet,
  columns: readonly WorkbookColumn[],
  row: ListRow,
): void {
  const target = sheet.getRow(sheet.rowCount + 1);
  columns.forEach(({ key, kind }, index) => {
    writeCell(target.getCell(index + 1), row[key] ?? null, kind);
  });
}

function writeTotals(
  sheet: ExcelJS.Worksheet,
  columns: readonly WorkbookColumn[],
  { label, values }: NonNullable<WorkbookInput["totals"]>,
): void {
  const sums = values();
  const target = sheet.getRow(sheet.rowCount + 1);
  target.font = { bold: true };
  target.border = { top: { style: "thin" } };
  target.getCell(1).value = neutralText(label);
  columns.forEach(({ key, kind }, index) => {
    const total = sums[key];
    if (total !== undefined) writeCell(target.getCell(index + 1), total, kind);
  });
}

function writeCell(cell: ExcelJS.Cell, source: ListValue, kind: ColumnKind): void {
  const { value, format } = toCellValue(source, kind);
  cell.value = value;
  if (format) cell.numFmt = format;
}

// Excel refuses these characters in a sheet's name, and more than 31 of any.
function sheetName(name: string): string {
  return name.replace(/[\\/?*[\]:]/g, " ").slice(0, 31) || "Sheet1";
}

// "&" begins a code in Excel's footers.
function footerText(text: string): string {
  return `&L${text.replace(/&/g, "&&").slice(0, 200)}&R&P/&N`;
}
