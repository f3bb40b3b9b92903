import { describe, expect, it } from "vitest";
import { formalContractDocument } from "@/lib/contracts/formal-contract-pdf";
import { verbalOrderDocument } from "@/lib/contracts/verbal-order-pdf";
import type { Block, DocumentModel } from "@/lib/pdf/document-model";
import { drawDocument } from "@/lib/pdf/draw-document";
import { CLAUSE_KEYS } from "@/lib/settings/clause-keys";
import { pdfPageTexts } from "@/tests/support/pdf-text";
import { pngOf } from "@/tests/support/pictures";
import { contractLines, formalContractPaper, frameOf, verbalOrderPaper } from "./papers";

type BlockOf<Kind extends Block["kind"]> = Extract<Block, { kind: Kind }>;

function blocksOf<Kind extends Block["kind"]>(model: DocumentModel, kind: Kind, copy = 0) {
  const blocks = model.copies[copy]?.blocks ?? [];
  return blocks.filter((block): block is BlockOf<Kind> => block.kind === kind);
}

const valuesOf = (model: DocumentModel) =>
  Object.fromEntries(
    blocksOf(model, "keyValues").flatMap((block) =>
      block.pairs.map(({ label, value }) => [label, value]),
    ),
  );

describe("verbal order slip (F02)", () => {
  it("[R1.1.2-d] shows the order, its terms and the read-back in one internal copy", () => {
    const model = verbalOrderDocument(verbalOrderPaper(2));
    expect(model.copies).toHaveLength(1);
    expect(model.number).toBe("DH2026-0031");
    expect(valuesOf(model)).toMatchObject({
      客户: "沈阳北方透平机械集团齿轮压缩机有限公司",
      合同编号: "LG2026-018",
      订货时间: "2026年11月23日 09:12",
      付款方式: "月结（30 天）",
      "税率/发票": "13%　增值税专用发票",
      复述确认: "已向 慕容喆 复述全部内容并得到确认，2026年11月23日 09:20",
      口头形式理由: "往来多次客户",
      包装要求: "无",
    });
  });

  it("shows quantity with its packs, the typed net price, stock and production of each row", () => {
    const [table] = blocksOf(verbalOrderDocument(verbalOrderPaper(3)), "table");
    expect(table?.rows[1]).toEqual([
      "2",
      "直柄麻花钻",
      "φ8.5\n硬质合金 TiAlN",
      "支",
      "15",
      "12.35\n不含税 10.9292",
      "185.25",
      "2026-12-15",
      "现货 5\n生产 10",
    ]);
    expect(table?.rows[2]?.[4]).toBe("25\n合2.5盒");
  });

  it("prints a charge with its amount only", () => {
    const [table] = blocksOf(verbalOrderDocument(verbalOrderPaper(1)), "table");
    expect(table?.rows[1]).toEqual(["2", "运费", "", "", "", "", "120.00", "", ""]);
  });

  it("writes the total in words directly behind 人民币 and in figures with ¥", () => {
    const paper = verbalOrderPaper(1, { totalAmount: "6007.14" });
    const [table] = blocksOf(verbalOrderDocument(paper), "table");
    expect(table?.footRows).toEqual([
      { left: "合计（大写）：人民币陆仟零柒元壹角肆分", right: "（小写）¥6,007.14" },
    ]);
  });

  it("[R1.1.4-a][R1.1.4-b] has the boxes of clerk, chief and director, in this order, with 代", () => {
    const [signatures] = blocksOf(verbalOrderDocument(verbalOrderPaper(1)), "signatures");
    expect(signatures?.boxes).toMatchObject([
      { label: "记录人（内勤）", state: "signed", name: "王敏" },
      { label: "市场部部长核对", name: "赵立新", onBehalfOf: "代 孙国强", decision: "同意" },
      { label: "销售厂长审批", state: "open" },
    ]);
    expect(signatures?.boxes[0]).not.toHaveProperty("decision");
  });

  it("carries 未审批 across the page until it is approved and 作废 when it is voided", () => {
    const marked = (mark: "UNAPPROVED" | "VOIDED" | null) =>
      verbalOrderDocument(verbalOrderPaper(1, { frame: frameOf("DH2026-0031", mark) })).watermark;
    expect([marked("UNAPPROVED"), marked("VOIDED"), marked(null)]).toEqual([
      "未审批",
      "作废",
      null,
    ]);
  });

  it("can be read back from the file with every row, rare characters included", async () => {
    const pages = pdfPageTexts(await drawDocument(verbalOrderDocument(verbalOrderPaper(40))));
    const text = pages.join("\n");
    expect(pages.length).toBeGreaterThan(1);
    for (const part of ["慕容喆", "欧阳䶮", "欧阳", "堃项目", "CNMG120408-PM", "本页小计"]) {
      expect(text).toContain(part);
    }
    expect(text.match(/机用丝锥/g)).toHaveLength(8);
    expect(text).not.toContain("〓");
  });
});

describe("the factory's stamp (F46)", () => {
  const images = { logo: pngOf(40, 40), stamp: pngOf(60, 60) };
  const papers = (mark: "UNAPPROVED" | "VOIDED" | null) => {
    const frame = { ...frameOf("LG2026-018", mark), images };
    return [
      formalContractDocument(formalContractPaper(2, { frame })),
      verbalOrderDocument(verbalOrderPaper(1, { frame })),
    ];
  };
  const isStamped = (model: DocumentModel) =>
    model.copies.every(({ blocks }) =>
      blocks.some((block) => "stamp" in block && block.stamp === images.stamp),
    );

  it("is pressed on every copy of an approved contract and never on another", () => {
    expect(papers(null).map(isStamped)).toEqual([true, true]);
    for (const mark of ["UNAPPROVED", "VOIDED"] as const) {
      const text = papers(mark).map((model) => model.copies.flatMap(({ blocks }) => blocks));
      expect(text.flat().some((block) => "stamp" in block)).toBe(false);
    }
  });

  it("goes into the file once for all copies, beside the logo in the head", async () => {
    const [formal] = papers(null);
    if (!formal) throw new Error("no paper");
    expect(formal.head.logo).toBe(images.logo);
    const file = (await drawDocument(formal)).toString("latin1");
    // Each picture with its mask of transparency.
    expect(file.match(/\/Subtype \/Image/g)).toHaveLength(4);
  });
});

describe("formal contract (F03)", () => {
  it("[R1.1.2-c] prints clauses two to thirteen in order and 无 where nothing was agreed", () => {
    const [clauses] = blocksOf(formalContractDocument(formalContractPaper(2)), "clauses");
    const starts = "二 三 四 五 六 七 八 九 十 十一 十二 十三".split(" ");
    expect(clauses?.clauses.map(({ heading }) => heading.split("、")[0])).toEqual(starts);
    const texts = clauses?.clauses.map(({ text }) => text) ?? [];
    expect([texts[3], texts[6], texts[8]]).toEqual(["无", "无", "无"]);
    expect(texts[2]).toBe("快递，运费由需方承担。");
    expect(texts).toHaveLength(CLAUSE_KEYS.length);
  });

  it("adds the payment plan to the settlement clause", () => {
    const [clauses] = blocksOf(formalContractDocument(formalContractPaper(1)), "clauses");
    expect(clauses?.clauses[7]?.text).toBe(
      "合同生效后预付 30%，余款发货前付清，电汇。\n付款安排：预付款 30%，计 ¥3,390.00，合同生效后支付；发货前余款 70%，计 ¥7,910.00，发货前付清。",
    );
  });

  it("shows both parties side by side and a dash for what is unknown", () => {
    const [parties] = blocksOf(formalContractDocument(formalContractPaper(1)), "parties");
    expect(parties?.left.title).toBe("供方");
    expect(parties?.right.pairs).toContainEqual({ label: "法定代表人", value: "刘镕" });
    expect(parties?.right.pairs).toContainEqual({ label: "传真", value: "—" });
    expect(parties?.left.pairs.map(({ label }) => label)).toEqual([
      "单位名称（章）",
      "单位地址",
      "法定代表人",
      "委托代理人",
      "电话",
      "传真",
      "税号",
      "开户银行",
      "账号",
      "邮政编码",
    ]);
  });

  it("splits the total into net and tax under the words", () => {
    const paper = formalContractPaper(1, {
      totalAmount: "100.00",
      netTotal: "88.50",
      taxTotal: "11.50",
    });
    const [table] = blocksOf(formalContractDocument(paper), "table");
    expect(table?.footRows).toEqual([
      { left: "合计（大写）：人民币壹佰元整", right: "（小写）¥100.00" },
      { left: "其中：不含税金额 ¥88.50，税额 ¥11.50（税率 13%，增值税专用发票）" },
    ]);
  });

  it("is an original for each side, and keeps our approvals off the buyer's", () => {
    const model = formalContractDocument(formalContractPaper(1));
    expect(model.copies.map(({ name }) => name)).toEqual(["正本·供方", "正本·需方"]);
    expect(blocksOf(model, "signatures", 0)).toHaveLength(1);
    expect(blocksOf(model, "signatures", 1)).toHaveLength(0);
  });

  it("says how many originals there are", () => {
    const originals = (originalCount: number) =>
      blocksOf(formalContractDocument(formalContractPaper(1, { originalCount })), "text")[0]
        ?.paragraphs[0];
    expect(originals(2)).toBe("本合同一式贰份，供需双方各执壹份，具有同等效力。");
    expect(originals(4)).toBe("本合同一式肆份，供需双方各执贰份，具有同等效力。");
    expect(originals(3)).toBe("本合同一式叁份，供需双方分别保存，具有同等效力。");
  });

  it("does not tell the customer what is in stock and what must be made", async () => {
    const lines = contractLines(3);
    const model = formalContractDocument(formalContractPaper(3, { lines }));
    const text = pdfPageTexts(await drawDocument(model)).join("\n");
    expect(text).not.toContain("现货");
    expect(text).toContain("工矿产品购销合同");
    expect(text).toContain("沈阳北方透平机械集团齿轮压缩机有限公司");
  });
});
