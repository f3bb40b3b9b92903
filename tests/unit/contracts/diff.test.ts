import { describe, expect, it } from "vitest";
import type { ContentLine, ContractContent } from "@/lib/contracts/content";
import { changeCount, diffContent, isUnchanged } from "@/lib/contracts/diff";

const line = (changes: Partial<ContentLine> = {}): ContentLine => ({
  lineNo: 1,
  lineKind: "GOODS",
  productId: "p1",
  productName: "立铣刀",
  spec: "φ10",
  drawingNo: "",
  material: "",
  coating: "",
  accuracyGrade: "",
  brand: "",
  unit: "支",
  quantity: "20",
  packUnit: null,
  packQuantity: null,
  unitPrice: "12.5000",
  amount: "250.00",
  deliveryOn: "2026-12-01",
  supplyType: "STOCK",
  qtyFromStock: "20",
  qtyToProduce: "0",
  lineRemark: "",
  ...changes,
});
const content = (changes: Partial<ContractContent> = {}): ContractContent => ({
  head: { paymentTerm: "MONTHLY", totalAmount: "250.00" },
  clauses: { qualityClause: "按国标" },
  instalments: [],
  lines: [line()],
  ...changes,
});

describe("what a resubmission changed", () => {
  it("is nothing for equal content", () => {
    expect(isUnchanged(diffContent(content(), content()))).toBe(true);
  });

  it("counts the values that a reader sees: each field of a changed line, an added line as one", () => {
    const after = content({
      head: { paymentTerm: "MONTHLY", totalAmount: "375.00" },
      lines: [
        line({ contractLineId: "l1", quantity: "30", amount: "375.00" }),
        line({ lineNo: 2, productId: "p2" }),
      ],
    });
    const before = content({ lines: [line({ contractLineId: "l1" })] });
    expect(changeCount(diffContent(before, after))).toBe(4);
    expect(changeCount(diffContent(before, before))).toBe(0);
  });

  it("names fields, clauses and the plan with old and new", () => {
    const after = content({
      head: { paymentTerm: "PREPAID", totalAmount: "250.00" },
      clauses: { qualityClause: "按图纸" },
      instalments: [{ kind: "PREPAYMENT", name: "预付款", percent: "100.00", dueDays: null }],
    });
    const diff = diffContent(content(), after);
    expect(diff.fields).toEqual([
      { field: "paymentTerm", before: "MONTHLY", after: "PREPAID" },
      { field: "instalments", before: null, after: "预付款 100.00%" },
    ]);
    expect(diff.clauses).toEqual([{ field: "qualityClause", before: "按国标", after: "按图纸" }]);
  });

  it("tells changed, added and removed lines apart, and ignores a line that only moved", () => {
    const drill = line({ productId: "p2", productName: "钻头", lineNo: 2 });
    const tap = line({ productId: "p3", productName: "丝锥", lineNo: 3 });
    const diff = diffContent(
      content({ lines: [line(), drill] }),
      content({
        lines: [
          { ...drill, lineNo: 1 },
          line({ lineNo: 2, quantity: "30", deliveryOn: "2026-12-15" }),
          tap,
        ],
      }),
    );
    expect(diff.lines).toEqual([
      {
        kind: "changed",
        lineNo: 2,
        productName: "立铣刀",
        spec: "φ10",
        fields: [
          { field: "quantity", before: "20", after: "30" },
          { field: "deliveryOn", before: "2026-12-01", after: "2026-12-15" },
        ],
      },
      { kind: "added", line: tap },
    ]);
    expect(diffContent(content({ lines: [line(), drill] }), content()).lines).toEqual([
      { kind: "removed", line: drill },
    ]);
  });
});

describe("what a change does to the lines of a contract", () => {
  it("follows a line that is kept, also when its product and its place change", () => {
    const before = content({
      lines: [
        line({ contractLineId: "a", lineNo: 1 }),
        line({ contractLineId: "b", lineNo: 2, productId: "p2", productName: "钻头" }),
      ],
    });
    const after = content({
      lines: [
        line({ contractLineId: "b", lineNo: 1, productId: "p3", productName: "丝锥" }),
        line({ contractLineId: "a", lineNo: 2 }),
      ],
    });
    expect(diffContent(before, after).lines).toMatchObject([
      {
        kind: "changed",
        lineNo: 1,
        fields: [
          { field: "productId", before: "p2", after: "p3" },
          { field: "productName", before: "钻头", after: "丝锥" },
        ],
      },
    ]);
  });

  it("takes a new line of the same product for an added one, and a line left out for a removed one", () => {
    const before = content({ lines: [line({ contractLineId: "a" })] });
    const after = content({ lines: [line({ quantity: "5" })] });
    expect(diffContent(before, after).lines.map(({ kind }) => kind)).toEqual(["added", "removed"]);
  });
});
