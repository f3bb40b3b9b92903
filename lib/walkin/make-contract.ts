import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { customerFile, productFacts } from "@/lib/contracts/customer-file";
import { blankHead, localTime, withFile } from "@/lib/contracts/order-head";
import { type GoodsCells, type OrderHead, toOrder } from "@/lib/contracts/order-values";
import { recommendForm } from "@/lib/contracts/policy";
import { writeDraft } from "@/lib/contracts/save-draft";
import { orderInput } from "@/lib/contracts/schema";
import { fromDbDate } from "@/lib/core/calendar-date";
import { DomainError } from "@/lib/core/domain-error";
import { Money } from "@/lib/core/money";
import { Quantity } from "@/lib/core/quantity";
import { recordAudit } from "@/lib/server/audit";
import { clock } from "@/lib/server/clock";
import { db } from "@/lib/server/db";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { currentSettings } from "@/lib/settings/queries";
import { askForContract } from "./contract-items";
import { assertWalkInMove, findWalkIn, lockWalkIn, moveWalkIn, type WholeWalkIn } from "./load";
import type { WalkInInput } from "./schema";

/**
 * The contract afterwards (R1.2.4-b): a draft prefilled with what left at its prices, to be completed on the order
 * screen. Its class comes out of stock that has already left. Throws `walkin.wrong_status` when there is one already.
 */
export async function makeContract(
  actor: Actor,
  input: WalkInInput,
  key: IdempotencyKey,
): Promise<{ contractId: string }> {
  const order = orderInput.parse(await prefilled(actor, input.walkInId));
  return transactOnce({ key, actor, action: "walkin.make_contract", input }, async (tx) => {
    const { walkIn } = await lockWalkIn(tx, input);
    const plan = assertWalkInMove("make_contract", walkIn, actor);
    const draft = { contractId: null, rowVersion: null, order };
    const { id: contractId } = await writeDraft(tx, actor, draft);
    await tx.contract.update({ where: { id: contractId }, data: { walkInId: walkIn.id } });
    await moveWalkIn(tx, walkIn, plan.to, { contractId });
    if (walkIn.draftDueOn && walkIn.effectiveDueOn) {
      const draftDueOn = fromDbDate(walkIn.draftDueOn);
      const effectiveDueOn = fromDbDate(walkIn.effectiveDueOn);
      await askForContract(tx, { ...walkIn, draftDueOn, effectiveDueOn }, "effective");
    }
    await recordAudit(tx, actor, {
      type: "walkin.contract_drafted",
      subjectType: "walk_in",
      subjectId: walkIn.id,
      details: { docNo: walkIn.docNo ?? "" },
    });
    return { contractId };
  });
}

async function prefilled(actor: Actor, walkInId: string) {
  const walkIn = await findWalkIn(db, walkInId);
  if (!walkIn) throw new DomainError("common.not_found");
  const [file, settings] = await Promise.all([
    customerFile(actor, walkIn.customerId),
    currentSettings(db),
  ]);
  const { form } = recommendForm({
    paymentTerm: walkIn.paymentTerm,
    total: Money.of(walkIn.totalAmount),
    formalAmountThreshold: Money.of(settings.formalAmountThreshold),
    hasNewLine: false,
  });
  const head = withFile(await blankHead(form), file);
  return toOrder(headOf(head, walkIn), await goodsOf(walkIn), []);
}

function headOf(head: OrderHead, walkIn: WholeWalkIn): OrderHead {
  const takenAt = walkIn.handedOverAt ?? clock.now();
  const isVerbal = head.form === "VERBAL";
  return {
    ...head,
    channel: "VISIT",
    orderedAt: localTime(takenAt),
    ordererName: head.ordererName || walkIn.receiverName,
    ordererPhone: head.ordererPhone || walkIn.receiverPhone,
    paymentTerm: walkIn.paymentTerm,
    paymentChannel: walkIn.paymentChannel,
    looserTermReason: walkIn.exceptionReason.slice(0, 200),
    deliveryMethod: "PICKUP",
    partialAllowed: true,
    consignee: {
      ...head.consignee,
      company: head.consignee.company || walkIn.customerName,
      contactPerson: head.consignee.contactPerson || walkIn.receiverName,
      phone: head.consignee.phone || walkIn.receiverPhone,
    },
    verbalReason: isVerbal ? "OTHER" : "",
    formReason: isVerbal ? `临时提货 ${walkIn.docNo ?? ""} 补办合同` : "",
    remark: `临时提货 ${walkIn.docNo ?? ""}，出库单 ${walkIn.slipNo}`,
  };
}

/** What left, line by line; what was counted less is not owed a contract. */
async function goodsOf(walkIn: WholeWalkIn): Promise<GoodsCells[]> {
  const facts = await productFacts(
    walkIn.lines.map(({ productId }) => productId),
    walkIn.customerId,
  );
  const leftOn = walkIn.handedOverAt ? localTime(walkIn.handedOverAt).slice(0, 10) : "";
  return walkIn.lines.flatMap((line) => {
    const left = Quantity.of(line.countedByKeeper ?? line.quantity);
    if (!left.isPositive()) return [];
    return [
      {
        product: facts.get(line.productId) ?? null,
        productName: line.productName,
        spec: line.spec,
        drawingNo: line.drawingNo,
        unit: line.unit,
        quantity: left.toString(),
        unitPrice: line.unitPrice.toFixed(4),
        deliveryOn: leftOn,
        brand: "",
        lineRemark: line.lineRemark,
      },
    ];
  });
}
