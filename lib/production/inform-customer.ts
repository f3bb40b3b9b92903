import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { DomainError } from "@/lib/core/domain-error";
import { recordAudit } from "@/lib/server/audit";
import { clock } from "@/lib/server/clock";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { refreshInformItem } from "./inform-item";
import { assertLineOpen, changeLine, lockTaskLine } from "./line-load";
import type { InformCustomerInput } from "./schema";

/** The clerk has told the customer that the contract's date is in danger: when, whom and how (F07). */
export function informCustomer(
  actor: Actor,
  input: InformCustomerInput,
  key: IdempotencyKey,
): Promise<{ taskLineId: string }> {
  return transactOnce({ key, actor, action: "task.inform", input }, async (tx) => {
    const line = await lockTaskLine(tx, input.taskLineId);
    assertLineOpen(line, actor, "production:inform");
    if (input.informedOn > clock.today()) {
      throw new DomainError("production.informed_later", undefined, [
        { path: "informedOn", code: "production.informed_later" },
      ]);
    }
    const isToday = input.informedOn === clock.today();
    await changeLine(
      tx,
      { id: line.id, rowVersion: input.rowVersion },
      {
        customerInformedAt: isToday ? clock.now() : new Date(`${input.informedOn}T12:00:00+08:00`),
        customerInformedBy: actor.name,
        customerInformedNote: input.informedHow,
      },
    );
    await refreshInformItem(tx, line.id);
    await recordAudit(tx, actor, {
      type: "task_line.customer_informed",
      subjectType: "task_line",
      subjectId: line.id,
      details: { how: input.informedHow },
    });
    return { taskLineId: line.id };
  });
}
