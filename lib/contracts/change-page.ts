import "server-only";
import type { ContractDiff, FieldChange, LineChange } from "@/lib/contracts/diff";
import { type ContractWords, fieldInWords, valueInWords } from "@/lib/contracts/diff-words";
import { formatMoney } from "@/lib/i18n/format";
import { translatorFor } from "@/lib/i18n/translator";
import type { Block } from "@/lib/pdf/document-model";
import { actBox, longDate, type PaperSignature, signatureBox } from "@/lib/pdf/paper-frame";

/** What the comparison of two versions of a contract (变更对照表) shows. */
export type ChangePage = {
  contractNo: string;
  customerName: string;
  revision: number;
  reason: string;
  totalBefore: string;
  totalAfter: string;
  effectiveOn: string | null;
  diff: ContractDiff;
  preparedBy: PaperSignature | null;
  checkedBy: PaperSignature | null;
  approvedBy: PaperSignature | null;
};

export const CHANGE_PAGE_TITLE = "合同变更对照表";

const WORDS = {
  contractNo: "合同编号",
  customer: "客户",
  revision: "版次",
  version: "第{revision}版",
  effectiveOn: "生效日期",
  pending: "未生效",
  reason: "变更原因",
  total: "合计金额",
  seq: "序号",
  item: "项目",
  before: "变更前",
  after: "变更后",
  line: "第{line}行 {product} {spec}",
  added: "新增行",
  removed: "删除行",
  none: "—",
  prepared: "编制",
  checked: "市场部部长核对",
  approved: "销售厂长审批",
} as const;

/** "第2版": how a version is named on papers. */
export function versionText(revision: number): string {
  return WORDS.version.replace("{revision}", revision.toFixed(0));
}

/** The comparison as blocks: a page of the changed contract, or a paper of its own while it is pending. */
export function changePageBlocks(page: ChangePage): Block[] {
  return [
    {
      kind: "keyValues",
      pairs: [
        { label: WORDS.contractNo, value: page.contractNo },
        { label: WORDS.revision, value: versionText(page.revision) },
        { label: WORDS.customer, value: page.customerName },
        { label: WORDS.effectiveOn, value: longDate(page.effectiveOn) || WORDS.pending },
        { label: WORDS.reason, value: page.reason, wide: true },
        {
          label: WORDS.total,
          value: `${formatMoney(page.totalBefore, { symbol: true })} → ${formatMoney(page.totalAfter, { symbol: true })}`,
          wide: true,
        },
      ],
    },
    {
      kind: "table",
      columns: [
        { label: WORDS.seq, width: 30, align: "center" },
        { label: WORDS.item, width: 150, flex: 2 },
        { label: WORDS.before, width: 150, flex: 3 },
        { label: WORDS.after, width: 150, flex: 3 },
      ],
      rows: rowsOf(page.diff).map((row, index) => [(index + 1).toFixed(0), ...row]),
    },
    {
      kind: "signatures",
      boxes: [
        actBox(WORDS.prepared, page.preparedBy?.name ?? null, page.preparedBy?.signedAt ?? null),
        signatureBox(WORDS.checked, page.checkedBy),
        signatureBox(WORDS.approved, page.approvedBy),
      ],
    },
  ];
}

type Row = [item: string, before: string, after: string];

function rowsOf({ fields, clauses, lines }: ContractDiff): Row[] {
  const t = translatorFor("zh", "contracts") as unknown as ContractWords;
  const asRow = (change: FieldChange, prefix = ""): Row => [
    `${prefix}${fieldInWords(t, change.field)}`,
    change.before === null ? WORDS.none : valueInWords(t, change, change.before),
    change.after === null ? WORDS.none : valueInWords(t, change, change.after),
  ];
  return [
    ...[...fields, ...clauses].map((change) => asRow(change)),
    ...lines.flatMap((change) => lineRows(change, asRow)),
  ];
}

function lineRows(change: LineChange, asRow: (change: FieldChange, prefix: string) => Row): Row[] {
  if (change.kind === "changed") {
    const name = lineName(change.lineNo, change.productName, change.spec);
    return change.fields
      .filter(({ field }) => !field.endsWith("Id"))
      .map((field) => asRow(field, `${name}：`));
  }
  const { line } = change;
  const what = [
    `${line.productName} ${line.spec}`,
    `${line.quantity}${line.unit}`,
    formatMoney(line.amount, { symbol: true }),
    line.deliveryOn ?? "",
  ]
    .filter(Boolean)
    .join("，");
  return change.kind === "added"
    ? [[WORDS.added, WORDS.none, what]]
    : [[WORDS.removed, what, WORDS.none]];
}

const lineName = (lineNo: number, product: string, spec: string) =>
  WORDS.line
    .replace("{line}", lineNo.toFixed(0))
    .replace("{product}", product)
    .replace("{spec}", spec)
    .trim();
