import "server-only";
import { type Actor, can } from "@/lib/auth/permissions";
import { fromDbDate } from "@/lib/core/calendar-date";
import { Money } from "@/lib/core/money";
import { formatMoney } from "@/lib/i18n/format";
import {
  actBox,
  framed,
  longDate,
  type PaperFrame,
  type PrintablePaper,
  signatureBox,
} from "@/lib/pdf/paper-frame";
import { db } from "@/lib/server/db";

const WORDS = {
  title: "审批授权书",
  copy: "市场部存档",
  principal: "授权人",
  delegate: "被授权人",
  step: "授权环节",
  steps: { CHECK: "部长核对", DEPT_HEAD: "部门负责人签字", APPROVE: "销售厂长审批" },
  kinds: "单据类型",
  allKinds: "该环节全部单据",
  limit: "金额上限（含税，含本数）",
  noLimit: "不限",
  from: "起",
  to: "止",
  reason: "原因",
  revoked: "撤销时间",
  rules:
    "被授权人代签时注明“代”，不得签自己起草的单据，也不得在同一单据上签两个环节；超出范围的单据等授权人本人。电话请示的，代签时注明“电话请示”。",
  issued: "签发",
  accepted: "被授权人签收",
} as const;

/** The Chinese names of the kinds, as they stand on paper. */
const KINDS: Readonly<Record<string, string>> = {
  contract: "合同",
  contract_revision: "合同变更",
  contract_request: "作废、终止、免签申请",
  short_close: "尾数不发",
  outbound_slip: "出库单",
  walk_in: "临时提货单",
  reversal: "出库冲销",
  term_change: "结款方式变更",
  review: "要求评审表",
  production: "生产任务通知单",
  preparation: "备货单",
};

/** The delegation (F45, 授权书) to print; null when there is none that the actor may read. */
export async function findDelegationPaper(
  actor: Actor,
  id: string,
): Promise<PrintablePaper | null> {
  if (!can(actor, "duty:read")) return null;
  const found = await db.delegation.findUnique({
    where: { id },
    include: {
      principal: { select: { displayName: true } },
      delegate: { select: { displayName: true } },
    },
  });
  if (!found) return null;
  const issuer = await db.person.findUnique({
    where: { id: found.issuedById },
    select: { displayName: true },
  });
  const mark = found.revokedAt ? ("VOIDED" as const) : null;
  const limit = found.amountLimit && formatMoney(Money.of(found.amountLimit).toString());
  const kinds = found.documentKinds.map((kind) => KINDS[kind] ?? kind).join("、");
  const pairs = [
    { label: WORDS.principal, value: found.principal.displayName },
    { label: WORDS.delegate, value: found.delegate.displayName },
    { label: WORDS.step, value: WORDS.steps[found.step] },
    { label: WORDS.limit, value: limit ?? WORDS.noLimit },
    { label: WORDS.kinds, value: kinds || WORDS.allKinds, wide: true },
    { label: WORDS.from, value: longDate(fromDbDate(found.fromOn)) },
    { label: WORDS.to, value: longDate(fromDbDate(found.toOn)) },
    { label: WORDS.reason, value: found.reason, wide: true },
  ];
  const draw = (frame: PaperFrame) =>
    framed(frame, WORDS.title, [
      {
        name: WORDS.copy,
        blocks: [
          { kind: "keyValues", pairs },
          { kind: "text", paragraphs: [WORDS.rules], boxed: true },
          {
            kind: "signatures",
            boxes: [
              actBox(WORDS.issued, issuer?.displayName ?? null, found.createdAt),
              signatureBox(WORDS.accepted, null),
            ],
          },
        ],
      },
    ]);
  return { number: found.docNo, mark, draw };
}
