import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import type { CalendarDate } from "@/lib/core/calendar-date";
import { toDbDate } from "@/lib/core/calendar-date";
import { DomainError } from "@/lib/core/domain-error";
import type { ProductionFeedback } from "@/lib/intake/schema";
import { seenStock } from "@/lib/intake/seen-stock";
import { clock } from "@/lib/server/clock";
import { Prisma, type Tx } from "@/lib/server/db";
import type {
  Channel,
  DeliveryMethod,
  FreightPayer,
  SettlementMode,
} from "@/lib/server/generated/enums";
import { drawNumber } from "@/lib/server/sequence";
import { closeWorkItemsOf } from "@/lib/server/work-items";

/** What the order screen knows about the call, fax or mail behind the order. */
export type OrderIntake = {
  channel: Channel;
  receivedAt: Date;
  customerId: string;
  customerName: string;
  contactName: string;
  contactPhone: string;
  usage: string;
  deliveryMethod: DeliveryMethod;
  freightPayer: FreightPayer;
  addressText: string;
  paymentTerm: SettlementMode;
  agreedPrice: boolean;
  agreedDelivery: boolean;
  agreedPayment: boolean;
  agreedWith: string;
  agreedOn: CalendarDate | null;
  productionFeedback: ProductionFeedback | null;
  lines: {
    productId: string | null;
    productName: string;
    spec: string;
    drawingNo: string;
    unit: string;
    quantity: string;
    wantedOn: string | null;
  }[];
};

/**
 * The intake record of an order that was typed directly into F02 or F03: nobody types an order twice
 * (R1.1.1-a to d). It is closed at once with the outcome CONTRACT. Returns its id.
 */
export async function recordOrderIntake(tx: Tx, actor: Actor, order: OrderIntake): Promise<string> {
  const { lines, agreedOn, productionFeedback, ...fields } = order;
  const stockSnapshot = await seenStock(tx, lines);
  const { number } = await drawNumber(tx, "YX", clock.today());
  const { id } = await tx.intake.create({
    data: {
      ...fields,
      productionFeedback: productionFeedback ?? Prisma.DbNull,
      stockSnapshot,
      docNo: number,
      intakeType: "ORDER",
      status: "CLOSED",
      outcome: "CONTRACT",
      fromOrder: true,
      agreedOn: agreedOn && toDbDate(agreedOn),
      closedAt: clock.now(),
      closedById: actor.id,
      createdById: actor.id,
      createdByName: actor.name,
      createdAt: clock.now(),
      lines: { create: lines.map(intakeLine) },
    },
    select: { id: true },
  });
  return id;
}

/** Keeps the record of a directly typed order equal to its draft. */
export async function updateOrderIntake(
  tx: Tx,
  intakeId: string,
  order: OrderIntake,
): Promise<void> {
  const { lines, agreedOn, productionFeedback, ...fields } = order;
  const { count } = await tx.intake.updateMany({
    where: { id: intakeId, fromOrder: true },
    data: {
      ...fields,
      productionFeedback: productionFeedback ?? Prisma.DbNull,
      stockSnapshot: await seenStock(tx, lines),
      agreedOn: agreedOn && toDbDate(agreedOn),
    },
  });
  if (count === 0) return;
  await tx.intakeLine.deleteMany({ where: { intakeId } });
  await tx.intakeLine.createMany({
    data: lines.map((line, i) => ({ ...intakeLine(line, i), intakeId })),
  });
}

/** A typed intake record (F01) becomes a contract: closed with that outcome. Throws `intake.already_closed`. */
export async function turnIntoContract(tx: Tx, actor: Actor, intakeId: string): Promise<void> {
  const { count } = await tx.intake.updateMany({
    where: { id: intakeId, status: "OPEN" },
    data: {
      status: "CLOSED",
      outcome: "CONTRACT",
      closedAt: clock.now(),
      closedById: actor.id,
      rowVersion: { increment: 1 },
    },
  });
  if (count === 0) throw new DomainError("intake.already_closed");
  await closeWorkItemsOf(tx, intakeId);
}

function intakeLine(line: OrderIntake["lines"][number], index: number) {
  return {
    lineNo: index + 1,
    productId: line.productId,
    productName: line.productName,
    spec: line.spec,
    drawingNo: line.drawingNo,
    unit: line.unit,
    quantity: line.quantity,
    wantedOn: line.wantedOn === null ? null : toDbDate(line.wantedOn as CalendarDate),
  };
}
