import "server-only";
import { type Actor, can } from "@/lib/auth/permissions";
import { toDbDate } from "@/lib/core/calendar-date";
import { DomainError } from "@/lib/core/domain-error";
import { recordAudit } from "@/lib/server/audit";
import { clock } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/db";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { newId } from "@/lib/server/ids";
import { inboundRows } from "@/lib/stock/inbound-lines";
import type { SaveInboundInput } from "@/lib/stock/schema";

/**
 * Writes the draft of an inbound slip (F27), new or changed: a draft moves nothing and has no number.
 * Throws `stock.received_later` for a day to come, `common.changed_meanwhile`, `stock.not_a_draft`, and issues of its lines.
 */
export function saveInbound(
  actor: Actor,
  input: SaveInboundInput,
  key: IdempotencyKey,
): Promise<{ slipId: string }> {
  return transactOnce({ key, actor, action: "saveInbound", input }, async (tx) => {
    if (!can(actor, "inbound:post")) throw new DomainError("common.forbidden");
    if (input.receivedOn > clock.today()) {
      throw new DomainError("stock.received_later", undefined, [
        { path: "receivedOn", code: "stock.received_later" },
      ]);
    }
    const slipId = input.slipId ?? newId();
    const rows = await inboundRows(tx, slipId, input.lines);
    await (input.slipId === null ? create(tx, actor, slipId, input) : change(tx, input));
    await tx.inboundLine.createMany({ data: rows });
    await recordAudit(tx, actor, {
      type: input.slipId === null ? "inbound.drafted" : "inbound.changed",
      subjectType: "inbound_slip",
      subjectId: slipId,
      details: { lines: rows.length },
    });
    return { slipId };
  });
}

function fieldsOf({
  inboundType,
  receivedOn,
  fromDepartment,
  deliveredBy,
  remark,
}: SaveInboundInput) {
  return { inboundType, receivedOn: toDbDate(receivedOn), fromDepartment, deliveredBy, remark };
}

async function create(tx: Tx, actor: Actor, id: string, input: SaveInboundInput): Promise<void> {
  await tx.inboundSlip.create({
    data: {
      ...fieldsOf(input),
      id,
      createdById: actor.id,
      createdByName: actor.name,
      createdAt: clock.now(),
    },
  });
}

async function change(tx: Tx, input: SaveInboundInput): Promise<void> {
  const { slipId, rowVersion } = input;
  if (slipId === null || rowVersion === null) throw new DomainError("common.changed_meanwhile");
  const slip = await tx.inboundSlip.findUnique({ where: { id: slipId }, select: { status: true } });
  if (!slip) throw new DomainError("common.not_found");
  if (slip.status !== "DRAFT") throw new DomainError("stock.not_a_draft");
  const moved = await tx.inboundSlip.updateMany({
    where: { id: slipId, status: "DRAFT", rowVersion },
    data: { ...fieldsOf(input), rowVersion: { increment: 1 } },
  });
  if (moved.count === 0) throw new DomainError("common.changed_meanwhile");
  await tx.inboundLine.deleteMany({ where: { inboundSlipId: slipId } });
}
