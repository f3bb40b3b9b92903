import "server-only";
import { DomainError } from "@/lib/core/domain-error";
import type { Tx } from "@/lib/server/db";

/** Money can be tied to a contract that has its number and has not ended without delivery. */
const PAYABLE = ["EFFECTIVE", "EXECUTING", "COMPLETED"] as const;

export type PayableContract = { id: string; contractNo: string };

/**
 * The contracts to which money of this customer is to be tied, locked in order of id: gate G1 sums their money under
 * the same rows. Throws `receivables.contract_not_payable` for a foreign one and for one that cannot take money.
 */
export async function lockPayableContracts(
  tx: Tx,
  customerId: string,
  contractIds: readonly string[],
): Promise<Map<string, PayableContract>> {
  const wanted = [...new Set(contractIds)];
  if (wanted.length === 0) return new Map();
  const rows = await tx.$queryRaw<PayableContract[]>`
    select id::text, contract_no as "contractNo" from contract
    where id = any(${wanted}::uuid[]) and customer_id = ${customerId}::uuid
      and status::text = any(${[...PAYABLE]}) and contract_no is not null
    order by id for no key update`;
  if (rows.length < wanted.length) throw new DomainError("receivables.contract_not_payable");
  return new Map(rows.map((row) => [row.id, row]));
}

/** Locks contracts whose money is taken away or moved, whatever their state. */
export async function lockContracts(tx: Tx, contractIds: readonly string[]): Promise<void> {
  if (contractIds.length === 0) return;
  await tx.$queryRaw`
    select id from contract where id = any(${[...new Set(contractIds)]}::uuid[])
    order by id for no key update`;
}
