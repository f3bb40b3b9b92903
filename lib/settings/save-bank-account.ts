import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { DomainError } from "@/lib/core/domain-error";
import { fieldChanges } from "@/lib/core/field-changes";
import { recordAudit } from "@/lib/server/audit";
import type { Tx } from "@/lib/server/db";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { newId } from "@/lib/server/ids";
import { requirePermission } from "@/lib/server/require-permission";
import type { SaveBankAccountInput } from "./schema";

/**
 * Adds or changes an account of ours on which money arrives; one of them is the default that papers print.
 * Throws `settings.default_must_be_active`, `settings.account_no_taken`, `common.changed_meanwhile`.
 */
export async function saveBankAccount(
  actor: Actor,
  input: SaveBankAccountInput,
  key: IdempotencyKey,
): Promise<{ id: string }> {
  requirePermission(actor, "company:edit");
  return transactOnce({ key, actor, action: "settings.saveBankAccount", input }, (tx) =>
    writeBankAccount(tx, actor, input),
  );
}

/** The same inside a transaction of its caller. */
export async function writeBankAccount(
  tx: Tx,
  actor: Actor,
  { id: givenId, rowVersion, ...account }: SaveBankAccountInput,
): Promise<{ id: string }> {
  if (account.isDefault && !account.active) {
    throw new DomainError("settings.default_must_be_active");
  }
  // All accounts are locked, so that two defaults cannot be made at the same moment.
  await tx.$executeRaw`select id from bank_account order by id for update`;
  const id = givenId ?? newId();
  const { accountNo } = account;
  if ((await tx.bankAccount.count({ where: { accountNo, id: { not: id } } })) > 0) {
    const code = "settings.account_no_taken";
    throw new DomainError(code, undefined, [{ path: "accountNo", code }]);
  }
  const before = givenId ? await tx.bankAccount.findUnique({ where: { id } }) : null;
  if (account.isDefault) {
    await tx.bankAccount.updateMany({
      where: { isDefault: true, id: { not: id } },
      data: { isDefault: false, rowVersion: { increment: 1 } },
    });
  }
  if (givenId) {
    const { count } = await tx.bankAccount.updateMany({
      where: { id, rowVersion: rowVersion ?? -1 },
      data: { ...account, rowVersion: { increment: 1 } },
    });
    if (count === 0) throw new DomainError("common.changed_meanwhile");
  } else {
    await tx.bankAccount.create({ data: { id, ...account } });
  }
  await recordAudit(tx, actor, {
    type: before ? "bank_account.changed" : "bank_account.added",
    subjectType: "bank_account",
    subjectId: id,
    details: { account: account.accountNo, ...fieldChanges({ ...before }, account) },
  });
  return { id };
}
