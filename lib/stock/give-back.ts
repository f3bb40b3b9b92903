import "server-only";
import { clock } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/db";
import { lockActiveReservations } from "@/lib/stock/active-reservations";
import { refreshDemand } from "@/lib/stock/record-demand";

/**
 * A notice is cancelled: goods that a preparation order or a production receipt had bound before go back to it, what
 * the notice had bound itself is free again (rules 5.6). Each row ends or goes back once.
 */
export async function giveBack(tx: Tx, noticeLineIds: readonly string[]): Promise<void> {
  if (noticeLineIds.length === 0) return;
  const active = await lockActiveReservations(tx, noticeLineIds);
  if (active.length === 0) return;
  await tx.$executeRaw`
    update stock_reservation r
    set status = (case when r.bound_by_line_id is null then 'RELEASED' else 'ACTIVE' end)::reservation_status,
      closed_at = case when r.bound_by_line_id is null then ${clock.now()}::timestamptz end,
      source_type = coalesce(r.bound_by_type, r.source_type),
      source_line_id = coalesce(r.bound_by_line_id, r.source_line_id),
      bound_by_type = null, bound_by_line_id = null
    where r.id = any(${active.map(({ id }) => id)}::uuid[]) and r.status = 'ACTIVE'`;
  await refreshDemand(
    tx,
    active.map(({ contractLineId }) => contractLineId),
  );
}
