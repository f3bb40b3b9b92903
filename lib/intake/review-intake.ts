import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { type CalendarDate, toDbDate } from "@/lib/core/calendar-date";
import { DomainError } from "@/lib/core/domain-error";
import { clock } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/db";
import type { Channel } from "@/lib/server/generated/enums";
import { drawNumber } from "@/lib/server/sequence";
import { closeWorkItemsOf } from "@/lib/server/work-items";

/** What the review's form knows about the call, fax or mail behind it. */
export type ReviewIntake = {
  channel: Channel;
  receivedAt: Date;
  customerId: string;
  customerName: string;
  contactName: string;
  contactPhone: string;
  lines: {
    productId: string | null;
    productName: string;
    spec: string;
    drawingNo: string;
    unit: string;
    quantity: string;
    wantedOn: CalendarDate;
    targetPrice: string | null;
  }[];
};

/** The intake record of a review that was typed directly (R1.1.1-a): closed at once with the outcome REVIEW. */
export async function recordReviewIntake(
  tx: Tx,
  actor: Actor,
  { lines, ...fields }: ReviewIntake,
): Promise<string> {
  const now = clock.now();
  const { number } = await drawNumber(tx, "YX", clock.today());
  const { id } = await tx.intake.create({
    data: {
      ...fields,
      docNo: number,
      intakeType: "INQUIRY",
      status: "CLOSED",
      outcome: "REVIEW",
      fromOrder: true,
      closedAt: now,
      closedById: actor.id,
      createdById: actor.id,
      createdByName: actor.name,
      createdAt: now,
      lines: {
        create: lines.map((line, i) => ({
          ...line,
          lineNo: i + 1,
          wantedOn: toDbDate(line.wantedOn),
        })),
      },
    },
    select: { id: true },
  });
  return id;
}

/**
 * The record that a review is drafted from: an open one is closed with that outcome, the record of an order that turned
 * out to need a review stays as it is. Throws `common.not_found`.
 */
export async function turnIntoReview(tx: Tx, actor: Actor, intakeId: string): Promise<void> {
  const { count } = await tx.intake.updateMany({
    where: { id: intakeId, status: "OPEN" },
    data: {
      status: "CLOSED",
      outcome: "REVIEW",
      closedAt: clock.now(),
      closedById: actor.id,
      rowVersion: { increment: 1 },
    },
  });
  if (count > 0) return closeWorkItemsOf(tx, intakeId);
  if ((await tx.intake.count({ where: { id: intakeId } })) === 0)
    throw new DomainError("common.not_found");
}
