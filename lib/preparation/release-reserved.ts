import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { lockContract } from "@/lib/contracts/load";
import { notePreparation } from "@/lib/contracts/note-preparation";
import { DomainError } from "@/lib/core/domain-error";
import { Quantity } from "@/lib/core/quantity";
import { recordAudit } from "@/lib/server/audit";
import { clock } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/db";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { requirePermission } from "@/lib/server/require-permission";
import { lockProducts } from "@/lib/stock/lock-products";
import { refreshDemand } from "@/lib/stock/record-demand";
import { NOTICE_SOURCE } from "@/lib/stock/take-over";
import type { ReleaseReservedInput } from "./release-schema";
import { openResplitItem } from "./resplit-item";
import { settlePreparations } from "./settle";

type Row = Awaited<ReturnType<typeof lockRows>>[number];

/**
 * The section chief frees goods that are bound to a contract, with a reason; its clerk is told (rules 5.6). Goods on an
 * issued notice are freed by cancelling the notice. What a preparation order had bound is taken off the order too.
 * Throws `stock.reservation_gone` for what is no longer bound, `stock.reserved_on_notice` for what stands on a notice.
 */
export function releaseReserved(
  actor: Actor,
  input: ReleaseReservedInput,
  key: IdempotencyKey,
): Promise<{ released: number }> {
  return transactOnce({ key, actor, action: "reservation.release", input }, async (tx) => {
    requirePermission(actor, "reservation:release");
    const ids = [...new Set(input.reservationIds)];
    const contractIds = await contractsOf(tx, ids);
    for (const contractId of contractIds) await lockContract(tx, contractId);
    const rows = await lockRows(tx, ids);
    if (rows.length < ids.length) throw new DomainError("stock.reservation_gone");
    if (rows.some(({ sourceType }) => sourceType === NOTICE_SOURCE))
      throw new DomainError("stock.reserved_on_notice");
    await tx.stockReservation.updateMany({
      where: { id: { in: ids }, status: "ACTIVE" },
      data: { status: "RELEASED", closedAt: clock.now(), releaseReason: input.comment },
    });
    await takeOffOrders(
      tx,
      rows.filter(({ sourceType }) => sourceType === "preparation_order"),
    );
    await refreshDemand(
      tx,
      rows.map(({ contractLineId }) => contractLineId),
    );
    for (const contractId of contractIds) {
      await settlePreparations(tx, contractId);
      await tell(tx, actor, contractId, rows, input.comment);
    }
    return { released: rows.length };
  });
}

async function contractsOf(tx: Tx, ids: readonly string[]): Promise<string[]> {
  const rows = await tx.stockReservation.findMany({
    where: { id: { in: [...ids] } },
    distinct: ["contractId"],
    orderBy: { contractId: "asc" },
    select: { contractId: true },
  });
  return rows.map(({ contractId }) => contractId);
}

/** The reservations that are still active, with their products locked. */
async function lockRows(tx: Tx, ids: readonly string[]) {
  const where = { id: { in: [...ids] }, status: "ACTIVE" as const };
  const products = await tx.stockReservation.findMany({
    where,
    distinct: ["productId"],
    select: { productId: true },
  });
  await lockProducts(
    tx,
    products.map(({ productId }) => productId),
  );
  return tx.stockReservation.findMany({
    where,
    orderBy: { id: "asc" },
    select: {
      id: true,
      contractId: true,
      contractLineId: true,
      productId: true,
      sourceType: true,
      sourceLineId: true,
      quantity: true,
    },
  });
}

/** The order asks for less from now on, and has less ready where it was prepared already. */
async function takeOffOrders(tx: Tx, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  const lines = await tx.preparationLine.findMany({
    where: { id: { in: rows.map(({ sourceLineId }) => sourceLineId) } },
    select: { id: true, preparedQty: true },
  });
  const isPrepared = new Map(lines.map(({ id, preparedQty }) => [id, preparedQty !== null]));
  await tx.$executeRaw`
    update preparation_line l
    set released_qty = l.released_qty + u.quantity, prepared_qty = l.prepared_qty - u.quantity
    from (select id, sum(quantity) as quantity from unnest(${rows.map((row) => row.sourceLineId)}::uuid[],
      ${rows.map((row) => Quantity.of(row.quantity).toString())}::numeric[]) as r(id, quantity) group by id) u
    where l.id = u.id`;
  await notePreparation(
    tx,
    rows.map(({ contractLineId, sourceLineId, quantity }) => {
      const back = Quantity.of(quantity).negated();
      const prepared = isPrepared.get(sourceLineId) ? back : Quantity.zero;
      return { contractLineId, ordered: back, prepared };
    }),
  );
}

async function tell(
  tx: Tx,
  actor: Actor,
  contractId: string,
  rows: readonly Row[],
  comment: string,
): Promise<void> {
  const mine = rows.filter((row) => row.contractId === contractId);
  await openResplitItem(tx, contractId);
  await recordAudit(tx, actor, {
    type: "contract.reservation_released",
    subjectType: "contract",
    subjectId: contractId,
    details: {
      quantity: Quantity.sum(mine.map(({ quantity }) => Quantity.of(quantity))).toString(),
      comment,
    },
  });
}
