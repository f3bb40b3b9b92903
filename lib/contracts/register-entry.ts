import "server-only";
import { type Actor, signerOf } from "@/lib/auth/permissions";
import type { ApprovalCase } from "@/lib/contracts/approval-case";
import type { CalendarDate } from "@/lib/core/calendar-date";
import { Prisma } from "@/lib/server/db";

/** The register row as it is at approval (R1.1.5-c, F04); `contractNo` is a query that gives the number. */
export function registerEntrySql(
  found: ApprovalCase,
  actor: Actor,
  today: CalendarDate,
  contractNo: Prisma.Sql,
): Prisma.Sql {
  const signer = signerOf(actor, "contract:approve");
  const approvedBy = signer.onBehalfOfName
    ? `${signer.signedByName} 代 ${signer.onBehalfOfName}`
    : signer.signedByName;
  return Prisma.sql`
    insert into register_entry (contract_id, contract_no, settlement_mode, tier, original_class,
      prepared_by_name, prepared_on, checked_by_name, checked_on, approved_by_name, approved_on)
    values (${found.id}::uuid, (${contractNo}), ${found.settlementMode}::settlement_mode,
      ${found.tier}, ${found.contractClass}::contract_class,
      ${found.preparedByName}, ${found.preparedOn}::date, ${found.checkedByName}, ${found.checkedOn}::date,
      ${approvedBy}, ${today}::date)`;
}
