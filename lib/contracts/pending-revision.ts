import "server-only";
import { DomainError } from "@/lib/core/domain-error";
import { Prisma, type Tx } from "@/lib/server/db";

/**
 * While a change of the contract waits for its signatures there is no new notice, production notice or preparation
 * order for lines that it touches; issued papers go on (rules 5.1). The contract's row is locked by the caller, as
 * the submission of a change locks it. Throws `contracts.line_being_changed`.
 */
export async function assertNotBeingChanged(
  tx: Tx,
  contractId: string,
  contractLineIds: readonly string[],
): Promise<void> {
  const touched = await pendingChangeOf(tx, contractId, contractLineIds);
  if (!touched) return;
  throw new DomainError("contracts.line_being_changed", {
    revision: String(touched.revision),
    lines: touched.lines,
  });
}

export type PendingChange = {
  revision: number;
  /** Numbers of the lines, as a sentence names them. */
  lines: string;
  lineIds: string[];
};

/** The change that waits for its signatures and touches some of these lines; null when there is none. */
export async function pendingChangeOf(
  tx: Tx,
  contractId: string,
  contractLineIds: readonly string[],
): Promise<PendingChange | null> {
  if (contractLineIds.length === 0) return null;
  const ids = Prisma.sql`array[${Prisma.join(contractLineIds.map((id) => Prisma.sql`${id}::uuid`))}]`;
  const [touched] = await tx.$queryRaw<PendingChange[]>`
    select r.revision, string_agg(l.line_no::text, '、' order by l.line_no) as lines,
      array_agg(l.id::text) as "lineIds"
    from contract_revision r
    join contract_line l on l.contract_id = r.contract_id and l.id = any(r.touched_line_ids) and l.id = any(${ids})
    where r.contract_id = ${contractId}::uuid and r.status in ('PENDING_CHIEF', 'PENDING_DIRECTOR')
    group by r.revision`;
  return touched ?? null;
}
