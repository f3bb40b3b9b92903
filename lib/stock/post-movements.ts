import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import type { CalendarDate } from "@/lib/core/calendar-date";
import type { Quantity } from "@/lib/core/quantity";
import { clock } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/db";
import type { MovementKind } from "@/lib/server/generated/enums";
import { newId } from "@/lib/server/ids";
import type { StockPlace } from "@/lib/stock/policy";

/** Positive comes in, negative goes out. */
export type Movement = StockPlace & { quantity: Quantity; sourceLineId: string };

export type MovementSource = {
  actor: Actor;
  kind: MovementKind;
  sourceType: string;
  sourceId: string;
  sourceNo: string;
  contractNo?: string;
  /** What the stock account says: contract, customer, workshop. At most 120 characters. */
  summary: string;
  today: CalendarDate;
};

/**
 * Writes rows of the stock account (F28) with the product's balance after each; a trigger carries them to on hand.
 * The products must be locked (`lockProducts`). Throws a refusal `stock.not_enough` through the CHECK when more would
 * leave than is there, and breaks the unique key when a line is posted twice.
 */
export async function postMovements(
  tx: Tx,
  source: MovementSource,
  movements: readonly Movement[],
): Promise<void> {
  if (movements.length === 0) return;
  const { actor, kind, sourceType, sourceId, sourceNo, contractNo = "", summary, today } = source;
  await tx.$executeRaw`
    insert into stock_movement (id, product_id, batch_no, bin_code, quantity, source_line_id, balance_after,
      kind, source_type, source_id, source_no, contract_no, summary, moved_on, moved_at, moved_by_id, moved_by_name)
    select m.id, m.product_id, m.batch_no, m.bin_code, m.quantity, m.source_line_id,
      coalesce((select sum(b.on_hand) from stock_balance b where b.product_id = m.product_id), 0)
        + sum(m.quantity) over (partition by m.product_id order by m.id),
      ${kind}::movement_kind, ${sourceType}, ${sourceId}::uuid, ${sourceNo}, ${contractNo},
      ${summary.slice(0, 120)}, ${today}::date, ${clock.now()}::timestamptz, ${actor.id}::uuid, ${actor.name}
    from unnest(${increasingIds(movements.length)}::uuid[], ${movements.map((row) => row.productId)}::uuid[],
      ${movements.map((row) => row.batchNo)}::text[], ${movements.map((row) => row.binCode)}::text[],
      ${movements.map((row) => row.quantity.toString())}::numeric[],
      ${movements.map((row) => row.sourceLineId)}::uuid[])
      as m(id, product_id, batch_no, bin_code, quantity, source_line_id)`;
}

/** The account is read in order of (time, id), so the ids of one posting follow the order of its rows. */
function increasingIds(count: number): string[] {
  return Array.from({ length: count }, newId).sort();
}
