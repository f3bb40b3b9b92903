import { describe, expect, it } from "vitest";
import { type Block, CHINESE_KIT_WORDS, type DocumentModel } from "@/lib/pdf/document-model";
import { drawDocument } from "@/lib/pdf/draw-document";
import { pdfPages, pdfPageTexts } from "@/tests/support/pdf-text";

const documentOf = (
  blocks: readonly Block[],
  change: Partial<DocumentModel> = {},
): DocumentModel => ({
  fileTitle: "单据 CK2026-0001",
  language: "zh-CN",
  head: { name: "滨海精工刀具制造有限公司", lines: ["大连市 营辉路 88 号", "电话 0411-86701234"] },
  title: "出库单",
  number: "CK2026-0001",
  copies: [{ name: "①存根", blocks }],
  watermark: null,
  printMark: "第 2 次打印",
  footer: "系统编号 7　打印 2026-11-23 14:31 王敏",
  printedAt: new Date("2026-11-23T06:31:00Z"),
  words: CHINESE_KIT_WORDS,
  ...change,
});

const table = (count: number): Block => ({
  kind: "table",
  columns: [
    { label: "序号", width: 30, align: "center" },
    { label: "产品", width: 100, flex: 1 },
    { label: "金额", width: 80, align: "right" },
  ],
  rows: Array.from({ length: count }, (_, index) => [`${index + 1}`, `货品${index + 1}`, "10.50"]),
  subtotal: {
    label: "本页小计",
    span: 2,
    sums: [{ column: 2, amounts: Array.from({ length: count }, () => "10.50") }],
  },
  total: { label: "合计", span: 2, cells: [`总额${count}`] },
});

const drawnPages = async (model: DocumentModel) => pdfPageTexts(await drawDocument(model));

describe("a drawn document", () => {
  it("carries head, title, number, print mark, foot and page count", async () => {
    const [page = ""] = await drawnPages(documentOf([]));
    for (const text of [
      "滨海精工刀具制造有限公司",
      "大连市 营辉路 88 号",
      "出库单",
      "编号：CK2026-0001",
      "第 2 次打印",
      "系统编号 7　打印 2026-11-23 14:31 王敏",
      "第 1 页 / 共 1 页",
    ]) {
      expect(page).toContain(text);
    }
  });

  it("writes the copy's name down the margin, one character under the other", async () => {
    const [runs = []] = pdfPages(await drawDocument(documentOf([])));
    const margin = runs.filter((run) => run.x > 552);
    expect(margin.map((run) => run.text).join("")).toBe("①存根");
  });

  it("repeats the table's header on each page and closes each page with its own subtotal", async () => {
    const pages = await drawnPages(documentOf([table(90)]));
    expect(pages.length).toBeGreaterThan(2);
    const rows = pages.map((page) => page.match(/货品\d+/g)?.length ?? 0);
    expect(rows.reduce((sum, count) => sum + count, 0)).toBe(90);
    pages.forEach((page, index) => {
      expect(page).toContain("产品");
      const cents = (rows[index] ?? 0) * 1050;
      const sum = `${(cents - (cents % 100)) / 100}.${(cents % 100).toFixed(0).padStart(2, "0")}`;
      expect(page.replace(",", "")).toContain(`本页小计\n${sum}`);
      expect(page).toContain(`第 ${index + 1} 页 / 共 ${pages.length} 页`);
      expect(page.includes("总额90")).toBe(index === pages.length - 1);
    });
  });

  it("prints no page subtotal when the table stands on one page", async () => {
    const [page = ""] = await drawnPages(documentOf([table(5)]));
    expect(page).not.toContain("本页小计");
    expect(page).toContain("总额5");
  });

  it("says on further pages what they belong to", async () => {
    const pages = await drawnPages(documentOf([table(60)]));
    expect(pages[1]).toContain("出库单（续）");
    expect(pages[1]).toContain("CK2026-0001");
  });

  it("counts the pages of each copy by itself", async () => {
    const copies = ["①", "②"].map((name) => ({ name, blocks: [table(60)] }));
    const pages = await drawnPages(documentOf([], { copies }));
    expect(pages).toHaveLength(4);
    expect(pages[2]).toContain("第 1 页 / 共 2 页");
  });

  it("keeps everything inside the page and figures in a column flush right", async () => {
    const pages = pdfPages(await drawDocument(documentOf([table(40)])));
    for (const run of pages.flat()) {
      expect(run.x).toBeGreaterThan(40);
      expect(run.x).toBeLessThan(580);
      expect(run.y).toBeGreaterThan(20);
      expect(run.y).toBeLessThan(820);
    }
    const amounts = pages.flat().filter((run) => run.text === "10.50");
    expect(new Set(amounts.map((run) => run.x)).size).toBe(1);
  });

  it("keeps rows above the foot and the total with a row, however many rows there are", async () => {
    for (let count = 30; count <= 42; count += 1) {
      const pages = pdfPages(await drawDocument(documentOf([table(count)])));
      const foot = pages[0]?.find((run) => run.text.startsWith("系统编号"))?.y ?? 0;
      for (const runs of pages) {
        const rows = runs.filter((run) => /^货品|^本页小计$|^合计$/.test(run.text));
        expect(Math.min(...rows.map((run) => run.y))).toBeGreaterThan(foot + 10);
        expect(rows.some((run) => run.text.startsWith("货品"))).toBe(true);
      }
    }
  });

  it("splits a cell that is taller than a page instead of losing its text", async () => {
    const value = "长".repeat(6000);
    const pages = await drawnPages(
      documentOf([{ kind: "keyValues", pairs: [{ label: "说明", value, wide: true }] }]),
    );
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.join("").match(/长/g)).toHaveLength(6000);
  });

  it("draws the watermark under the content and names it beside the print mark", async () => {
    const [runs = []] = pdfPages(await drawDocument(documentOf([], { watermark: "未审批" })));
    expect(runs[0]).toMatchObject({ text: "未审批" });
    expect(runs[0]?.size).toBeGreaterThan(80);
    expect(runs.filter((run) => run.text === "未审批")).toHaveLength(2);
  });

  it("draws a dash where no signature was needed and leaves an open box empty", async () => {
    const [page = ""] = await drawnPages(
      documentOf([
        {
          kind: "signatures",
          boxes: [
            { label: "审批", state: "notNeeded" },
            { label: "签收", state: "open" },
            { label: "核对", state: "signed", name: "赵立新", onBehalfOf: "代 孙国强" },
          ],
        },
      ]),
    );
    expect(page).toContain("审批\n—\n签收\n核对\n赵立新\n代 孙国强");
  });

  it("names characters without a glyph at the end of the paper", async () => {
    const [page = ""] = await drawnPages(
      documentOf([{ kind: "text", paragraphs: ["收货人 𠮷田喆"] }]),
    );
    expect(page).toContain("收货人 〓田喆");
    expect(page).toContain("U+20BB7");
  });

  it("stays a paper without a number: no bar code, no number line", async () => {
    const [page = ""] = await drawnPages(documentOf([], { number: null }));
    expect(page).not.toContain("编号：");
  });

  it("gives the same bytes for the same paper", async () => {
    const model = documentOf([table(3)]);
    expect((await drawDocument(model)).equals(await drawDocument(model))).toBe(true);
  });
});
