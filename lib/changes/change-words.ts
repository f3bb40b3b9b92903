/** A change in a few words for whoever holds papers of the contract; without prices, which not every holder sees. */
import type { ContractDiff, FieldChange } from "@/lib/contracts/diff";
import type { BothLanguages } from "@/lib/records/acknowledgements";

/** As the papers name the fields, and as the English pages do. */
const FIELD_WORDS: Readonly<Record<string, BothLanguages>> = {
  quantity: { zh: "数量", en: "quantity" },
  deliveryOn: { zh: "交货期", en: "delivery" },
  productName: { zh: "品名", en: "product" },
  spec: { zh: "规格", en: "specification" },
  drawingNo: { zh: "图号", en: "drawing" },
  material: { zh: "材质", en: "material" },
  coating: { zh: "涂层", en: "coating" },
  accuracyGrade: { zh: "精度", en: "accuracy" },
  qtyToProduce: { zh: "生产数量", en: "to produce" },
  qtyFromStock: { zh: "现货数量", en: "from stock" },
  packingRequirement: { zh: "包装要求", en: "packing" },
  technicalRequirement: { zh: "技术要求", en: "technical requirement" },
  deliveryMethod: { zh: "发货方式", en: "delivery method" },
  freightPayer: { zh: "运费承担", en: "freight" },
  consignee: { zh: "收货信息", en: "consignee" },
  partialAllowed: { zh: "分批发货", en: "partial shipments" },
  paymentTerm: { zh: "付款方式", en: "payment term" },
};
const NO_FIGURES: readonly string[] = [
  "deliveryMethod",
  "freightPayer",
  "partialAllowed",
  "paymentTerm",
];
const MAX_LENGTH = 480;

const SENTENCES = {
  zh: {
    line: (lineNo: number) => `第${lineNo}行`,
    added: "新增",
    removed: "取消",
    changed: "变更",
    terms: "商务条款",
    other: "条款变更",
    none: "无",
    colon: "：",
    comma: "，",
    semicolon: "；",
    version: (revision: number) => `合同改为第${revision}版：`,
  },
  en: {
    line: (lineNo: number) => `line ${lineNo}`,
    added: "added",
    removed: "removed",
    changed: " changed",
    terms: "commercial terms",
    other: "clauses changed",
    none: "none",
    colon: ": ",
    comma: ", ",
    semicolon: "; ",
    version: (revision: number) => `Contract is now version ${revision}: `,
  },
} as const;
type Language = keyof typeof SENTENCES;

/** "第1行 立铣刀 φ10：数量 100→120；新增 球头刀 φ6 30支", and the same in English. */
export function changeInWords(diff: ContractDiff, revision: number): BothLanguages {
  return { zh: inWords(diff, revision, "zh"), en: inWords(diff, revision, "en") };
}

function inWords(diff: ContractDiff, revision: number, language: Language): string {
  const say = SENTENCES[language];
  const parts = [
    ...diff.lines.map((change) => {
      if (change.kind === "changed") {
        const fields = change.fields.flatMap((field) => fieldInWords(field, language));
        const goods = `${say.line(change.lineNo)} ${change.productName} ${change.spec}`;
        return goods + say.colon + (fields.join(say.comma) || say.terms);
      }
      const { productName, spec, quantity, unit } = change.line;
      return `${say[change.kind]} ${productName} ${spec} ${quantity}${unit}`;
    }),
    ...diff.fields.flatMap((field) => fieldInWords(field, language)),
  ];
  const text = say.version(revision) + (parts.join(say.semicolon) || say.other);
  return text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH - 1)}…` : text;
}

function fieldInWords({ field, before, after }: FieldChange, language: Language): string[] {
  const word = FIELD_WORDS[field]?.[language];
  if (word === undefined) return [];
  const { none, changed } = SENTENCES[language];
  if (NO_FIGURES.includes(field)) return [word + changed];
  const read = field === "consignee" ? addressOf : (text: string | null) => text;
  return [`${word} ${read(before) || none}→${read(after) || none}`];
}

/** Receiver and address of a consignee, which the diff carries as JSON. */
function addressOf(json: string | null): string {
  const {
    contactPerson = "",
    phone = "",
    address = "",
  } = JSON.parse(json ?? "{}") as Record<string, string>;
  return [contactPerson, phone, address].filter(Boolean).join(" ");
}
