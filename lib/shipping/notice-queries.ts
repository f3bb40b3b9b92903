import "server-only";
import { type Actor, can, seesPrices } from "@/lib/auth/permissions";
import { fromDbDate } from "@/lib/core/calendar-date";
import { Money } from "@/lib/core/money";
import { Quantity } from "@/lib/core/quantity";
import { UnitPrice } from "@/lib/core/unit-price";
import { isUuid } from "@/lib/core/uuid";
import { db } from "@/lib/server/db";
import { claimableLines, findWholeContract } from "./contract-view";
import { affordable, type GateResult } from "./gates";
import { lowerToFunds } from "./notice-amounts";
import { evaluateGates, fundsFacts, goodsOf } from "./notice-gates";
import { noticeLifecycle } from "./notice-lifecycle";
import { findNotice, noticeFacts, type WholeNotice } from "./notice-load";
import { type Consignee, type ContractTerms, deviationsOf } from "./notice-policy";
import { claimedBy, wishOf } from "./notice-shares";
import { isWithinReach } from "./paper-scope";

const dateText = (value: Date) => fromDbDate(value) as string;

export type NoticeDetail = NonNullable<Awaited<ReturnType<typeof findNoticeDetail>>>;

/** A notice as its page shows it: gates, deviations, slips, commands; null when not in the actor's view. */
export async function findNoticeDetail(actor: Actor, noticeId: string) {
  if (!isUuid(noticeId)) return null;
  const notice = await findNotice(db, noticeId);
  if (!notice || !(await isWithinReach(actor, notice))) return null;
  const contract = await findWholeContract(db, notice.contractId);
  if (!contract) return null;
  const prices = seesPrices(actor);
  const isOpen = notice.status === "DRAFT" || notice.status === "AWAITING_FUNDS";
  const gates = isOpen
    ? await evaluateGates(db, contract, {
        id: notice.id,
        totalAmount: Money.of(notice.totalAmount),
        goods: goodsOf(notice.lines),
      })
    : [];
  const courier = notice.courierId
    ? await db.courier.findUnique({ where: { id: notice.courierId } })
    : null;
  return {
    ...headOf(notice),
    courierName: courier?.name ?? "",
    totalAmount: prices ? Money.of(notice.totalAmount).toString() : null,
    lines: notice.lines.map((line) => lineView(line, prices)),
    slips: notice.slips,
    gates: gates.map((gate) => (prices ? gate : withoutFigures(gate))),
    deviations: deviationsOf(headForDeviations(notice), termsOf(contract, notice)),
    paidProposal:
      notice.status === "AWAITING_FUNDS" && can(actor, "notice:write")
        ? await paidProposal(notice)
        : null,
    commands: noticeLifecycle.available(noticeFacts(notice), actor, can),
    seesPrices: prices,
    mayOpenContract: can(actor, "contract:read"),
  };
}

function headOf({
  lines: _lines,
  slips: _slips,
  blockedDetails: _details,
  ...notice
}: WholeNotice) {
  return {
    ...notice,
    noticeOn: dateText(notice.noticeOn),
    requiredShipOn: dateText(notice.requiredShipOn),
    contractDueOn: dateText(notice.contractDueOn),
    consignee: notice.consignee as Consignee,
  };
}

function lineView(line: WholeNotice["lines"][number], prices: boolean) {
  return {
    id: line.id,
    contractLineId: line.contractLineId,
    lineNo: line.lineNo,
    isCharge: line.lineKind !== "GOODS",
    productCode: line.productCode,
    productName: line.productName,
    spec: line.spec,
    drawingNo: line.drawingNo,
    unit: line.unit,
    contractQty: Quantity.of(line.contractQty).toString(),
    shippedBefore: Quantity.of(line.shippedBefore).toString(),
    quantity: Quantity.of(line.quantity).toString(),
    slippedQty: Quantity.of(line.slippedQty).toString(),
    postedQty: Quantity.of(line.postedQty).toString(),
    unitPrice: prices ? UnitPrice.of(line.unitPrice).toString() : null,
    amount: prices ? Money.of(line.amount).toString() : null,
  };
}
export type NoticeLineView = ReturnType<typeof lineView>;

/** Money is not for the eyes of the store. */
function withoutFigures(gate: GateResult): GateResult {
  return gate.gate === "G1_FUNDS" ? { ...gate, details: {} } : gate;
}

function headForDeviations(notice: WholeNotice) {
  return {
    ...notice,
    requiredShipOn: dateText(notice.requiredShipOn),
    consignee: notice.consignee as Consignee,
    consigneeSource: notice.consigneeSource as "CONTRACT" | "SAVED" | "TYPED",
  };
}

type Terms = Pick<
  NonNullable<Awaited<ReturnType<typeof findWholeContract>>>,
  "deliveryMethod" | "freightPayer" | "lines"
>;

function termsOf(contract: Terms, notice: WholeNotice): ContractTerms {
  return {
    deliveryMethod: contract.deliveryMethod,
    freightPayer: contract.freightPayer,
    dueOn: dateText(notice.contractDueOn),
    hasFreightLine: contract.lines.some(({ lineKind }) => lineKind === "FREIGHT"),
  };
}

/** "Ship what is paid": quantities and charges by contract line that the confirmed money covers. */
async function paidProposal(notice: WholeNotice): Promise<Record<string, string>> {
  const contract = await findWholeContract(db, notice.contractId);
  if (!contract) return {};
  const own = new Map(claimedBy(notice).map((share) => [share.contractLineId, share]));
  // The contract as if this notice had not claimed anything yet.
  const lines = claimableLines(contract).map((line) => {
    const share = own.get(line.contractLineId);
    return {
      ...line,
      noticedQty: line.noticedQty.minus(share?.quantity ?? Quantity.zero),
      noticedAmount: line.noticedAmount.minus(share?.amount ?? Money.zero),
    };
  });
  const facts = await fundsFacts(db, contract, { id: notice.id, totalAmount: Money.zero });
  const { quantities } = lowerToFunds(lines, wishOf(notice), affordable(facts));
  return Object.fromEntries([...quantities].map(([id, quantity]) => [id, quantity.toString()]));
}
