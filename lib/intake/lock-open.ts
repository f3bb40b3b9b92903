import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { DomainError } from "@/lib/core/domain-error";
import { intakeScope } from "@/lib/intake/queries";
import type { Tx } from "@/lib/server/db";

/**
 * Locks a record that is still open, for somebody who may see it: salespeople their own and their customers'.
 * Throws `common.not_found`, `intake.already_closed`.
 */
export async function lockOpenIntake(tx: Tx, actor: Actor, id: string): Promise<void> {
  const [row] = await tx.$queryRaw<{ status: string }[]>`
    select i.status::text from intake i where i.id = ${id}::uuid and ${intakeScope(actor)} for update of i`;
  if (!row) throw new DomainError("common.not_found");
  if (row.status !== "OPEN") throw new DomainError("intake.already_closed");
}
