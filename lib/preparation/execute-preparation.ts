import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { notePreparation } from "@/lib/contracts/note-preparation";
import { refreshShipItem } from "@/lib/contracts/ship-item";
import { fromDbDate } from "@/lib/core/calendar-date";
import { DomainError } from "@/lib/core/domain-error";
import { Quantity } from "@/lib/core/quantity";
import { clock } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/db";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { closeWorkItemsOf, openWorkItem } from "@/lib/server/work-items";
import { assertWholePieces, countedCells } from "@/lib/settings/whole-pieces";
import { releaseReservations } from "@/lib/stock/release-reservation";
import { boundOf, lockPreparation, type WholePreparation } from "./load";
import { assertPreparationMove, movePreparation } from "./move";
import { audit, signStep } from "./order-record";
import { type PreparingLine, shortages } from "./policy";
import { openResplitItem } from "./resplit-item";
import { type FinishPreparationInput, type PreparationRef, typedQuantities } from "./schema";
import { preparationTitle } from "./titles";

/** The keeper takes the order in hand (F08: 库管接收). */
export function receivePreparation(
  actor: Actor,
  input: PreparationRef,
  key: IdempotencyKey,
): Promise<{ preparationId: string }> {
  return transactOnce({ key, actor, action: "preparation.receive", input }, async (tx) => {
    const { order } = await lockPreparation(tx, input.preparationId, input.rowVersion);
    const plan = await assertPreparationMove(tx, "receive", order, actor);
    await signStep(tx, actor, order, { step: "RECEIVED", permission: "preparation:execute" });
    await movePreparation(tx, order, plan.to, {
      receivedById: actor.id,
      receivedByName: actor.name,
      receivedAt: clock.now(),
    });
    await closeWorkItemsOf(tx, order.id);
    await openWorkItem(tx, {
      kind: "preparation.prepare",
      subjectType: "preparation_order",
      subjectId: order.id,
      title: preparationTitle(order),
      role: "WAREHOUSE_KEEPER",
      dueOn: fromDbDate(order.dueOn),
    });
    await audit(tx, actor, order, { type: "preparation.received" });
    return { preparationId: order.id };
  });
}

/**
 * The keeper says what is ready and in which bin. What is missing needs a note: it is released at once and the clerk
 * splits it again to production (F08, R1.1.3-P). Throws `preparation.shortage_note_required` and the cells' faults.
 */
export function finishPreparation(
  actor: Actor,
  input: FinishPreparationInput,
  key: IdempotencyKey,
): Promise<{ preparationId: string; isShort: boolean }> {
  return transactOnce({ key, actor, action: "preparation.finish", input }, async (tx) => {
    const { order } = await lockPreparation(tx, input.preparationId, input.rowVersion);
    const plan = await assertPreparationMove(tx, "finish", order, actor);
    const prepared = typedQuantities(input.prepared);
    await assertWholePieces(tx, countedCells("prepared", order.lines, prepared));
    const missing = await missingOf(tx, order, prepared);
    const isShort = missing.size > 0;
    if (isShort && input.shortageNote === "") {
      const issues = [{ path: "shortageNote", code: "preparation.shortage_note_required" }];
      throw new DomainError("preparation.shortage_note_required", undefined, issues);
    }
    await releaseReservations(
      tx,
      [...missing].map(([sourceLineId, quantity]) => ({ sourceLineId, quantity })),
    );
    await writePrepared(tx, order, prepared, input.bins);
    await notePreparation(
      tx,
      order.lines.map(({ id, contractLineId }) => ({
        contractLineId,
        ordered: (missing.get(id) ?? Quantity.zero).negated(),
        prepared: prepared.get(id) ?? Quantity.zero,
      })),
    );
    await signStep(tx, actor, order, {
      step: "ISSUED",
      permission: "preparation:execute",
      comment: input.shortageNote,
    });
    await movePreparation(tx, order, plan.to, {
      preparedAt: clock.now(),
      keeperName: actor.name,
      shortageNote: isShort ? input.shortageNote : "",
    });
    await closeWorkItemsOf(tx, order.id);
    await refreshShipItem(tx, order.contractId);
    if (isShort) await openResplitItem(tx, order.contractId, order.preparedById);
    const type = isShort ? "preparation.prepared_short" : "preparation.prepared";
    await audit(tx, actor, order, { type, comment: isShort ? input.shortageNote : "" });
    return { preparationId: order.id, isShort };
  });
}

/** By line of the order, only what is really missing. */
async function missingOf(
  tx: Tx,
  order: WholePreparation,
  prepared: ReadonlyMap<string, Quantity>,
): Promise<Map<string, Quantity>> {
  const bound = await boundOf(
    tx,
    order.lines.map(({ id }) => id),
  );
  const ownOf = new Map(bound.map(({ lineId, own }) => [lineId, Quantity.of(own)]));
  const lines = order.lines.map((line): PreparingLine => {
    return {
      id: line.id,
      unit: line.unit,
      productName: line.productName,
      prepareQty: Quantity.of(line.prepareQty),
      releasedQty: Quantity.of(line.releasedQty),
      bound: ownOf.get(line.id) ?? Quantity.zero,
    };
  });
  const { missing, issues } = shortages(lines, prepared);
  const [first] = issues;
  if (first) throw new DomainError(first.code, first.details, issues);
  return new Map([...missing].filter(([, quantity]) => quantity.isPositive()));
}

async function writePrepared(
  tx: Tx,
  order: WholePreparation,
  prepared: ReadonlyMap<string, Quantity>,
  bins: Readonly<Record<string, string>>,
): Promise<void> {
  await tx.$executeRaw`
    update preparation_line l
    set prepared_qty = u.quantity, bin_code = case when u.bin = '' then l.bin_code else u.bin end
    from unnest(${order.lines.map(({ id }) => id)}::uuid[],
      ${order.lines.map(({ id }) => (prepared.get(id) ?? Quantity.zero).toString())}::numeric[],
      ${order.lines.map(({ id }) => (bins[id] ?? "").trim())}::text[]) as u(id, quantity, bin)
    where l.id = u.id`;
}
