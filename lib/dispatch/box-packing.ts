import "server-only";
import { type Actor, can } from "@/lib/auth/permissions";
import { toDbDate } from "@/lib/core/calendar-date";
import { DomainError } from "@/lib/core/domain-error";
import { recordAudit } from "@/lib/server/audit";
import { clock } from "@/lib/server/clock";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { drawNumber } from "@/lib/server/sequence";
import { closeWorkItem, closeWorkItemsOf, openWorkItem } from "@/lib/server/work-items";
import { markPacked, markUnpacked } from "@/lib/shipping/slip-progress";
import { plainShippingTitle } from "@/lib/shipping/titles";
import { packingLifecycle } from "./lifecycle";
import { lockPacking, packingFacts } from "./packing-load";
import type { BoxPackingInput, VoidPackingInput } from "./schema";

export type Boxed = { docNo: string; samePerson: boolean };

/**
 * The goods are boxed after every line was compared with the list and the list with the contract (R1.2.2-f); the ZX
 * number is drawn. Packer is who does it; the checker should be somebody else (`samePerson` tells when not).
 */
export function boxPacking(
  actor: Actor,
  input: BoxPackingInput,
  key: IdempotencyKey,
): Promise<Boxed> {
  return transactOnce({ key, actor, action: "packing.box", input }, async (tx) => {
    const packing = await lockPacking(tx, input.packingListId);
    const facts = {
      ...packingFacts(packing),
      checkedAgainstContract: input.checkedAgainstContract,
    };
    const plan = packingLifecycle.plan("box", facts, actor, can);
    if (!plan.ok) throw new DomainError(`dispatch.${plan.refusal}`);
    const checker = await tx.person.findFirst({
      where: { id: input.checkedById, active: true, role: { in: ["CLERK", "WAREHOUSE_KEEPER"] } },
      select: { id: true, displayName: true },
    });
    if (!checker) {
      throw new DomainError("common.invalid_input", undefined, [
        { path: "checkedById", code: "dispatch.checker_missing" },
      ]);
    }
    await markPacked(tx, packing.slipId);
    await closeWorkItem(tx, { kind: "packing.box", subjectId: packing.id });
    await openWorkItem(tx, {
      kind: "packing.ship",
      subjectType: "packing_list",
      subjectId: packing.id,
      title: plainShippingTitle({ ...packing, docNo: packing.slipNo }),
      duty: "OUTBOUND_SLIP",
      dueOn: clock.today(),
    });
    await recordAudit(tx, actor, {
      type: "packing.boxed",
      subjectType: "packing_list",
      subjectId: packing.id,
      details: { boxCount: packing.boxCount, checkedBy: checker.displayName },
    });
    const { number: docNo } = await drawNumber(tx, "ZX", clock.today());
    const { count } = await tx.packingList.updateMany({
      where: { id: packing.id, status: plan.from, rowVersion: input.rowVersion },
      data: {
        status: plan.to,
        docNo,
        packedOn: toDbDate(clock.today()),
        boxedAt: clock.now(),
        checkedAgainstContract: true,
        packedById: actor.id,
        packedByName: actor.name,
        checkedById: checker.id,
        checkedByName: checker.displayName,
        rowVersion: { increment: 1 },
      },
    });
    if (count === 0) throw new DomainError("common.changed_meanwhile");
    return { docNo, samePerson: checker.id === actor.id };
  });
}

/** A packing list that was written wrongly is void; the slip waits for a new one. Its number stays. */
export function voidPacking(
  actor: Actor,
  input: VoidPackingInput,
  key: IdempotencyKey,
): Promise<{ slipId: string }> {
  return transactOnce({ key, actor, action: "packing.void", input }, async (tx) => {
    const packing = await lockPacking(tx, input.packingListId);
    const plan = packingLifecycle.plan("void", packingFacts(packing), actor, can);
    if (!plan.ok) throw new DomainError(`dispatch.${plan.refusal}`);
    const { count } = await tx.packingList.updateMany({
      where: { id: packing.id, rowVersion: input.rowVersion },
      data: { status: plan.to, voidReason: input.reason, rowVersion: { increment: 1 } },
    });
    if (count === 0) throw new DomainError("common.changed_meanwhile");
    if (packing.status === "BOXED") await markUnpacked(tx, packing.slipId);
    await closeWorkItemsOf(tx, packing.id);
    await openWorkItem(tx, {
      kind: "slip.pack",
      subjectType: "outbound_slip",
      subjectId: packing.slipId,
      title: plainShippingTitle({ ...packing, docNo: packing.slipNo }),
      duty: "OUTBOUND_SLIP",
      dueOn: clock.today(),
    });
    await recordAudit(tx, actor, {
      type: "packing.voided",
      subjectType: "packing_list",
      subjectId: packing.id,
      details: { reason: input.reason },
    });
    return { slipId: packing.slipId };
  });
}
