import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { DomainError } from "@/lib/core/domain-error";
import { recordAudit } from "@/lib/server/audit";
import { clock } from "@/lib/server/clock";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { assertWaybillNo } from "./hand-over";
import type { CorrectWaybillInput, RemarkLogInput, TrackWaybillInput } from "./schema";
import { assertMayMoveWaybill, lockWaybill, moveWaybill } from "./waybill-load";

/** What the courier reports after hand-over: signed for, a problem, or on its way back. */
export function trackWaybill(
  actor: Actor,
  input: TrackWaybillInput,
  key: IdempotencyKey,
): Promise<{ id: string }> {
  return transactOnce({ key, actor, action: "waybill.track", input }, async (tx) => {
    const waybill = await lockWaybill(tx, input.waybillId);
    const command = ({ SIGNED: "sign", EXCEPTION: "except", RETURNED: "come_back" } as const)[
      input.outcome
    ];
    const plan = assertMayMoveWaybill(command, waybill, actor);
    if (input.outcome === "SIGNED" ? input.signedByName === "" : input.exception === "") {
      const path = input.outcome === "SIGNED" ? "signedByName" : "exception";
      throw new DomainError("common.invalid_input", undefined, [{ path, code: "common.required" }]);
    }
    await moveWaybill(tx, input, {
      status: plan.to,
      ...(input.outcome === "SIGNED"
        ? { signedAt: clock.now(), signedByName: input.signedByName }
        : { exception: input.exception }),
    });
    await recordAudit(tx, actor, {
      type: "waybill.tracked",
      subjectType: "waybill",
      subjectId: waybill.id,
      details: { outcome: input.outcome, note: input.signedByName || input.exception },
    });
    return { id: waybill.id };
  });
}

/** A wrong number, contact or remark is corrected after hand-over with a logged reason (rules 5.12). */
export function correctWaybill(
  actor: Actor,
  input: CorrectWaybillInput,
  key: IdempotencyKey,
): Promise<{ id: string }> {
  return transactOnce({ key, actor, action: "waybill.correct", input }, async (tx) => {
    const waybillNo = assertWaybillNo(input.waybillNo);
    const waybill = await lockWaybill(tx, input.waybillId);
    if (waybill.handedOverAt === null) throw new DomainError("dispatch.nothing_to_correct");
    const { courierContact, remark } = input;
    await moveWaybill(tx, input, { waybillNo, courierContact, remark });
    await tx.shippingLogEntry.updateMany({
      where: { waybillId: waybill.id },
      data: { waybillNo, rowVersion: { increment: 1 } },
    });
    await recordAudit(tx, actor, {
      type: "waybill.corrected",
      subjectType: "waybill",
      subjectId: waybill.id,
      details: {
        waybillNo: { before: waybill.waybillNo, after: waybillNo },
        courierContact: { before: waybill.courierContact, after: courierContact },
        remark: { before: waybill.remark, after: remark },
        reason: input.reason,
      },
    });
    return { id: waybill.id };
  });
}

/** The log is written by the system; a clerk completes remarks only (F13). */
export function remarkLogEntry(
  actor: Actor,
  input: RemarkLogInput,
  key: IdempotencyKey,
): Promise<{ id: string }> {
  return transactOnce({ key, actor, action: "shipping_log.remark", input }, async (tx) => {
    const { count } = await tx.shippingLogEntry.updateMany({
      where: { id: input.logEntryId, rowVersion: input.rowVersion },
      data: { remark: input.remark, rowVersion: { increment: 1 } },
    });
    if (count === 0) throw new DomainError("common.changed_meanwhile");
    await recordAudit(tx, actor, {
      type: "shipping_log.remarked",
      subjectType: "shipping_log_entry",
      subjectId: input.logEntryId,
      details: { remark: input.remark },
    });
    return { id: input.logEntryId };
  });
}
