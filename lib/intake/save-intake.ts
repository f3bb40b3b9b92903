import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { type CalendarDate, toDbDate } from "@/lib/core/calendar-date";
import { DomainError } from "@/lib/core/domain-error";
import { findCooperationStart } from "@/lib/customers/cooperation";
import { getCustomerForOrder } from "@/lib/customers/queries";
import { lockOpenIntake } from "@/lib/intake/lock-open";
import type { IntakeInput, SaveIntakeInput } from "@/lib/intake/schema";
import { seenStock } from "@/lib/intake/seen-stock";
import { recordAudit } from "@/lib/server/audit";
import { clock } from "@/lib/server/clock";
import { Prisma, type Tx } from "@/lib/server/db";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { drawNumber } from "@/lib/server/sequence";
import { openWorkItem } from "@/lib/server/work-items";

export type SavedIntake = { id: string; docNo: string; rowVersion: number };

/**
 * Records a call, fax or mail (R1.1.1-a, R1.1.1-b, R1.1.1-d), with the stock figures that the clerk saw (R1.1.2-a).
 * An open record may be completed by whoever keeps it; nothing deletes it. Throws `intake.<reason>`.
 */
export function saveIntake(
  actor: Actor,
  input: SaveIntakeInput,
  key: IdempotencyKey,
): Promise<SavedIntake> {
  return transactOnce({ key, actor, action: "intake.save", input }, async (tx) => {
    const { intake } = input;
    if (new Date(intake.receivedAt) > clock.now()) {
      throw new DomainError("common.invalid_input", undefined, [
        { path: "receivedAt", code: "common.date_in_future" },
      ]);
    }
    if (intake.customerId !== null) await getCustomerForOrder(tx, actor, intake.customerId);
    await assertUsageKnown(tx, intake);
    return input.intakeId === null
      ? createIntake(tx, actor, intake)
      : updateIntake(tx, actor, { id: input.intakeId, rowVersion: input.rowVersion ?? 0 }, intake);
  });
}

/** What the product is for is asked of every new customer (R2.1.1-a). */
async function assertUsageKnown(tx: Tx, intake: IntakeInput): Promise<void> {
  const wantsGoods = intake.intakeType === "ORDER" || intake.intakeType === "INQUIRY";
  if (!wantsGoods || intake.usage !== "") return;
  const start =
    intake.customerId === null ? null : await findCooperationStart(tx, intake.customerId);
  if (start === null) {
    throw new DomainError("common.invalid_input", undefined, [
      { path: "usage", code: "intake.usage_missing" },
    ]);
  }
}

async function createIntake(tx: Tx, actor: Actor, intake: IntakeInput): Promise<SavedIntake> {
  const today = clock.today();
  const stockSnapshot = await seenStock(tx, intake.lines);
  const { number: docNo } = await drawNumber(tx, "YX", today);
  const saved = await tx.intake.create({
    data: {
      ...headOf(intake),
      docNo,
      stockSnapshot,
      createdById: actor.id,
      createdByName: actor.name,
      createdAt: clock.now(),
      lines: { create: linesOf(intake) },
    },
    select: { id: true, docNo: true, rowVersion: true },
  });
  await openWorkItem(tx, {
    kind: "intake.handle",
    subjectType: "intake",
    subjectId: saved.id,
    title: `${docNo} ${intake.customerName}`,
    assigneeId: actor.id,
    dueOn: today,
  });
  await recordAudit(tx, actor, {
    type: "intake.recorded",
    subjectType: "intake",
    subjectId: saved.id,
    details: { docNo, customerName: intake.customerName },
  });
  return saved;
}

async function updateIntake(
  tx: Tx,
  actor: Actor,
  at: { id: string; rowVersion: number },
  intake: IntakeInput,
): Promise<SavedIntake> {
  await lockOpenIntake(tx, actor, at.id);
  const { count } = await tx.intake.updateMany({
    where: { id: at.id, status: "OPEN", rowVersion: at.rowVersion },
    data: {
      ...headOf(intake),
      stockSnapshot: await seenStock(tx, intake.lines),
      rowVersion: { increment: 1 },
    },
  });
  if (count === 0) throw new DomainError("common.changed_meanwhile");
  await tx.intakeLine.deleteMany({ where: { intakeId: at.id } });
  await tx.intakeLine.createMany({
    data: linesOf(intake).map((line) => ({ ...line, intakeId: at.id })),
  });
  await recordAudit(tx, actor, {
    type: "intake.completed",
    subjectType: "intake",
    subjectId: at.id,
  });
  return tx.intake.findUniqueOrThrow({
    where: { id: at.id },
    select: { id: true, docNo: true, rowVersion: true },
  });
}

const asDbDate = (date: string | null) => (date === null ? null : toDbDate(date as CalendarDate));

function headOf({ lines: _lines, productionFeedback, ...head }: IntakeInput) {
  return {
    ...head,
    productionFeedback: productionFeedback ?? Prisma.DbNull,
    receivedAt: new Date(head.receivedAt),
    agreedOn: asDbDate(head.agreedOn),
  };
}

function linesOf({ lines }: IntakeInput) {
  return lines.map((line, i) => ({ ...line, lineNo: i + 1, wantedOn: asDbDate(line.wantedOn) }));
}
