import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { DomainError } from "@/lib/core/domain-error";
import { fieldChanges } from "@/lib/core/field-changes";
import { recordAudit } from "@/lib/server/audit";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { requirePermission } from "@/lib/server/require-permission";
import { UNITS_SUBJECT_ID } from "./base-data-subjects";
import type { SaveUnitInput } from "./schema";

/** Adds a unit or changes one. Throws `settings.unit_taken`, `common.changed_meanwhile`. */
export async function saveUnit(
  actor: Actor,
  input: SaveUnitInput,
  key: IdempotencyKey,
): Promise<{ name: string }> {
  requirePermission(actor, "company:edit");
  return transactOnce({ key, actor, action: "settings.saveUnit", input }, async (tx) => {
    const { name, rowVersion, ...unit } = input;
    const before = await tx.unit.findUnique({ where: { name } });
    if (rowVersion === null) {
      const { count } = await tx.unit.createMany({
        data: [{ name, ...unit }],
        skipDuplicates: true,
      });
      if (count === 0) throw new DomainError("settings.unit_taken", { unit: name });
    } else {
      const { count } = await tx.unit.updateMany({
        where: { name, rowVersion },
        data: { ...unit, rowVersion: { increment: 1 } },
      });
      if (count === 0) throw new DomainError("common.changed_meanwhile");
    }
    await recordAudit(tx, actor, {
      type: rowVersion === null ? "unit.added" : "unit.changed",
      subjectType: "unit",
      subjectId: UNITS_SUBJECT_ID,
      details: { unit: name, ...fieldChanges({ ...before }, unit) },
    });
    return { name };
  });
}
