import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { DomainError } from "@/lib/core/domain-error";
import { holderOf } from "@/lib/records/acknowledgements";
import type { AcknowledgeInput } from "@/lib/records/schema";
import { recordAudit } from "@/lib/server/audit";
import { clock } from "@/lib/server/clock";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { closeWorkItem } from "@/lib/server/work-items";

/** The holder of a paper takes note of its change, once (Q38); throws `changes.not_the_holder`. */
export function acknowledge(
  actor: Actor,
  input: AcknowledgeInput,
  key: IdempotencyKey,
): Promise<{ id: string }> {
  return transactOnce({ key, actor, action: "acknowledgement.give", input }, async (tx) => {
    const found = await tx.acknowledgement.findUnique({ where: { id: input.acknowledgementId } });
    if (!found) throw new DomainError("common.not_found");
    if (found.holder !== holderOf(actor)) throw new DomainError("changes.not_the_holder");
    const { count } = await tx.acknowledgement.updateMany({
      where: { id: found.id, acknowledgedAt: null },
      data: {
        acknowledgedById: actor.id,
        acknowledgedByName: actor.name,
        acknowledgedAt: clock.now(),
      },
    });
    if (count === 0) throw new DomainError("changes.already_acknowledged");
    await closeWorkItem(tx, { kind: "acknowledgement.give", subjectId: found.id });
    await recordAudit(tx, actor, {
      type: "acknowledgement.given",
      subjectType: found.paperType,
      subjectId: found.paperId,
      details: { paperNo: found.paperNo, what: found.what, whatEn: found.whatEn },
    });
    return { id: found.id };
  });
}
