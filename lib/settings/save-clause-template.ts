import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { DomainError } from "@/lib/core/domain-error";
import { fieldChanges } from "@/lib/core/field-changes";
import { recordAudit } from "@/lib/server/audit";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { newId } from "@/lib/server/ids";
import { requirePermission } from "@/lib/server/require-permission";
import type { SaveClauseTemplateInput } from "./schema";

/**
 * Adds or changes a starting text for a clause of the formal contract; contracts keep the text they were made with.
 * Throws `settings.default_must_be_active`, `common.changed_meanwhile`.
 */
export async function saveClauseTemplate(
  actor: Actor,
  input: SaveClauseTemplateInput,
  key: IdempotencyKey,
): Promise<{ id: string }> {
  requirePermission(actor, "company:edit");
  if (input.isDefault && !input.active) throw new DomainError("settings.default_must_be_active");
  return transactOnce({ key, actor, action: "settings.saveClauseTemplate", input }, async (tx) => {
    const { id: givenId, rowVersion, ...clause } = input;
    const id = givenId ?? newId();
    // The key's texts are locked, so that it never has two defaults.
    await tx.$executeRaw`
      select id from clause_template where clause_key = ${clause.clauseKey} order by id for update`;
    const before = givenId ? await tx.clauseTemplate.findUnique({ where: { id } }) : null;
    if (clause.isDefault) {
      await tx.clauseTemplate.updateMany({
        where: { clauseKey: clause.clauseKey, isDefault: true, id: { not: id } },
        data: { isDefault: false, rowVersion: { increment: 1 } },
      });
    }
    if (givenId) {
      const { count } = await tx.clauseTemplate.updateMany({
        where: { id, rowVersion: rowVersion ?? -1 },
        data: { ...clause, rowVersion: { increment: 1 } },
      });
      if (count === 0) throw new DomainError("common.changed_meanwhile");
    } else {
      await tx.clauseTemplate.create({ data: { id, ...clause } });
    }
    await recordAudit(tx, actor, {
      type: before ? "clause_template.changed" : "clause_template.added",
      subjectType: "clause_template",
      subjectId: id,
      details: fieldChanges({ ...before }, clause),
    });
    return { id };
  });
}
