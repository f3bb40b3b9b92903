import "server-only";
import { Quantity } from "@/lib/core/quantity";
import { db, type Tx } from "@/lib/server/db";
import { NO_STOCK, type StockFigures } from "@/lib/stock/policy";

type Options = {
  /** The contract that asks: its own unbound rows do not stand in its way. */
  exceptContractId?: string;
};

type FiguresRow = { product_id: string; on_hand: string; reserved: string; unbound: string };

/**
 * On hand, reserved and free to promise of each product asked for, zero where nothing lies (rules 5.6).
 * One query, by index. `client` is a transaction or the database client.
 */
export async function stockFigures(
  client: Tx,
  productIds: readonly string[],
  { exceptContractId }: Options = {},
): Promise<Map<string, StockFigures>> {
  const wanted = [...new Set(productIds)];
  if (wanted.length === 0) return new Map();
  const rows = await client.$queryRaw<FiguresRow[]>`
    select w.id::text as product_id, b.on_hand::text, b.reserved::text, d.unbound::text
    from unnest(${wanted}::uuid[]) as w(id)
    cross join lateral (select coalesce(sum(on_hand), 0) as on_hand, coalesce(sum(reserved), 0) as reserved
      from stock_balance where product_id = w.id) b
    cross join lateral (select coalesce(sum(unbound), 0) as unbound
      from stock_demand where product_id = w.id
        and contract_id is distinct from ${exceptContractId ?? null}::uuid) d`;
  return new Map(rows.map((row) => [row.product_id, toFigures(row)]));
}

/** The same outside a transaction: what stands beside an order while it is typed. */
export function stockNow(
  productIds: readonly string[],
  options: Options = {},
): Promise<Map<string, StockFigures>> {
  return stockFigures(db, productIds, options);
}

function toFigures(row: FiguresRow): StockFigures {
  const onHand = Quantity.of(row.on_hand);
  const reserved = Quantity.of(row.reserved);
  return {
    onHand,
    reserved,
    freeToPromise: onHand.minus(reserved).minus(Quantity.of(row.unbound)),
  };
}

/** What may still be promised of each product: on hand − reserved − unbound rows of other contracts. */
export async function freeToPromise(
  client: Tx,
  productIds: readonly string[],
  options: Options = {},
): Promise<Map<string, Quantity>> {
  const figures = await stockFigures(client, productIds, options);
  return new Map([...figures].map(([id, { freeToPromise: free }]) => [id, free]));
}

type Wish = { contractId: string; productId: string; quantity: Quantity };

/** Which of the wishes of several contracts can no longer be promised, in one query (rules 5.1). */
export async function beyondPromise(client: Tx, wishes: readonly Wish[]): Promise<Wish[]> {
  if (wishes.length === 0) return [];
  const rows = await client.$queryRaw<{ place: number }[]>`
    select w.place::int
    from unnest(${wishes.map(({ contractId }) => contractId)}::uuid[],
      ${wishes.map(({ productId }) => productId)}::uuid[],
      ${wishes.map(({ quantity }) => quantity.toString())}::numeric[])
      with ordinality as w(contract_id, product_id, quantity, place)
    where w.quantity > coalesce((select sum(b.on_hand - b.reserved) from stock_balance b where b.product_id = w.product_id), 0)
      - coalesce((select sum(d.unbound) from stock_demand d
        where d.product_id = w.product_id and d.contract_id <> w.contract_id), 0)`;
  return rows.flatMap(({ place }) => wishes[place - 1] ?? []);
}

/** What of each product is in the store and not reserved: the limit of gate G4 for what is not bound yet. */
export async function availableStock(
  client: Tx,
  productIds: readonly string[],
): Promise<Map<string, Quantity>> {
  const figures = await stockFigures(client, productIds);
  return new Map(
    productIds.map((id) => {
      const { onHand, reserved } = figures.get(id) ?? NO_STOCK;
      return [id, onHand.minus(reserved)];
    }),
  );
}
