import "server-only";
import { type Actor, can, seesOwnOnly } from "@/lib/auth/permissions";
import { fromDbDate } from "@/lib/core/calendar-date";
import { Quantity } from "@/lib/core/quantity";
import { UnitPrice } from "@/lib/core/unit-price";
import { resolveCustomersByName } from "@/lib/customers/queries";
import { CHANNELS, INTAKE_TYPES, type ProductionFeedback } from "@/lib/intake/schema";
import { db, Prisma } from "@/lib/server/db";
import { defineList } from "@/lib/server/list-spec";

/** Salespeople see what they recorded and what concerns their customers. */
export function intakeScope(actor: Actor): Prisma.Sql {
  if (!seesOwnOnly(actor)) return Prisma.sql`true`;
  return Prisma.sql`(i.created_by_id = ${actor.id}::uuid
    or exists (select 1 from customer k where k.id = i.customer_id and k.owner_id = ${actor.id}::uuid))`;
}

/** The intake register (F01, RD1-01). */
export const intakeList = defineList({
  register: "intake",
  from: Prisma.sql`intake i`,
  id: Prisma.sql`i.id`,
  defaultSort: { key: "receivedAt", direction: "desc" },
  search: {
    number: { sql: Prisma.sql`i.doc_no`, pattern: /^YX\d/i },
    customer: { sql: Prisma.sql`i.customer_id`, resolve: resolveCustomersByName },
  },
  filters: [
    { key: "status", kind: "enum", sql: Prisma.sql`i.status::text`, values: ["OPEN", "CLOSED"] },
    { key: "channel", kind: "enum", sql: Prisma.sql`i.channel::text`, values: CHANNELS },
    { key: "intakeType", kind: "enum", sql: Prisma.sql`i.intake_type::text`, values: INTAKE_TYPES },
    { key: "receivedAt", kind: "dates", sql: Prisma.sql`i.received_at`, instant: true },
  ],
  columns: [
    { key: "docNo", kind: "code", sql: Prisma.sql`i.doc_no`, header: "intake.doc_no" },
    {
      key: "status",
      kind: "state",
      sql: Prisma.sql`i.status::text`,
      header: "intake.status_label",
    },
    {
      key: "channel",
      kind: "text",
      sql: Prisma.sql`i.channel::text`,
      header: "intake.channel_label",
    },
    {
      key: "direction",
      kind: "text",
      sql: Prisma.sql`i.direction::text`,
      header: "intake.direction_label",
    },
    {
      key: "intakeType",
      kind: "text",
      sql: Prisma.sql`i.intake_type::text`,
      header: "intake.type_label",
    },
    {
      key: "customerName",
      kind: "text",
      sql: Prisma.sql`i.customer_name`,
      header: "intake.customer",
    },
    { key: "contactName", kind: "text", sql: Prisma.sql`i.contact_name`, header: "intake.contact" },
    {
      key: "contactPhone",
      kind: "text",
      sql: Prisma.sql`i.contact_phone`,
      header: "intake.contact_phone",
    },
    {
      key: "outcome",
      kind: "text",
      sql: Prisma.sql`i.outcome::text`,
      header: "intake.outcome_label",
    },
    {
      key: "createdByName",
      kind: "text",
      sql: Prisma.sql`i.created_by_name`,
      header: "intake.recorded_by",
    },
    {
      key: "receivedAt",
      kind: "instant",
      sql: Prisma.sql`i.received_at`,
      header: "intake.received_at",
      sortable: true,
    },
  ],
});

async function isIntakeVisible(actor: Actor, intakeId: string): Promise<boolean> {
  if (!can(actor, "intake:read")) return false;
  const rows = await db.$queryRaw<unknown[]>`
    select 1 from intake i where i.id = ${intakeId}::uuid and ${intakeScope(actor)}`;
  return rows.length > 0;
}

export type IntakeDetail = NonNullable<Awaited<ReturnType<typeof findIntake>>>;

/** One record with its lines; null when not in the actor's view. */
export async function findIntake(actor: Actor, intakeId: string) {
  if (!(await isIntakeVisible(actor, intakeId))) return null;
  const intake = await db.intake.findUnique({
    where: { id: intakeId },
    include: { lines: { orderBy: { lineNo: "asc" } } },
  });
  if (!intake) return null;
  return {
    ...intake,
    agreedOn: intake.agreedOn && fromDbDate(intake.agreedOn),
    stockSnapshot: intake.stockSnapshot as
      | { lineNo: number; onHand: string; freeToPromise: string; at: string }[]
      | null,
    productionFeedback: intake.productionFeedback as ProductionFeedback | null,
    lines: intake.lines.map((line) => ({
      ...line,
      quantity: line.quantity && Quantity.of(line.quantity).toString(),
      wantedOn: line.wantedOn && fromDbDate(line.wantedOn),
      targetPrice: line.targetPrice && UnitPrice.of(line.targetPrice).toString(),
    })),
    mayEdit: intake.status === "OPEN" && can(actor, "intake:record"),
  };
}
