import "server-only";
import { formatDate, formatMoney, formatRate } from "@/lib/i18n/format";
import type {
  Block,
  ClausesBlock,
  DocumentModel,
  Party,
  TableBlock,
} from "@/lib/pdf/document-model";
import {
  actBox,
  framed,
  longDate,
  type PaperFrame,
  type PaperSignature,
  signatureBox,
  stacked,
  stampOf,
} from "@/lib/pdf/paper-frame";
import { CLAUSE_KEYS, type ClauseKey } from "@/lib/settings/clause-keys";
import { versionText } from "./change-page";
import {
  type ContractPaperLine,
  materialText,
  quantityText,
  specText,
  totalRow,
  unitPriceText,
} from "./contract-paper";

/** One side of the contract as it stands in the party block. */
export type PaperParty = {
  name: string;
  address: string;
  legalRep: string;
  agent: string;
  phone: string;
  fax: string;
  taxId: string;
  bankName: string;
  bankAccountNo: string;
  postalCode: string;
};

/** One step of the payment plan; `due` arrives as words. */
export type PaperInstalment = { name: string; percent: string; amount: string; due: string };

/** What a formal contract (F03) shows; enumerations arrive as words. */
export type FormalContractPaper = {
  frame: PaperFrame;
  revision: number;
  contractClass: string | null;
  supplier: PaperParty;
  buyer: PaperParty;
  signPlace: string;
  signOn: string | null;
  validFrom: string | null;
  validTo: string | null;
  lines: readonly ContractPaperLine[];
  totalAmount: string;
  netTotal: string;
  taxTotal: string;
  taxRate: string;
  invoiceType: string;
  /** Text by clause; what is missing or empty prints 无. */
  clauses: Partial<Record<ClauseKey, string>>;
  instalments: readonly PaperInstalment[];
  originalCount: number;
  preparedBy: PaperSignature | null;
  checkedBy: PaperSignature | null;
  approvedBy: PaperSignature | null;
};

const WORDS = {
  title: "工矿产品购销合同",
  supplier: "供方",
  buyer: "需方",
  signPlace: "签订地点",
  signOn: "签订时间",
  validity: "有效期限",
  until: "至",
  contractClass: "合同类型",
  classText: "{class} 类",
  revision: "版次",
  linesCaption:
    "一、产品名称、牌号商标、规格型号、图号、材质、单位、数量、单价、总金额、交（提）货时间及数量",
  lineNo: "序号",
  product: "产品名称",
  brand: "牌号商标\n生产厂家",
  spec: "规格型号/图号",
  material: "材质",
  unit: "单位",
  quantity: "数量",
  unitPrice: "单价\n（含税）",
  amount: "总金额",
  deliveryOn: "交（提）\n货时间",
  total: "合计",
  pageTotal: "本页小计",
  taxSplit: "其中：不含税金额 {net}，税额 {tax}（税率 {rate}，{invoice}）",
  none: "无",
  dash: "—",
  plan: "付款安排：",
  instalment: "{name} {percent}%，计 {amount}，{due}",
  originals: "本合同一式{count}份，供需双方各执{each}份，具有同等效力。",
  originalsUneven: "本合同一式{count}份，供需双方分别保存，具有同等效力。",
  partyRows: {
    name: "单位名称（章）",
    address: "单位地址",
    legalRep: "法定代表人",
    agent: "委托代理人",
    phone: "电话",
    fax: "传真",
    taxId: "税号",
    bankName: "开户银行",
    bankAccountNo: "账号",
    postalCode: "邮政编码",
  },
  copies: { supplier: "正本·供方", buyer: "正本·需方" },
  prepared: "编制",
  checked: "市场部部长核对",
  approved: "销售厂长审批",
} as const;

const CLAUSE_HEADINGS: Readonly<Record<ClauseKey, string>> = {
  qualityClause: "二、质量要求、技术标准、供方对质量负责的条件和期限：",
  deliveryPlaceClause: "三、交（提）货地点、方式：",
  transportClause: "四、运输方式及到达站港和费用负担：",
  lossClause: "五、合理损耗及计算方法：",
  packingClause: "六、包装标准、包装物的供应与回收：",
  inspectionClause: "七、验收标准、方法及提出异议期限：",
  sparesClause: "八、随机备品、配件、工具数量及供应办法：",
  settlementClause: "九、结算方式及期限：",
  guaranteeClause: "十、担保：",
  breachClause: "十一、违约责任：",
  disputeClause: "十二、解决合同纠纷的方式：",
  otherClause: "十三、其他约定事项：",
};

const COUNT_WORDS = ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖", "拾"] as const;

/** The formal contract as a document: an original for each side, the approvals only on the supplier's. */
export function formalContractDocument(paper: FormalContractPaper): DocumentModel {
  const text: Block[] = [
    { kind: "keyValues", pairs: headPairs(paper) },
    linesTable(paper),
    clauses(paper),
    { kind: "text", paragraphs: [originalsText(paper.originalCount)] },
    {
      kind: "parties",
      left: party(WORDS.supplier, paper.supplier),
      right: party(WORDS.buyer, paper.buyer),
      ...stampOf(paper.frame),
    },
  ];
  const approvals: Block = {
    kind: "signatures",
    boxes: [
      actBox(WORDS.prepared, paper.preparedBy?.name ?? null, paper.preparedBy?.signedAt ?? null),
      signatureBox(WORDS.checked, paper.checkedBy),
      signatureBox(WORDS.approved, paper.approvedBy),
    ],
  };
  return framed(paper.frame, WORDS.title, [
    { name: WORDS.copies.supplier, blocks: [...text, approvals] },
    { name: WORDS.copies.buyer, blocks: text },
  ]);
}

function headPairs(paper: FormalContractPaper) {
  const validity = [longDate(paper.validFrom), longDate(paper.validTo)].filter(Boolean);
  const until = ` ${WORDS.until} `;
  const contractClass = paper.contractClass
    ? WORDS.classText.replace("{class}", paper.contractClass)
    : WORDS.none;
  return [
    { label: WORDS.supplier, value: paper.supplier.name },
    { label: WORDS.signPlace, value: paper.signPlace },
    { label: WORDS.buyer, value: paper.buyer.name },
    { label: WORDS.signOn, value: longDate(paper.signOn) },
    { label: WORDS.validity, value: validity.join(until) || WORDS.none, wide: true },
    { label: WORDS.contractClass, value: contractClass },
    { label: WORDS.revision, value: versionText(paper.revision) },
  ];
}

function linesTable(paper: FormalContractPaper): TableBlock {
  const taxSplit = WORDS.taxSplit
    .replace("{net}", formatMoney(paper.netTotal, { symbol: true }))
    .replace("{tax}", formatMoney(paper.taxTotal, { symbol: true }))
    .replace("{rate}", formatRate(paper.taxRate))
    .replace("{invoice}", paper.invoiceType);
  return {
    kind: "table",
    caption: WORDS.linesCaption,
    columns: [
      { label: WORDS.lineNo, width: 26, align: "center" },
      { label: WORDS.product, width: 66, flex: 3 },
      { label: WORDS.brand, width: 52 },
      { label: WORDS.spec, width: 70, flex: 4 },
      { label: WORDS.material, width: 44 },
      { label: WORDS.unit, width: 26, align: "center" },
      { label: WORDS.quantity, width: 42, align: "right" },
      { label: WORDS.unitPrice, width: 48, align: "right" },
      { label: WORDS.amount, width: 58, align: "right" },
      { label: WORDS.deliveryOn, width: 56, align: "center" },
    ],
    rows: paper.lines.map((line) => [
      line.lineNo.toFixed(0),
      stacked(line.productName, line.remark && `（${line.remark}）`),
      line.isCharge ? "" : stacked(line.brand, line.manufacturer),
      specText(line),
      materialText(line),
      line.unit,
      quantityText(line),
      unitPriceText(line),
      formatMoney(line.amount),
      line.deliveryOn === null ? "" : formatDate(line.deliveryOn),
    ]),
    subtotal: {
      label: WORDS.pageTotal,
      span: 8,
      sums: [{ column: 8, amounts: paper.lines.map((line) => line.amount) }],
    },
    total: { label: WORDS.total, span: 8, cells: [formatMoney(paper.totalAmount)] },
    footRows: [totalRow(paper.totalAmount), { left: taxSplit }],
  };
}

function clauses(paper: FormalContractPaper): ClausesBlock {
  return {
    kind: "clauses",
    clauses: CLAUSE_KEYS.map((key) => ({
      heading: CLAUSE_HEADINGS[key],
      text: clauseText(paper, key),
    })),
  };
}

/** Blank places would invite later additions, so an empty clause says 无. */
function clauseText(paper: FormalContractPaper, key: ClauseKey): string {
  const text = paper.clauses[key]?.trim() || WORDS.none;
  if (key !== "settlementClause" || paper.instalments.length === 0) return text;
  const plan = paper.instalments.map((step) =>
    WORDS.instalment
      .replace("{name}", step.name)
      .replace("{percent}", step.percent)
      .replace("{amount}", formatMoney(step.amount, { symbol: true }))
      .replace("{due}", step.due),
  );
  return stacked(text, `${WORDS.plan}${plan.join("；")}。`);
}

function originalsText(count: number): string {
  const countWord = COUNT_WORDS[count] ?? count.toFixed(0);
  if (count % 2 === 1) return WORDS.originalsUneven.replace("{count}", countWord);
  const each = COUNT_WORDS[count / 2] ?? (count / 2).toFixed(0);
  return WORDS.originals.replace("{count}", countWord).replace("{each}", each);
}

function party(title: string, data: PaperParty): Party {
  const keys = Object.keys(WORDS.partyRows) as (keyof PaperParty)[];
  return {
    title,
    pairs: keys.map((key) => ({ label: WORDS.partyRows[key], value: data[key] || WORDS.dash })),
  };
}
