import "server-only";
import { refreshTaskItem } from "@/lib/contracts/task-item";
import type { Tx } from "@/lib/server/db";
import { refreshInformItem } from "./inform-item";

/**
 * The contract's dates or quantities changed: its open tasks are measured by the new dates, so that delays are those of
 * the version in force, and rows that must be tasked anew wait for their notice. What production promised stays.
 * Transaction step with the contract locked.
 */
export async function followContractDates(tx: Tx, contractId: string): Promise<void> {
  const moved = await tx.$queryRaw<{ id: string }[]>`
    update task_line t set contract_due_on = l.delivery_on, row_version = t.row_version + 1
    from contract_line l
    where l.contract_id = ${contractId}::uuid and t.contract_line_id = l.id
      and t.status in ('WAITING', 'OPEN', 'PARTIAL') and t.contract_due_on is distinct from l.delivery_on
    returning t.id::text`;
  for (const { id } of moved) await refreshInformItem(tx, id);
  await refreshTaskItem(tx, contractId);
}
