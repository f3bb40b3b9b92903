import "server-only";
import { type Actor, can, seesPrices } from "@/lib/auth/permissions";
import { termWords } from "@/lib/contracts/paper-words";
import { fromDbDate } from "@/lib/core/calendar-date";
import { Money } from "@/lib/core/money";
import { Quantity } from "@/lib/core/quantity";
import { UnitPrice } from "@/lib/core/unit-price";
import type { PaperMark, PrintablePaper } from "@/lib/pdf/paper-frame";
import { latestSignature } from "@/lib/pdf/paper-signature";
import { db } from "@/lib/server/db";
import { listSignatures } from "@/lib/server/signatures";
import { findWalkIn, type WholeWalkIn } from "./load";
import { type WalkInPaper, walkInDocument } from "./walk-in-pdf";

/** The walk-in pickup (F40) to print; null when there is none that the actor may read. */
export async function findWalkInPaper(actor: Actor, id: string): Promise<PrintablePaper | null> {
  if (!can(actor, "walkin:read")) return null;
  const walkIn = await findWalkIn(db, id);
  if (!walkIn) return null;
  const [signatures, slip] = await Promise.all([
    walkIn.slipId ? listSignatures(walkIn.slipId) : [],
    walkIn.slipId
      ? db.outboundSlip.findUnique({
          where: { id: walkIn.slipId },
          select: { issuedByName: true, issuedAt: true, approvedViolations: true, status: true },
        })
      : null,
  ]);
  const paper: Omit<WalkInPaper, "frame"> = {
    ...factsOf(walkIn),
    showsPrices: seesPrices(actor),
    deptHead: latestSignature(signatures, "DEPT_HEAD"),
    director: latestSignature(signatures, "APPROVED"),
    directorIsNeeded:
      walkIn.status === "PENDING_DIRECTOR" || (slip?.approvedViolations.length ?? 0) > 0,
    issuedByName: slip?.issuedByName ?? null,
    issuedAt: slip?.issuedAt ?? null,
  };
  return {
    number: walkIn.docNo,
    mark: markOf(walkIn.status),
    draw: (frame) => walkInDocument({ ...paper, frame }),
  };
}

function markOf(status: WholeWalkIn["status"]): PaperMark | null {
  if (status === "REJECTED" || status === "CANCELLED") return "VOIDED";
  const isOpen = status === "DRAFT" || status.startsWith("PENDING");
  return isOpen ? "UNAPPROVED" : null;
}

function factsOf(walkIn: WholeWalkIn) {
  return {
    pickupAt: walkIn.pickupAt,
    customerName: walkIn.customerName,
    slipNo: walkIn.slipNo,
    receiverName: walkIn.receiverName,
    receiverIdNo: walkIn.receiverIdNo,
    receiverPhone: walkIn.receiverPhone,
    vehicleNo: walkIn.vehicleNo,
    authorityKind: walkIn.authorityKind,
    paymentTerm: termWords(walkIn.paymentTerm),
    totalAmount: Money.of(walkIn.totalAmount).toString(),
    exceptionReason: walkIn.exceptionReason,
    remark: walkIn.remark,
    preparedByName: walkIn.preparedByName,
    preparedAt: walkIn.createdAt,
    keeperName: walkIn.countedByKeeperName,
    keeperAt: walkIn.countedByKeeperAt,
    clerkName: walkIn.countedByClerkName,
    clerkAt: walkIn.countedByClerkAt,
    receiverSignedAt: walkIn.receiverSignedAt,
    draftDueOn: walkIn.draftDueOn && fromDbDate(walkIn.draftDueOn),
    effectiveDueOn: walkIn.effectiveDueOn && fromDbDate(walkIn.effectiveDueOn),
    contractNo: walkIn.contractNo,
    lines: walkIn.lines.map((line) => ({
      lineNo: line.lineNo,
      productName: line.productName,
      spec: [line.spec, line.drawingNo].filter(Boolean).join(" "),
      unit: line.unit,
      quantity: Quantity.of(line.quantity).toString(),
      keeper: line.countedByKeeper && Quantity.of(line.countedByKeeper).toString(),
      clerk: line.countedByClerk && Quantity.of(line.countedByClerk).toString(),
      unitPrice: UnitPrice.of(line.unitPrice).toString(),
      amount: Money.of(line.amount).toString(),
    })),
  };
}
