import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { requirePermission } from "@/lib/server/require-permission";
import { ensureReferenceData } from "./reference-data";
import { writeBankAccount } from "./save-bank-account";
import { writeCompany } from "./save-company";
import type { SetUpCompanyInput } from "./schema";

/**
 * First set-up: the company profile (F46), the account if given, and the customary units, couriers and clauses.
 * Throws `common.changed_meanwhile` when somebody was quicker.
 */
export async function setUpCompany(
  actor: Actor,
  input: SetUpCompanyInput,
  key: IdempotencyKey,
): Promise<{ rowVersion: number }> {
  requirePermission(actor, "company:edit");
  return transactOnce({ key, actor, action: "settings.setUpCompany", input }, async (tx) => {
    const { bankName, accountNo, ...profile } = input;
    const written = await writeCompany(tx, actor, { ...profile, rowVersion: null });
    if (accountNo !== "") {
      await writeBankAccount(tx, actor, {
        id: null,
        rowVersion: null,
        bankName,
        accountName: profile.name,
        accountNo,
        isDefault: true,
        active: true,
      });
    }
    await ensureReferenceData(tx);
    return written;
  });
}
