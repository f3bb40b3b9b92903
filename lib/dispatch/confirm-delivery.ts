import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { type CalendarDate, dateInShanghai, fromDbDate, toDbDate } from "@/lib/core/calendar-date";
import { DomainError } from "@/lib/core/domain-error";
import { recordAudit } from "@/lib/server/audit";
import { clock } from "@/lib/server/clock";
import type { Prisma, Tx } from "@/lib/server/db";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { closeWorkItem, openWorkItem } from "@/lib/server/work-items";
import { askAgainOn } from "./schedule";
import type { ConfirmDeliveryInput } from "./schema";

/**
 * One contact with the customer about a shipment (R1.2.3-c, R1.2.3-d, F14). Arrived: the follow-up is done. Nobody
 * answered or not arrived: it comes again the next day. A problem opens an item until the goods are confirmed sound.
 */
export function confirmDelivery(
  actor: Actor,
  input: ConfirmDeliveryInput,
  key: IdempotencyKey,
): Promise<{ id: string }> {
  return transactOnce({ key, actor, action: "shipment.confirm", input }, async (tx) => {
    await tx.$queryRaw`select id from shipping_log_entry where id = ${input.logEntryId}::uuid for update`;
    const entry = await tx.shippingLogEntry.findUnique({ where: { id: input.logEntryId } });
    if (!entry) throw new DomainError("common.not_found");
    if (entry.receiptResult === "RECEIVED_OK") throw new DomainError("dispatch.already_confirmed");
    assertDates(input, fromDbDate(entry.shippedOn));
    const { contactedAt, receivedOn, ...fields } = input;
    const { id } = await tx.receiptConfirmation.create({
      data: {
        ...fields,
        contactedAt: new Date(contactedAt),
        receivedOn: receivedOn === null ? null : toDbDate(receivedOn as CalendarDate),
        recordedById: actor.id,
        recordedByName: actor.name,
        recordedAt: clock.now(),
      },
      select: { id: true },
    });
    await tx.shippingLogEntry.update({
      where: { id: entry.id },
      data: {
        receiptResult: input.result,
        ...(receivedOn !== null && { receivedOn: toDbDate(receivedOn as CalendarDate) }),
        rowVersion: { increment: 1 },
      },
    });
    await settleItems(tx, actor, entry, input);
    await recordAudit(tx, actor, {
      type: "shipment.customer_contacted",
      subjectType: "shipping_log_entry",
      subjectId: entry.id,
      details: { result: input.result, contactName: input.contactName, problem: input.problem },
    });
    return { id };
  });
}

/** A contact is not in the future, an arrival neither in the future nor before the goods left. */
function assertDates(input: ConfirmDeliveryInput, shippedOn: CalendarDate): void {
  const today = clock.today();
  const refuse = (path: string, code: string) => {
    throw new DomainError("common.invalid_input", undefined, [{ path, code }]);
  };
  if (dateInShanghai(new Date(input.contactedAt)) > today)
    refuse("contactedAt", "common.date_in_future");
  if (input.receivedOn === null) return;
  if (input.receivedOn > today) refuse("receivedOn", "common.date_in_future");
  if (input.receivedOn < shippedOn) refuse("receivedOn", "dispatch.received_before_shipped");
}

type LogEntry = Prisma.ShippingLogEntryGetPayload<object>;

async function settleItems(
  tx: Tx,
  actor: Actor,
  entry: LogEntry,
  input: ConfirmDeliveryInput,
): Promise<void> {
  const subject = { subjectType: "shipping_log_entry", subjectId: entry.id };
  const title = [entry.slipNo, entry.contractNo, entry.customerName].filter(Boolean).join(" ");
  if (input.result === "NO_ANSWER" || input.result === "NOT_RECEIVED") {
    const dueOn = askAgainOn(clock.today());
    await openWorkItem(tx, {
      kind: "shipment.confirm_receipt",
      ...subject,
      title,
      assigneeId: actor.id,
      escalateToRole: "SECTION_CHIEF",
      visibleFromOn: dueOn,
      dueOn,
    });
    return;
  }
  await closeWorkItem(tx, { kind: "shipment.confirm_receipt", subjectId: entry.id });
  if (input.result === "RECEIVED_OK") {
    await closeWorkItem(tx, { kind: "shipment.problem", subjectId: entry.id });
    return;
  }
  await openWorkItem(tx, {
    kind: "shipment.problem",
    ...subject,
    title,
    assigneeId: actor.id,
    dueOn: clock.today(),
  });
}
