import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { productSummary } from "@/lib/contracts/policy";
import { toDbDate } from "@/lib/core/calendar-date";
import { Money } from "@/lib/core/money";
import { Quantity } from "@/lib/core/quantity";
import { lineAmount, UnitPrice } from "@/lib/core/unit-price";
import { releaseCommitment } from "@/lib/credit/commitments";
import { dueDate } from "@/lib/credit/due-date";
import type { CustomerTerms } from "@/lib/credit/queries";
import { recordShipment } from "@/lib/dispatch/record-shipment";
import { settlePickup } from "@/lib/receivables/kept-for-pickup";
import { postDelivery } from "@/lib/receivables/post-delivery";
import { clock } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/db";
import { sign } from "@/lib/server/signatures";
import type { CreditSnapshot } from "@/lib/shipping/credit-check";
import { slipContentHash } from "@/lib/shipping/slip-content";
import { moveSlip } from "@/lib/shipping/slip-move";
import { auditCheck } from "@/lib/shipping/submit-slip";
import { issueFree } from "@/lib/stock/issue-free";
import type { UsedPlace } from "@/lib/stock/issue-stock";
import type { LockedWalkIn } from "./load";
import type { HandOverWalkInInput } from "./schema";

export type PickupPosting = LockedWalkIn & {
  /** What leaves, by line number. */
  quantities: ReadonlyMap<number, Quantity>;
  amount: Money;
  snapshot: CreditSnapshot;
  terms: CustomerTerms;
};

type SlipLine = LockedWalkIn["slip"]["lines"][number];

/** What a line costs for the quantity that leaves. */
export function leavingAmount(line: SlipLine, quantity: Quantity): Money {
  return quantity.equals(Quantity.of(line.requestedQty))
    ? Money.of(line.amount)
    : lineAmount(quantity, UnitPrice.of(line.unitPrice));
}

/**
 * The slip of a pickup is posted in the caller's transaction (rules 5.6, 5.11): goods out of the free stock, receivable
 * by the pickup's own term, commitment gone, keeper and receiver signed, shipping log (自提) and follow-up.
 */
export async function postPickup(
  tx: Tx,
  actor: Actor,
  posting: PickupPosting,
  input: HandOverWalkInInput,
): Promise<void> {
  const { slip, snapshot, amount } = posting;
  const today = clock.today();
  const used = await takeOut(tx, actor, posting);
  await writeIssued(tx, posting, used);
  await moveSlip(tx, slip, "ISSUED", {
    creditSnapshot: snapshot,
    issuedById: actor.id,
    issuedByName: actor.name,
    issuedAt: clock.now(),
    issuedOn: toDbDate(today),
    totalAmount: amount.toString(),
    shortReason: input.shortReason,
    receiverName: input.receiverName,
    receiverIdNo: input.receiverIdNo,
    receiverPhone: input.receiverPhone,
    vehicleNo: input.vehicleNo,
    receivedAt: clock.now(),
  });
  await releaseCommitment(tx, slip.id);
  await owe(tx, actor, posting);
  await signBoth(tx, actor, posting, input);
  await auditCheck(tx, actor, {
    type: "slip.issued",
    slip,
    snapshot,
    comment: input.shortReason,
  });
  await recordShipment(
    tx,
    actor,
    { id: null, docNo: null, slipId: slip.id, consignee: receiverOf(slip.customerName, input) },
    {
      waybillId: null,
      carrier: "",
      waybillNo: "",
      pieces: null,
      weightKg: null,
      freightAmount: null,
    },
  );
}

function receiverOf(company: string, { receiverName, receiverPhone }: HandOverWalkInInput) {
  return {
    company,
    contactPerson: receiverName,
    phone: receiverPhone,
    address: "",
    postalCode: "",
  };
}

function takeOut(tx: Tx, actor: Actor, { slip, walkIn, quantities }: PickupPosting) {
  const issued = {
    actor,
    slipId: slip.id,
    slipNo: slip.docNo ?? "",
    contractNo: "",
    summary: `${slip.customerName} 临时提货 ${walkIn.docNo ?? ""}`,
    today: clock.today(),
  };
  const lines = slip.lines.flatMap((line) =>
    line.productId === null
      ? []
      : [
          {
            slipLineId: line.id,
            productId: line.productId,
            productName: line.productName,
            unit: line.unit,
            quantity: quantities.get(line.lineNo) ?? Quantity.zero,
            path: `lines.${line.lineNo - 1}.quantity`,
          },
        ],
  );
  return issueFree(tx, issued, lines);
}

async function writeIssued(
  tx: Tx,
  { slip, quantities }: PickupPosting,
  used: ReadonlyMap<string, readonly UsedPlace[]>,
): Promise<void> {
  for (const line of slip.lines) {
    const quantity = quantities.get(line.lineNo) ?? Quantity.zero;
    const places = used.get(line.id) ?? [];
    await tx.slipLine.update({
      where: { id: line.id },
      data: {
        issuedQty: quantity.toString(),
        issuedAmount: leavingAmount(line, quantity).toString(),
        binCode: unique(places.map(({ binCode }) => binCode)).slice(0, 60),
        batchNo: unique(places.map(({ batchNo }) => batchNo)).slice(0, 80),
      },
    });
  }
}

function unique(codes: readonly string[]): string {
  return [...new Set(codes.filter(Boolean))].join("、");
}

/** The customer owes from today; what was paid in advance settles it at once. */
async function owe(
  tx: Tx,
  actor: Actor,
  { slip, walkIn, amount, terms }: PickupPosting,
): Promise<void> {
  const today = clock.today();
  const { paymentTerm: contractTerm } = walkIn;
  const isAccumulated = contractTerm === "ACCUMULATED" || terms.settlementMode === "ACCUMULATED";
  const { receivableId } = await postDelivery(tx, {
    actor,
    slipId: slip.id,
    slipNo: slip.docNo ?? "",
    customerId: slip.customerId,
    contractId: null,
    contractNo: "",
    goodsAmount: amount,
    chargeAmount: Money.zero,
    dueOn: dueDate({
      deliveredOn: today,
      contractTerm,
      dueDays: null,
      customerMode: terms.settlementMode,
      tier: terms.tier,
      quarterPaymentMonth: terms.quarterPaymentMonth,
    }),
    accumulatedFrom: isAccumulated ? terms.accumulatedFrom : null,
    summary: `临时提货 ${productSummary(slip.lines.map((line) => line.productName))}`.slice(0, 120),
    today,
  });
  if (contractTerm !== "PREPAID") return;
  const owed = { customerId: slip.customerId, receivableId, amount };
  await settlePickup(tx, owed, walkIn.receiptId);
}

async function signBoth(
  tx: Tx,
  actor: Actor,
  { slip }: PickupPosting,
  input: HandOverWalkInInput,
): Promise<void> {
  const signed = {
    subjectType: "outbound_slip",
    subjectId: slip.id,
    decision: "AGREE",
    revision: slip.revision,
    contentHash: slipContentHash(slip),
  } as const;
  await sign(tx, actor, { ...signed, permission: "slip:issue", step: "ISSUED" });
  const comment = input.receiverName;
  await sign(tx, actor, { ...signed, permission: "walkin:hand_over", step: "RECEIVED", comment });
}
