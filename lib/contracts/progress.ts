import "server-only";
import { lockContract, type WholeContract } from "@/lib/contracts/load";
import type { CalendarDate } from "@/lib/core/calendar-date";
import type { Money } from "@/lib/core/money";
import type { Quantity } from "@/lib/core/quantity";
import { Prisma, type Tx } from "@/lib/server/db";

/** Signed: positive when a notice or a slip takes, negative when it gives back. */
export type LineProgress = { contractLineId: string; quantity: Quantity; amount: Money };

/** The contract under its row lock, for notices and slips; throws `common.not_found`. */
export function lockContractForShipping(tx: Tx, contractId: string): Promise<WholeContract> {
  return lockContract(tx, contractId);
}

/**
 * Quantities and charge amounts that notices claim (AWAITING_FUNDS, ISSUED and later). The constraint
 * `contract_line_quantities` refuses more than the line has (Q29): `shipping.over_contract_quantity`.
 */
export function noteNotice(tx: Tx, rows: readonly LineProgress[]): Promise<void> {
  return addToLines(tx, rows, "noticed");
}

/** Quantities and amounts that posted slips delivered, net of reversals. */
export function noteDelivery(tx: Tx, rows: readonly LineProgress[]): Promise<void> {
  return addToLines(tx, rows, "delivered");
}

async function addToLines(
  tx: Tx,
  rows: readonly LineProgress[],
  what: "noticed" | "delivered",
): Promise<void> {
  if (rows.length === 0) return;
  const values = rows.map(
    ({ contractLineId, quantity, amount }) =>
      Prisma.sql`(${contractLineId}::uuid, ${quantity.toString()}::numeric, ${amount.toString()}::numeric)`,
  );
  const [qty, sum] = [Prisma.raw(`${what}_qty`), Prisma.raw(`${what}_amount`)];
  await tx.$executeRaw`
    update contract_line l
    set ${qty} = l.${qty} + p.quantity, ${sum} = l.${sum} + p.amount
    from (select id, sum(quantity) as quantity, sum(amount) as amount
      from (values ${Prisma.join(values)}) as v (id, quantity, amount) group by id) p
    where l.id = p.id`;
}

/** Issued notices and unposted slips of the contract: while there are any it cannot be voided. */
export async function changeOpenPapers(tx: Tx, contractId: string, by: number): Promise<void> {
  await tx.$executeRaw`update contract set open_papers = open_papers + ${by} where id = ${contractId}::uuid`;
}

/** What was posted or taken back, on the register row (F04: shipped amount, net of returns). */
export async function noteShippedAmount(tx: Tx, contractId: string, amount: Money): Promise<void> {
  await tx.$executeRaw`
    update register_entry set shipped_amount = shipped_amount + ${amount.toString()}::numeric
    where contract_id = ${contractId}::uuid`;
}

export type Shipment = {
  contractId: string;
  /** As the register shows it: method, carrier and number. */
  method: string;
  shippedOn: CalendarDate;
};

/** Method and date of each shipment are written to the contract's register row (R1.2.3-b). */
export async function noteShipment(
  tx: Tx,
  { contractId, method, shippedOn }: Shipment,
): Promise<void> {
  await tx.$executeRaw`
    update register_entry set
      shipping_methods = right(concat_ws('；', nullif(shipping_methods, ''), ${method}::text), 500),
      shipped_dates = right(concat_ws('、', nullif(shipped_dates, ''), ${shippedOn}::text), 500),
      last_shipped_on = greatest(last_shipped_on, ${shippedOn}::date)
    where contract_id = ${contractId}::uuid`;
}
