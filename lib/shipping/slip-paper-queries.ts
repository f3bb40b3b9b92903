import "server-only";
import { type Actor, seesPrices } from "@/lib/auth/permissions";
import { consigneeOf } from "@/lib/contracts/paper-queries";
import { termWords } from "@/lib/contracts/paper-words";
import { fromDbDate } from "@/lib/core/calendar-date";
import { Money } from "@/lib/core/money";
import { Quantity } from "@/lib/core/quantity";
import { UnitPrice } from "@/lib/core/unit-price";
import type { PaperMark, PrintablePaper } from "@/lib/pdf/paper-frame";
import { latestSignature } from "@/lib/pdf/paper-signature";
import { db } from "@/lib/server/db";
import type { Prisma } from "@/lib/server/generated/client";
import type { SlipStatus } from "@/lib/server/generated/enums";
import { listSignatures } from "@/lib/server/signatures";
import { currentSettings } from "@/lib/settings/queries";
import type { CreditSnapshot } from "./credit-check";
import { isWithinReach } from "./paper-scope";
import { OUTBOUND_WORDS, tierWords, VIOLATION_WORDS } from "./paper-words";
import type { SlipPaperCredit, SlipPaperLine } from "./slip-paper";
import { slipDocument } from "./slip-pdf";

const included = {
  lines: { orderBy: { lineNo: "asc" } },
  notice: { select: { docNo: true, consignee: true } },
} as const satisfies Prisma.OutboundSlipInclude;

type SlipRow = Prisma.OutboundSlipGetPayload<{ include: typeof included }>;

/** The outbound slip (F10), red slips too; null when there is none within the actor's reach. */
export async function findSlipPaper(actor: Actor, id: string): Promise<PrintablePaper | null> {
  const slip = await db.outboundSlip.findUnique({ where: { id }, include: included });
  if (!slip || !(await isWithinReach(actor, slip))) return null;
  const [signatures, redOf, { keeperSeesPrices }] = await Promise.all([
    listSignatures(id),
    findRedOf(slip),
    currentSettings(db),
  ]);
  const lines = slip.lines.map(paperLine);
  const director = latestSignature(signatures, "APPROVED");
  const credit = creditOf(slip);
  return {
    number: slip.docNo,
    mark: slipMark(slip.status),
    draw: (frame) =>
      slipDocument({
        ...slip,
        frame,
        slipOn: fromDbDate(slip.slipOn),
        outboundType: OUTBOUND_WORDS[slip.outboundType],
        noticeNo: slip.notice?.docNo ?? "",
        consigneeCompany: slip.notice
          ? consigneeOf(slip.notice.consignee).company
          : slip.customerName,
        lines,
        totalAmount: Money.sum(lines.map(({ amount }) => Money.of(amount))).toString(),
        paymentTerm: termWords(slip.paymentTerm),
        tier: tierWords(slip.tier),
        credit,
        showsPrices: seesPrices(actor),
        keeperSeesPrices,
        redOf,
        preparedAt: slip.createdAt,
        deptHead: redOf?.deptHead ?? latestSignature(signatures, "DEPT_HEAD"),
        director,
        directorIsNeeded: director !== null || (credit?.violations.length ?? 0) > 0,
        receiver: receiverOf(slip),
      }),
  };
}

function slipMark(status: SlipStatus): PaperMark | null {
  switch (status) {
    case "DRAFT":
    case "PENDING_DEPT_HEAD":
    case "PENDING_DIRECTOR":
      return "UNAPPROVED";
    case "REJECTED":
    case "CANCELLED":
      return "VOIDED";
    case "REVERSED":
      return "REVERSED";
    default:
      return null;
  }
}

function paperLine(line: SlipRow["lines"][number]): SlipPaperLine {
  return {
    ...line,
    isCharge: line.lineKind !== "GOODS",
    requestedQty: Quantity.of(line.requestedQty).toString(),
    issuedQty: line.issuedQty && Quantity.of(line.issuedQty).toString(),
    unitPrice: UnitPrice.of(line.unitPrice).toString(),
    amount: Money.of(line.issuedAmount ?? line.amount).toString(),
  };
}

function creditOf(slip: SlipRow): SlipPaperCredit | null {
  const snapshot = slip.creditSnapshot as CreditSnapshot | null;
  return (
    snapshot && {
      ...snapshot,
      violations: snapshot.violations.map((code) => VIOLATION_WORDS[code]),
      approvedExposure: slip.approvedExposure && Money.of(slip.approvedExposure).toString(),
    }
  );
}

function receiverOf(slip: SlipRow) {
  if (slip.receiverName === "") return null;
  const { receiverName: name, receiverIdNo: idNo, vehicleNo, receivedAt: at } = slip;
  return { name, idNo, vehicleNo, at };
}

/** The slip that a red slip takes back, with the reason of the request. */
async function findRedOf(slip: SlipRow) {
  if (!slip.redOfId) return null;
  const [original, reversal] = await Promise.all([
    db.outboundSlip.findUnique({ where: { id: slip.redOfId }, select: { docNo: true } }),
    db.slipReversal.findFirst({
      where: { slipId: slip.redOfId, status: "SIGNED" },
      select: { id: true, reason: true },
    }),
  ]);
  return {
    number: original?.docNo ?? "",
    reason: reversal?.reason ?? "",
    // The red slip's head has signed the request for it (rules 5.12).
    deptHead: latestSignature(reversal ? await listSignatures(reversal.id) : [], "DEPT_HEAD"),
  };
}
