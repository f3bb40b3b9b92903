import ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import { neutralText, toCellValue } from "@/lib/xlsx/cell-value";
import { writeWorkbook } from "@/lib/xlsx/write-workbook";

async function* rows() {
  yield {
    id: "1",
    number: "LG2026-001",
    customer: "=HYPERLINK(1)",
    on: "2026-11-23",
    amount: "1234.50",
  };
  yield { id: "2", number: "LG2026-002", customer: "宏达", on: null, amount: "-0.05" };
}

async function read() {
  const bytes = await writeWorkbook({
    sheet: "合同登记表/2026",
    filters: "客户：宏达",
    columns: [
      { key: "number", header: "合同编号", kind: "code" },
      { key: "customer", header: "客户", kind: "text" },
      { key: "on", header: "日期", kind: "date" },
      { key: "amount", header: "金额", kind: "money" },
    ],
    rows: rows(),
    totals: { label: "合计", values: () => ({ amount: "1234.45" }) },
    watermark: "王丽 2026-11-23 14:31",
  });
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes.buffer);
  const [sheet] = workbook.worksheets;
  if (!sheet) throw new Error("no sheet");
  return sheet;
}

describe("a register as a spreadsheet", () => {
  it("prints the filters in row 1 and freezes the header below it", async () => {
    const sheet = await read();
    expect(sheet.getCell("A1").value).toBe("客户：宏达");
    expect(sheet.getCell("A2").value).toBe("合同编号");
    expect(sheet.views[0]).toMatchObject({ state: "frozen", ySplit: 2 });
    expect(sheet.name).toBe("合同登记表 2026");
  });

  it("writes amounts as numbers and dates as dates that do not shift with the time zone", async () => {
    const sheet = await read();
    expect(sheet.getCell("D3").value).toBe(1234.5);
    expect(sheet.getCell("D4").value).toBe(-0.05);
    expect(sheet.getCell("C3").value).toEqual(new Date("2026-11-23T00:00:00Z"));
    expect(sheet.getCell("C4").value).toBeNull();
  });

  it("ends with the totals and with who exported when", async () => {
    const sheet = await read();
    expect(sheet.getCell("A5").value).toBe("合计");
    expect(sheet.getCell("D5").value).toBe(1234.45);
    expect(sheet.getCell("A6").value).toBe("王丽 2026-11-23 14:31");
  });

  it("never lets a text be taken for a formula", async () => {
    const sheet = await read();
    expect(sheet.getCell("B3").value).toBe("'=HYPERLINK(1)");
    for (const text of ["=1", "+1", "-1", "@A1", "\t=1", "＝1"]) {
      expect(neutralText(text).startsWith("'")).toBe(true);
    }
    expect(neutralText("φ10×22×72-4F")).toBe("φ10×22×72-4F");
    expect(neutralText("a\u0000b")).toBe("ab");
  });

  it("shows instants on the factory's clock", () => {
    expect(toCellValue("2026-11-22T20:30:00.000Z", "instant").value).toEqual(
      new Date("2026-11-23T04:30:00Z"),
    );
  });

  it("shows whole quantities without decimals", () => {
    expect(toCellValue("20", "quantity")).toEqual({ value: 20, format: "#,##0" });
    expect(toCellValue("2.5", "quantity")).toEqual({ value: 2.5, format: "#,##0.000" });
  });
});
