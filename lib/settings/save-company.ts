import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { DomainError } from "@/lib/core/domain-error";
import { fieldChanges } from "@/lib/core/field-changes";
import { recordAudit } from "@/lib/server/audit";
import { clock } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/db";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { requirePermission } from "@/lib/server/require-permission";
import { COMPANY_SUBJECT_ID } from "./base-data-subjects";
import { getCompanyProfile } from "./queries";
import type { SaveCompanyInput } from "./schema";

/** Enters or changes the company profile (F46). Throws `common.changed_meanwhile`. */
export async function saveCompany(
  actor: Actor,
  input: SaveCompanyInput,
  key: IdempotencyKey,
): Promise<{ rowVersion: number }> {
  requirePermission(actor, "company:edit");
  return transactOnce({ key, actor, action: "settings.saveCompany", input }, (tx) =>
    writeCompany(tx, actor, input),
  );
}

/** The same inside a transaction of its caller. */
export async function writeCompany(
  tx: Tx,
  actor: Actor,
  { rowVersion, ...profile }: SaveCompanyInput,
): Promise<{ rowVersion: number }> {
  const before = await getCompanyProfile(tx);
  if ((before?.rowVersion ?? null) !== rowVersion)
    throw new DomainError("common.changed_meanwhile");
  const written = before
    ? await tx.companyProfile.updateMany({
        where: { id: 1, rowVersion: before.rowVersion },
        data: { ...profile, updatedAt: clock.now(), rowVersion: { increment: 1 } },
      })
    : await tx.companyProfile.createMany({
        data: [{ id: 1, ...profile, updatedAt: clock.now() }],
        skipDuplicates: true,
      });
  if (written.count === 0) throw new DomainError("common.changed_meanwhile");
  await recordAudit(tx, actor, {
    type: before ? "company.changed" : "company.entered",
    subjectType: "company",
    subjectId: COMPANY_SUBJECT_ID,
    details: fieldChanges({ ...before }, profile),
  });
  return { rowVersion: (before?.rowVersion ?? 0) + 1 };
}
