import "server-only";
import { Quantity } from "@/lib/core/quantity";
import type { Tx } from "@/lib/server/db";
import { newId } from "@/lib/server/ids";
import { type ActiveReservation, planTakeOver, type TakeOverWish } from "@/lib/stock/policy";

export const NOTICE_SOURCE = "shipping_notice";

/**
 * An issued notice takes over what is bound to its contract lines already, by a preparation order or a production
 * receipt; the rows remember what bound them (rules 5.6). Call with the products locked. Answers how much each notice
 * line got; the rest is for `reserve`.
 */
export async function takeOver(
  tx: Tx,
  wishes: readonly TakeOverWish[],
): Promise<Map<string, Quantity>> {
  const own = await ownReservations(
    tx,
    wishes.map(({ contractLineId }) => contractLineId),
  );
  if (own.length === 0) return new Map();
  const { moves, taken } = planTakeOver(own, wishes);
  // A row that moves whole is renamed; of a row that moves in part the moved part becomes a row beside it.
  await tx.$executeRaw`
    update stock_reservation r
    set quantity = u.quantity,
      bound_by_type = case when u.line_id is null then r.bound_by_type else r.source_type end,
      bound_by_line_id = case when u.line_id is null then r.bound_by_line_id else r.source_line_id end,
      source_type = case when u.line_id is null then r.source_type else ${NOTICE_SOURCE} end,
      source_line_id = coalesce(u.line_id, r.source_line_id)
    from unnest(${moves.map(({ id }) => id)}::uuid[], ${moves.map((row) => row.stays.toString())}::numeric[],
      ${moves.map(({ wholeTo }) => wholeTo)}::uuid[]) as u(id, quantity, line_id)
    where r.id = u.id`;
  const parts = moves.flatMap(({ id, parts: cut }) => cut.map((part) => ({ ...part, id })));
  if (parts.length > 0) {
    await tx.$executeRaw`
      insert into stock_reservation (id, product_id, batch_no, bin_code, contract_id, contract_line_id, source_type,
        source_line_id, bound_by_type, bound_by_line_id, quantity, status, reserved_at)
      select u.new_id, r.product_id, r.batch_no, r.bin_code, r.contract_id, r.contract_line_id, ${NOTICE_SOURCE},
        u.line_id, coalesce(r.bound_by_type, r.source_type), coalesce(r.bound_by_line_id, r.source_line_id),
        u.quantity, 'ACTIVE', r.reserved_at
      from unnest(${parts.map(() => newId())}::uuid[], ${parts.map(({ id }) => id)}::uuid[],
        ${parts.map(({ to }) => to)}::uuid[], ${parts.map(({ quantity }) => quantity.toString())}::numeric[])
        as u(new_id, id, line_id, quantity)
      join stock_reservation r on r.id = u.id`;
  }
  return taken;
}

/** What is bound to contract lines and stands on no notice, preparation orders first, by batch and bin. */
async function ownReservations(
  tx: Tx,
  contractLineIds: readonly string[],
): Promise<ActiveReservation[]> {
  if (contractLineIds.length === 0) return [];
  const rows = await tx.stockReservation.findMany({
    where: {
      contractLineId: { in: [...new Set(contractLineIds)] },
      status: "ACTIVE",
      sourceType: { not: NOTICE_SOURCE },
    },
    orderBy: [{ sourceType: "desc" }, { batchNo: "asc" }, { binCode: "asc" }, { id: "asc" }],
    select: {
      id: true,
      sourceLineId: true,
      contractLineId: true,
      productId: true,
      batchNo: true,
      binCode: true,
      quantity: true,
    },
  });
  return rows.map((row) => ({ ...row, quantity: Quantity.of(row.quantity) }));
}

type Wish = { productId: string; contractLineId?: string | undefined; quantity: Quantity };
type Row = { kind: "free" | "own"; id: string; quantity: string };

/**
 * What of each product a notice can count on: on hand less what is reserved for others; what is bound to its own
 * lines is available to it (gate G4). One query.
 */
export async function availableFor(
  client: Tx,
  wishes: readonly Wish[],
): Promise<Map<string, Quantity>> {
  if (wishes.length === 0) return new Map();
  const productIds = [...new Set(wishes.map(({ productId }) => productId))];
  const lineIds = wishes.flatMap(({ contractLineId }) => contractLineId ?? []);
  const rows = await client.$queryRaw<Row[]>`
    select 'free' as kind, w.id::text, coalesce(sum(b.on_hand - b.reserved), 0)::text as quantity
    from unnest(${productIds}::uuid[]) as w(id) left join stock_balance b on b.product_id = w.id group by w.id
    union all
    select 'own', r.contract_line_id::text, sum(r.quantity)::text from stock_reservation r
    where r.contract_line_id = any(${lineIds}::uuid[]) and r.status = 'ACTIVE' and r.source_type <> ${NOTICE_SOURCE}
    group by r.contract_line_id`;
  const figure = (kind: Row["kind"]) =>
    new Map(
      rows.filter((row) => row.kind === kind).map((row) => [row.id, Quantity.of(row.quantity)]),
    );
  const available = figure("free");
  const own = figure("own");
  for (const { productId, contractLineId, quantity } of wishes) {
    const bound = contractLineId ? own.get(contractLineId) : undefined;
    if (!bound) continue;
    available.set(productId, (available.get(productId) ?? Quantity.zero).plus(bound.min(quantity)));
  }
  return available;
}
