import "server-only";
import { type Actor, seesOwnOnly, seesPrices } from "@/lib/auth/permissions";
import { consigneeOf } from "@/lib/contracts/paper-queries";
import {
  CHANNEL_WORDS,
  DELIVERY_WORDS,
  FREIGHT_PAYER_WORDS,
  termWords,
} from "@/lib/contracts/paper-words";
import { dateInShanghai, fromDbDate } from "@/lib/core/calendar-date";
import { Money } from "@/lib/core/money";
import { Quantity } from "@/lib/core/quantity";
import type { PaperMark, PrintablePaper } from "@/lib/pdf/paper-frame";
import { db } from "@/lib/server/db";
import type { NoticeStatus } from "@/lib/server/generated/enums";
import { shownFunds } from "./labels";
import { noticeDocument } from "./notice-pdf";
import { packingListDocument } from "./packing-list-pdf";
import { isWithinReach } from "./paper-scope";
import {
  deviationSentences,
  enclosedTicks,
  FUNDS_WORDS,
  packageWords,
  RESULT_WORDS,
  SETTLEMENT_WORDS,
  serviceWords,
} from "./paper-words";
import { receiptConfirmationDocument } from "./receipt-confirmation-pdf";
import { shippedSpec } from "./shipping-paper";
import { waybillDocument } from "./waybill-pdf";

const byLineNo = { orderBy: { lineNo: "asc" } } as const;

/** The shipping notice (F09); null when there is none within the actor's reach. */
export async function findNoticePaper(actor: Actor, id: string): Promise<PrintablePaper | null> {
  const notice = await db.shippingNotice.findUnique({
    where: { id },
    include: { lines: byLineNo },
  });
  if (!notice || !(await isWithinReach(actor, notice))) return null;
  const courier =
    notice.courierId && (await db.courier.findUnique({ where: { id: notice.courierId } }));
  return {
    number: notice.docNo,
    mark: noticeMark(notice.status),
    draw: (frame) =>
      noticeDocument({
        ...notice,
        frame,
        noticeOn: fromDbDate(notice.noticeOn),
        requiredShipOn: fromDbDate(notice.requiredShipOn),
        contractDueOn: fromDbDate(notice.contractDueOn),
        consignee: consigneeOf(notice.consignee),
        lines: notice.lines.map((line) => ({
          ...line,
          isCharge: line.lineKind !== "GOODS",
          contractQty: Quantity.of(line.contractQty).toString(),
          shippedBefore: Quantity.of(line.shippedBefore).toString(),
          quantity: Quantity.of(line.quantity).toString(),
          amount: Money.of(line.amount).toString(),
        })),
        totalAmount: Money.of(notice.totalAmount).toString(),
        showsPrices: seesPrices(actor),
        deliveryMethod: DELIVERY_WORDS[notice.deliveryMethod],
        courier: courier ? courier.name : "",
        freightPayer: FREIGHT_PAYER_WORDS[notice.freightPayer],
        freightSettlement: SETTLEMENT_WORDS[notice.freightSettlement],
        enclosedDocs: enclosedTicks(notice.enclosedDocs),
        paymentTerm: termWords(notice.paymentTerm),
        fundsStatus: FUNDS_WORDS[shownFunds(notice)],
        fundsConfirmedOn: notice.fundsConfirmedAt && dateInShanghai(notice.fundsConfirmedAt),
        deviations: deviationSentences(notice),
      }),
  };
}

function noticeMark(status: NoticeStatus): PaperMark | null {
  if (status === "CANCELLED") return "VOIDED";
  return status === "DRAFT" || status === "AWAITING_FUNDS" ? "UNISSUED" : null;
}

/** The packing list (F11), priceless; null when there is none within the actor's reach. */
export async function findPackingListPaper(
  actor: Actor,
  id: string,
): Promise<PrintablePaper | null> {
  const list = await db.packingList.findUnique({
    where: { id },
    include: { lines: byLineNo, boxes: { orderBy: { boxNo: "asc" } } },
  });
  if (!list || !(await isWithinReach(actor, list))) return null;
  return {
    number: list.docNo,
    mark: list.status === "VOIDED" ? "VOIDED" : null,
    draw: (frame) =>
      packingListDocument({
        ...list,
        frame,
        packedOn: fromDbDate(list.packedOn),
        consignee: consigneeOf(list.consignee),
        boxes: list.boxes.map((box) => ({
          ...box,
          packageType: packageWords(box.packageType),
          netWeightKg: box.netWeightKg && Quantity.of(box.netWeightKg).toString(),
          grossWeightKg: box.grossWeightKg && Quantity.of(box.grossWeightKg).toString(),
        })),
        lines: list.lines.map((line) => ({
          ...line,
          isCharge: false,
          contractQty: Quantity.of(line.contractQty).toString(),
          packedQty: Quantity.of(line.packedQty).toString(),
          isChecked: line.checkedAt !== null,
        })),
        enclosedDocs: enclosedTicks(list.enclosedDocs),
      }),
  };
}

/** The waybill (F12); null when there is none within the actor's reach. */
export async function findWaybillPaper(actor: Actor, id: string): Promise<PrintablePaper | null> {
  const waybill = await db.waybill.findUnique({
    where: { id },
    include: { packingLists: { select: { packingList: true } } },
  });
  // A parcel without goods belongs to no customer: salespeople see those of their own customers.
  if (!waybill || (seesOwnOnly(actor) && waybill.packingLists.length === 0)) return null;
  const lists = waybill.packingLists.map(({ packingList }) => packingList);
  const reach = await Promise.all(lists.map((list) => isWithinReach(actor, list)));
  if (reach.includes(false)) return null;
  return {
    number: waybill.docNo,
    mark: waybill.status === "VOIDED" ? "VOIDED" : null,
    draw: (frame) =>
      waybillDocument({
        ...waybill,
        frame,
        courier: waybill.courierName,
        senderName: waybill.createdByName,
        recipient: consigneeOf(waybill.recipient),
        weightKg: waybill.weightKg && Quantity.of(waybill.weightKg).toString(),
        serviceLevel: serviceWords(waybill.serviceLevel),
        freightSettlement: SETTLEMENT_WORDS[waybill.freightSettlement],
        freightAmount: waybill.freightAmount && Money.of(waybill.freightAmount).toString(),
        insuredValue: waybill.insuredValue && Money.of(waybill.insuredValue).toString(),
        packingListNos: lists.flatMap(({ docNo }) => docNo ?? []),
        contractNos: [...new Set(lists.map(({ contractNo }) => contractNo).filter(Boolean))],
        notifiedByName: waybill.courierNotifiedByName,
        notifiedAt: waybill.courierNotifiedAt,
      }),
  };
}

/** The receipt confirmation record (F14) of a shipping log entry, or of the entry that a contact belongs to. */
export async function findReceiptConfirmationPaper(
  actor: Actor,
  id: string,
): Promise<PrintablePaper | null> {
  const entry = await db.shippingLogEntry.findFirst({
    where: { OR: [{ id }, { confirmations: { some: { id } } }] },
    include: { confirmations: { orderBy: [{ contactedAt: "asc" }, { id: "asc" }] } },
  });
  if (!entry || entry.confirmations.length === 0) return null;
  if (!(await isWithinReach(actor, entry))) return null;
  const lines = await db.slipLine.findMany({
    where: { slipId: entry.slipId, lineKind: "GOODS", issuedQty: { gt: 0 } },
    orderBy: { lineNo: "asc" },
  });
  return {
    // The record has no number of its own: it is the outbound slip's, whose goods arrived.
    number: entry.slipNo,
    mark: null,
    draw: (frame) =>
      receiptConfirmationDocument({
        ...entry,
        frame,
        shippedOn: fromDbDate(entry.shippedOn),
        deliveryMethod: DELIVERY_WORDS[entry.deliveryMethod],
        lines: lines.map((line) => ({
          productName: line.productName,
          spec: shippedSpec(line),
          unit: line.unit,
          issuedQty: Quantity.of(line.issuedQty ?? 0).toString(),
        })),
        contacts: entry.confirmations.map((contact) => ({
          ...contact,
          channel: CHANNEL_WORDS[contact.channel],
          result: RESULT_WORDS[contact.result],
          receivedOn: contact.receivedOn && fromDbDate(contact.receivedOn),
        })),
      }),
  };
}
