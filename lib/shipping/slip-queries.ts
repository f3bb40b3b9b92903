import "server-only";
import { type Actor, can, canSign, seesPrices } from "@/lib/auth/permissions";
import { fromDbDate } from "@/lib/core/calendar-date";
import { Money } from "@/lib/core/money";
import { Quantity } from "@/lib/core/quantity";
import { UnitPrice } from "@/lib/core/unit-price";
import { isUuid } from "@/lib/core/uuid";
import { db } from "@/lib/server/db";
import { type CreditSnapshot, checkCredit, tenureText } from "./credit-check";
import { findNotice } from "./notice-load";
import type { Consignee } from "./notice-policy";
import { isWithinReach } from "./paper-scope";
import { openReversal } from "./request-reversal";
import { type SlipCommand, slipLifecycle, UNPOSTED_SLIP_STATUSES } from "./slip-lifecycle";
import { slippableLines } from "./slip-lines";
import { findSlip, signedSlip, slipFacts, type WholeSlip } from "./slip-load";

const dateText = (value: Date | null) => (value === null ? null : (fromDbDate(value) as string));

/** What is done on the page of the walk-in pickup instead, for the pickup and its slip at once. */
const OF_THE_PICKUP: readonly SlipCommand[] = ["edit", "submit", "submit_walk_in", "issue"];

export type SlipDetail = NonNullable<Awaited<ReturnType<typeof findSlipDetail>>>;

/** A slip as its page shows it: lines, credit as it is now, notice, reversal, commands; null when not in view. */
export async function findSlipDetail(actor: Actor, slipId: string) {
  if (!isUuid(slipId)) return null;
  const slip = await findSlip(db, slipId);
  if (!slip || !(await isWithinReach(actor, slip))) return null;
  const prices = seesPrices(actor);
  const credit = await creditOf(slip);
  const request = await openReversal(db, slip.id);
  const facts = slipFacts(slip, {
    hasViolation: (credit?.snapshot.violations.length ?? 0) > 0,
    reversalRequestedById: request?.requestedById ?? null,
  });
  const { lines, notice: _notice, creditSnapshot: _snapshot, ...head } = slip;
  const commands = slipLifecycle
    .available(facts, actor, canSign(signedSlip(slip)))
    .filter((command) => slip.walkInId === null || !OF_THE_PICKUP.includes(command));
  return {
    ...head,
    slipOn: dateText(slip.slipOn) ?? "",
    issuedOn: dateText(slip.issuedOn),
    totalAmount: prices ? Money.of(slip.totalAmount).toString() : null,
    approvedExposure:
      prices && slip.approvedExposure ? Money.of(slip.approvedExposure).toString() : null,
    lines: lines.map((line) => lineView(line, prices)),
    notice: await noticeOf(slip),
    tenureText: credit?.tenureText ?? slip.tenureText,
    credit: prices ? (credit?.snapshot ?? null) : null,
    reversal: request && {
      id: request.id,
      rowVersion: request.rowVersion,
      reason: request.reason,
      requestedByName: request.requestedByName,
    },
    red: await redOf(slip),
    /** Rest of the notice for each line, while the slip is a draft. */
    rests: commands.includes("edit") ? await restsOf(slip) : [],
    commands,
    seesPrices: prices,
    mayOpenContract: can(actor, "contract:read"),
    mayOpenNotice: can(actor, "notice:read"),
  };
}

function lineView(line: WholeSlip["lines"][number], prices: boolean) {
  return {
    id: line.id,
    noticeLineId: line.noticeLineId,
    lineNo: line.lineNo,
    isCharge: line.lineKind !== "GOODS",
    productCode: line.productCode,
    productName: line.productName,
    spec: line.spec,
    drawingNo: line.drawingNo,
    unit: line.unit,
    requestedQty: Quantity.of(line.requestedQty).toString(),
    issuedQty: line.issuedQty === null ? null : Quantity.of(line.issuedQty).toString(),
    unitPrice: prices ? UnitPrice.of(line.unitPrice).toString() : null,
    amount: prices ? Money.of(line.issuedAmount ?? line.amount).toString() : null,
    binCode: line.binCode,
    batchNo: line.batchNo,
  };
}
export type SlipLineView = ReturnType<typeof lineView>;

/** Before posting the figures of this moment, which the signature will be checked against; afterwards the stored ones. */
async function creditOf(
  slip: WholeSlip,
): Promise<{ snapshot: CreditSnapshot; tenureText: string } | null> {
  const unposted: readonly string[] = UNPOSTED_SLIP_STATUSES;
  if (slip.redOfId !== null) return null;
  if (!unposted.includes(slip.status)) {
    const stored = slip.creditSnapshot as CreditSnapshot | null;
    return stored && { snapshot: stored, tenureText: slip.tenureText };
  }
  const { snapshot, standing } = await checkCredit(db, slip, Money.of(slip.totalAmount));
  return { snapshot, tenureText: tenureText(standing) };
}

async function noticeOf(slip: WholeSlip) {
  if (!slip.noticeId) return null;
  const notice = await db.shippingNotice.findUnique({
    where: { id: slip.noticeId },
    select: { id: true, docNo: true, consignee: true, requiredShipOn: true, contractDueOn: true },
  });
  return (
    notice && {
      id: notice.id,
      docNo: notice.docNo,
      consignee: notice.consignee as Consignee,
      requiredShipOn: dateText(notice.requiredShipOn) ?? "",
      contractDueOn: dateText(notice.contractDueOn) ?? "",
    }
  );
}

/** The red slip of a reversed one, or the slip that a red one takes back. */
async function redOf(
  slip: WholeSlip,
): Promise<{ id: string; docNo: string | null; isRed: boolean } | null> {
  const select = { id: true, docNo: true };
  const other = slip.redOfId
    ? await db.outboundSlip.findUnique({ where: { id: slip.redOfId }, select })
    : await db.outboundSlip.findUnique({ where: { redOfId: slip.id }, select });
  return other && { ...other, isRed: slip.redOfId === null };
}

async function restsOf(slip: WholeSlip) {
  const notice = slip.noticeId ? await findNotice(db, slip.noticeId) : null;
  if (!notice) return [];
  const words = new Map(notice.lines.map((line) => [line.id, line]));
  const asked = new Map(
    slip.lines.map((line) => [line.noticeLineId, Quantity.of(line.requestedQty).toString()]),
  );
  return (await slippableLines(db, notice, slip))
    .filter(({ lineKind }) => lineKind === "GOODS")
    .map((line) => ({
      noticeLineId: line.noticeLineId,
      productName: words.get(line.noticeLineId)?.productName ?? "",
      spec: words.get(line.noticeLineId)?.spec ?? "",
      unit: line.unit,
      rest: line.quantity.minus(line.slippedQty).toString(),
      asked: asked.get(line.noticeLineId) ?? "0",
    }));
}
export type SlipRest = SlipDetail["rests"][number];
