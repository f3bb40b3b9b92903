import "server-only";
import { Money } from "@/lib/core/money";
import { Quantity } from "@/lib/core/quantity";
import { db } from "@/lib/server/db";

/** What a contract already has, and so does not need once more when it is changed. */
export type OwnShare = {
  /** By product: delivered already, or reserved for it in the store. */
  covered: ReadonlyMap<string, Quantity>;
  /** Owed already, or promised to a signed slip of it: in the customer's exposure without it. */
  counted: Money;
};

/**
 * The share that the typed contract has of the stock and of the customer's exposure (rules 5.3, 5.6): figures beside a
 * change add the first to what is free and take the second from its amount. Nothing for a draft. Two queries.
 */
export async function ownShare(
  contractId: string | null,
  productIds: readonly string[],
): Promise<OwnShare> {
  if (contractId === null) return { covered: new Map(), counted: Money.zero };
  const [covered, counted] = await Promise.all([
    db.$queryRaw<{ id: string; quantity: string }[]>`
      select product_id::text as id, sum(quantity)::text as quantity from (
        select product_id, delivered_qty as quantity from contract_line where contract_id = ${contractId}::uuid
        union all
        select product_id, quantity from stock_reservation
          where contract_id = ${contractId}::uuid and status = 'ACTIVE') have
      where product_id = any(${[...productIds]}::uuid[]) group by product_id`,
    db.$queryRaw<{ amount: string }[]>`
      select (coalesce((select shipped_amount from register_entry where contract_id = ${contractId}::uuid), 0)
        + coalesce((select sum(c.amount) from credit_commitment c join outbound_slip s on s.id = c.slip_id
          where s.contract_id = ${contractId}::uuid), 0))::text as amount`,
  ]);
  return {
    covered: new Map(covered.map(({ id, quantity }) => [id, Quantity.of(quantity)])),
    counted: Money.of(counted[0]?.amount ?? "0"),
  };
}
