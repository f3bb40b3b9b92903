import "server-only";
import type { Tx } from "@/lib/server/db";

/**
 * The contract's dates changed: its open tasks are measured by the new ones, so that delays are those of the version
 * in force. What production promised stays. Transaction step with the contract locked.
 */
export async function followContractDates(tx: Tx, contractId: string): Promise<void> {
  await tx.$executeRaw`
    update task_line t set contract_due_on = l.delivery_on, row_version = t.row_version + 1
    from contract_line l
    where l.contract_id = ${contractId}::uuid and t.contract_line_id = l.id
      and t.status in ('WAITING', 'OPEN', 'PARTIAL') and t.contract_due_on is distinct from l.delivery_on`;
}
