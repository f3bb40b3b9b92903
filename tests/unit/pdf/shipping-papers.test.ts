import { describe, expect, it } from "vitest";
import type { Block, DocumentModel } from "@/lib/pdf/document-model";
import { drawDocument } from "@/lib/pdf/draw-document";
import { noticeDocument } from "@/lib/shipping/notice-pdf";
import { packingListDocument } from "@/lib/shipping/packing-list-pdf";
import { receiptConfirmationDocument } from "@/lib/shipping/receipt-confirmation-pdf";
import { slipDocument } from "@/lib/shipping/slip-pdf";
import { waybillDocument } from "@/lib/shipping/waybill-pdf";
import { pdfPageTexts } from "@/tests/support/pdf-text";
import {
  frameOf,
  noticePaper,
  packingListPaper,
  receiptConfirmationPaper,
  redSlipPaper,
  slipPaper,
  waybillPaper,
} from "./papers";

type BlockOf<Kind extends Block["kind"]> = Extract<Block, { kind: Kind }>;

function blocksOf<Kind extends Block["kind"]>(model: DocumentModel, kind: Kind, copy = 0) {
  const blocks = model.copies[copy]?.blocks ?? [];
  return blocks.filter((block): block is BlockOf<Kind> => block.kind === kind);
}

const labelsOf = (model: DocumentModel, copy = 0) =>
  blocksOf(model, "table", copy)[0]?.columns.map(({ label }) => label);

const textOf = async (model: DocumentModel) =>
  pdfPageTexts(await drawDocument(model)).map((page) => page.replaceAll(/[¥,]/g, ""));

describe("shipping notice (F09)", () => {
  it("[R1.2.1-c] says what, where to, how and when, in two copies", () => {
    const model = noticeDocument(noticePaper(2));
    expect(model.copies.map(({ name }) => name)).toEqual(["①存根", "②出库单填写人"]);
    const values = Object.fromEntries(
      blocksOf(model, "keyValues").flatMap(({ pairs }) =>
        pairs.map(({ label, value }) => [label, value]),
      ),
    );
    expect(values).toMatchObject({
      合同编号: "LG2026-018",
      要求发货日期: "2026年11月25日",
      收货人: "欧阳䶮",
      发货方式: "快递",
      承运单位: "中通快递",
      运费结算: "到付",
      到款情况: "已到款　2026年11月22日",
      是否分批: "是",
    });
  });

  it("prints deviations from the contract with their reasons", () => {
    const [text] = blocksOf(noticeDocument(noticePaper(1)), "text");
    expect(text).toMatchObject({
      heading: "与合同不同之处及理由",
      paragraphs: ["要求发货日期晚于合同交货期：客户要求与下一批同时到货。"],
      boxed: true,
    });
  });

  it("shows no amount to whom prices are closed", async () => {
    const open = noticeDocument(noticePaper(2));
    const closed = noticeDocument(noticePaper(2, { showsPrices: false }));
    expect(labelsOf(open)).toContain("金额");
    expect(labelsOf(closed)).not.toContain("金额");
    expect((await textOf(closed)).join("")).not.toContain("432.50");
  });
});

describe("outbound slip (F10)", () => {
  it("[R1.2.2-a] has three named copies", () => {
    const names = slipDocument(slipPaper(1)).copies.map(({ name }) => name);
    expect(names).toEqual(["①市场部存根", "②成品库记账", "③财务"]);
  });

  it("keeps prices and debts off the warehouse copy", async () => {
    const [office = "", warehouse = "", finance = ""] = await textOf(slipDocument(slipPaper(2)));
    for (const page of [office, finance]) {
      expect(page).toContain("432.50");
      expect(page).toContain("合计（大写）");
      expect(page).toContain("12300.00");
      expect(page).toContain("运费");
    }
    for (const text of ["单价", "金额", "432.50", "大写", "12300.00", "运费", "逾期"]) {
      expect(warehouse).not.toContain(text);
    }
    expect(warehouse).toContain("A-03-2");
  });

  it("opens the warehouse copy when the setting says that the keeper sees prices", () => {
    const model = slipDocument(slipPaper(1, { keeperSeesPrices: true }));
    expect(labelsOf(model, 1)).toContain("单价");
  });

  it("prints no price on any copy for a reader to whom prices are closed", async () => {
    const pages = await textOf(slipDocument(slipPaper(2, { showsPrices: false })));
    for (const page of pages) expect(page).not.toContain("432.50");
  });

  it("[R1.2.2-b][R1.3.1-e] has the department head's box and always the director's", () => {
    const needed = blocksOf(slipDocument(slipPaper(1)), "signatures")[0]?.boxes;
    expect(needed?.map(({ label }) => label)).toEqual([
      "制单",
      "部门负责人",
      "销售厂长审批",
      "发货（库管员）",
      "提货/收货人",
    ]);
    expect(needed?.[2]).toMatchObject({ state: "signed", name: "孙国强", comment: "同意，限本次" });
    const paper = slipPaper(1, { director: null, directorIsNeeded: false });
    const box = blocksOf(slipDocument(paper), "signatures")[0]?.boxes[2];
    expect(box).toEqual({ label: "销售厂长审批", state: "notNeeded" });
    const waiting = slipPaper(1, { director: null, directorIsNeeded: true });
    expect(blocksOf(slipDocument(waiting), "signatures")[0]?.boxes[2]?.state).toBe("open");
  });

  it("[R1.3.1-e] shows the figures and the violations that the director decides on", () => {
    const credit = blocksOf(slipDocument(slipPaper(1)), "keyValues")[1];
    expect(credit?.pairs).toMatchObject([
      { label: "发货前欠款", value: "¥12,300.00" },
      { label: "本单计入欠款" },
      { label: "发货后欠款", value: "¥18,400.00" },
      { label: "欠款限额", value: "¥15,000.00" },
      { label: "逾期金额", value: "¥3,400.00" },
      { label: "最早到期日", value: "2026年10月31日" },
      { label: "违反条件", value: "欠款超过限额 3,400.00 元；有逾期未付货款" },
      { label: "例外理由" },
      { label: "厂长批准至", value: "¥18,400.00" },
    ]);
  });

  it("leaves the issued column empty until the keeper has issued", () => {
    const paper = slipPaper(2);
    const lines = paper.lines.map((line) => ({ ...line, issuedQty: null }));
    const table = blocksOf(slipDocument({ ...paper, lines }), "table")[0];
    expect(table?.rows.map((row) => row[5])).toEqual(["", "", ""]);
    expect(table?.total?.cells.slice(0, 2)).toEqual(["20", ""]);
  });

  it("adds quantities up only when all rows share one unit", () => {
    const paper = slipPaper(2);
    const lines = paper.lines.map((line, index) => ({ ...line, unit: index ? "片" : "支" }));
    const table = blocksOf(slipDocument({ ...paper, lines }), "table")[0];
    expect(table?.total?.cells[0]).toBe("");
  });

  it("prints a red slip with negative rows, its own number and the slip it takes back", async () => {
    const model = slipDocument(redSlipPaper(2));
    const [page = ""] = await textOf(model);
    expect(model.title).toBe("红字出库单");
    for (const text of ["CK2026-0002", "CK2026-0001", "-432.50", "人民币负", "规格装错"]) {
      expect(page).toContain(text);
    }
  });

  it("marks a cancelled slip 作废 and a reversed one 已冲销, numbers kept", () => {
    const markOf = (mark: "VOIDED" | "REVERSED") =>
      slipDocument(slipPaper(1, { frame: frameOf("CK2026-0001", mark) }));
    expect(markOf("VOIDED")).toMatchObject({ watermark: "作废", number: "CK2026-0001" });
    expect(markOf("REVERSED").watermark).toBe("已冲销");
  });

  it("[R1.2.2-c] shows keeper and receiver with time and papers", () => {
    const receiver = {
      name: "张师傅",
      idNo: "2102**********1234",
      vehicleNo: "辽B·12345",
      at: new Date("2026-11-23T05:30:00Z"),
    };
    const boxes = blocksOf(slipDocument(slipPaper(1, { receiver })), "signatures")[0]?.boxes;
    expect(boxes?.[3]).toMatchObject({ name: "马喆", signedAt: "2026年11月23日 13:00" });
    expect(boxes?.[4]).toMatchObject({
      name: "张师傅",
      comment: "2102**********1234　辽B·12345",
      signedAt: "2026年11月23日 13:30",
    });
  });

  it("prints forty rows on several pages that each name copy and page", async () => {
    const pages = await textOf(slipDocument(slipPaper(40)));
    expect(pages.filter((page) => page.includes("第 1 页"))).toHaveLength(3);
    expect(pages[0]).toContain("本页小计");
  });
});

describe("packing list (F11)", () => {
  it("[R1.2.2-e] is made out in two copies and never shows a price", async () => {
    const model = packingListDocument(packingListPaper(5));
    expect(model.copies.map(({ name }) => name)).toEqual(["第一联 随货", "第二联 留存"]);
    const text = (await textOf(model)).join("");
    for (const word of ["单价", "金额", "元", "432.50"]) expect(text).not.toContain(word);
  });

  it("[R1.2.2-d][R1.2.2-f] compares with the contract and shows what was ticked against the goods", () => {
    const [table] = blocksOf(packingListDocument(packingListPaper(3)), "table");
    expect(table?.rows.map((row) => row.slice(4))).toEqual([
      ["5", "5", "1/2", "ticked"],
      ["15", "15", "2/2", ""],
      ["25", "25", "1/2", "ticked"],
    ]);
    const [comparison, enclosed] = blocksOf(packingListDocument(packingListPaper(1)), "ticks");
    expect(comparison?.items).toEqual([{ text: "已与合同内容核对一致", isTicked: true }]);
    expect(enclosed?.items[0]).toEqual({ text: "合格证", isTicked: true });
  });

  it("lists the boxes with measures and weights", () => {
    const boxes = blocksOf(packingListDocument(packingListPaper(1)), "table")[1];
    expect(boxes?.rows).toEqual([
      ["1/2", "纸箱", "40×30×25", "8.25", "9"],
      ["2/2", "纸箱", "", "", "4.5"],
    ]);
  });
});

describe("waybill (F12)", () => {
  it("[R1.2.2-g] shows sender, recipient and parcel", () => {
    const model = waybillDocument(waybillPaper());
    const [parties] = blocksOf(model, "parties");
    expect(parties?.left.pairs[0]?.value).toBe("滨海精工刀具制造有限公司");
    expect(parties?.right.pairs.map(({ value }) => value)).toEqual([
      "沈阳北方透平机械集团齿轮压缩机有限公司",
      "欧阳䶮",
      "13840012345",
      "辽宁省沈阳市经济技术开发区开发大路 16 号甲 三号厂房二层刀具库（周一至周五收货）（邮编 110142）",
    ]);
    const parcel = blocksOf(model, "keyValues")[1]?.pairs;
    expect(parcel).toContainEqual({ label: "重量", value: "13.5 kg" });
    expect(parcel).toContainEqual({ label: "保价金额", value: "¥6,000.00" });
    expect(parcel).toContainEqual({ label: "装箱单号", value: "ZX2026-0007、ZX2026-0008" });
  });

  it("[R1.2.2-h][R1.2.2-i] shows who notified the courier and who handed over, and when", () => {
    const boxes = blocksOf(waybillDocument(waybillPaper()), "signatures")[0]?.boxes;
    expect(boxes).toMatchObject([
      { label: "通知快递公司", name: "王敏", signedAt: "2026年11月23日 14:10" },
      { label: "交寄人", name: "马喆", signedAt: "2026年11月23日 16:30" },
      { label: "收件员（快递公司）", name: "刘师傅" },
      { label: "收件人签收", state: "open" },
    ]);
  });
});

describe("receipt confirmation (F14)", () => {
  it("[R1.2.3-d] records every contact and what came of the last one", async () => {
    const model = receiptConfirmationDocument(receiptConfirmationPaper());
    const [goods, contacts] = blocksOf(model, "table");
    expect(goods?.rows.map((row) => [row[1], row[4]])).toEqual([
      ["硬质合金立铣刀", "20"],
      ["麻花钻", "5"],
    ]);
    expect(goods?.total?.cells).toEqual(["25"]);
    expect(contacts?.rows.map((row) => row[3])).toEqual(["无人接听", "已收到，有问题"]);
    const [page = ""] = await textOf(model);
    for (const text of [
      "CK2026-0001",
      "2026年11月26日",
      "外箱一角压扁",
      "补发 1 支",
      "75312345678901",
    ]) {
      expect(page).toContain(text);
    }
  });
});
