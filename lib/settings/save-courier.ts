import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { DomainError } from "@/lib/core/domain-error";
import { fieldChanges } from "@/lib/core/field-changes";
import { recordAudit } from "@/lib/server/audit";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { newId } from "@/lib/server/ids";
import { requirePermission } from "@/lib/server/require-permission";
import type { SaveCourierInput } from "./schema";

/** Adds or changes a courier. Throws `settings.courier_code_taken`, `common.changed_meanwhile`. */
export async function saveCourier(
  actor: Actor,
  input: SaveCourierInput,
  key: IdempotencyKey,
): Promise<{ id: string }> {
  requirePermission(actor, "company:edit");
  return transactOnce({ key, actor, action: "settings.saveCourier", input }, async (tx) => {
    const { id: givenId, rowVersion, ...courier } = input;
    const id = givenId ?? newId();
    const taken = await tx.courier.count({ where: { code: courier.code, id: { not: id } } });
    if (taken > 0) {
      const code = "settings.courier_code_taken";
      throw new DomainError(code, undefined, [{ path: "code", code }]);
    }
    const before = givenId ? await tx.courier.findUnique({ where: { id } }) : null;
    if (givenId) {
      const { count } = await tx.courier.updateMany({
        where: { id, rowVersion: rowVersion ?? -1 },
        data: { ...courier, rowVersion: { increment: 1 } },
      });
      if (count === 0) throw new DomainError("common.changed_meanwhile");
    } else {
      await tx.courier.create({ data: { id, ...courier } });
    }
    await recordAudit(tx, actor, {
      type: before ? "courier.changed" : "courier.added",
      subjectType: "courier",
      subjectId: id,
      details: { code: courier.code, ...fieldChanges({ ...before }, courier) },
    });
    return { id };
  });
}
