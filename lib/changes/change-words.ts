/** A change in a few words for whoever holds papers of the contract; without prices, which not every holder sees. */
import type { ContractDiff, FieldChange } from "@/lib/contracts/diff";

/** As papers name it; they are printed in Chinese. */
const FIELD_WORDS: Readonly<Record<string, string>> = {
  quantity: "数量",
  deliveryOn: "交货期",
  productName: "品名",
  spec: "规格",
  drawingNo: "图号",
  material: "材质",
  coating: "涂层",
  accuracyGrade: "精度",
  qtyToProduce: "生产数量",
  qtyFromStock: "现货数量",
  packingRequirement: "包装要求",
  technicalRequirement: "技术要求",
  deliveryMethod: "发货方式",
  freightPayer: "运费承担",
  consignee: "收货信息",
  partialAllowed: "分批发货",
  paymentTerm: "付款方式",
};
const NO_FIGURES: readonly string[] = [
  "deliveryMethod",
  "freightPayer",
  "partialAllowed",
  "paymentTerm",
];
const MAX_LENGTH = 480;

/** "第1行 立铣刀 φ10：数量 100→120；新增 球头刀 φ6 30支". */
export function changeInWords(diff: ContractDiff, revision: number): string {
  const parts = [
    ...diff.lines.map((change) => {
      if (change.kind === "changed") {
        const fields = change.fields.flatMap(fieldInWords);
        return `第${change.lineNo}行 ${change.productName} ${change.spec}：${fields.join("，") || "商务条款"}`;
      }
      const { productName, spec, quantity, unit } = change.line;
      const verb = change.kind === "added" ? "新增" : "取消";
      return `${verb} ${productName} ${spec} ${quantity}${unit}`;
    }),
    ...diff.fields.flatMap(fieldInWords),
  ];
  const text = `合同改为第${revision}版：${parts.join("；") || "条款变更"}`;
  return text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH - 1)}…` : text;
}

function fieldInWords({ field, before, after }: FieldChange): string[] {
  const word = FIELD_WORDS[field];
  if (word === undefined) return [];
  if (field === "consignee") return [`${word} ${addressOf(before)}→${addressOf(after)}`];
  return [
    NO_FIGURES.includes(field) ? `${word}变更` : `${word} ${before ?? "无"}→${after ?? "无"}`,
  ];
}

/** Receiver and address of a consignee, which the diff carries as JSON. */
function addressOf(json: string | null): string {
  const {
    contactPerson = "",
    phone = "",
    address = "",
  } = JSON.parse(json ?? "{}") as Record<string, string>;
  return [contactPerson, phone, address].filter(Boolean).join(" ") || "无";
}
