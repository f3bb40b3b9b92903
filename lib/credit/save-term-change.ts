import "server-only";
import { type Actor, can } from "@/lib/auth/permissions";
import { toDbDate } from "@/lib/core/calendar-date";
import { DomainError } from "@/lib/core/domain-error";
import { Money } from "@/lib/core/money";
import { recordAudit } from "@/lib/server/audit";
import { clock } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/db";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { newId } from "@/lib/server/ids";
import { creditFacts } from "./queries";
import type { SaveTermChangeInput } from "./schema";
import { lockTermChange, moveTermChange, TERM_CHANGE } from "./term-change-record";
import { termFacts } from "./term-facts";

/**
 * Drafts a settlement-term change, or changes an own draft (F20, R1.3.1-a). What may be granted is checked at
 * submission. Throws `common.not_found`, `credit.own_draft`, `credit.wrong_status`, `common.changed_meanwhile`.
 */
export function saveTermChange(
  actor: Actor,
  input: SaveTermChangeInput,
  key: IdempotencyKey,
): Promise<{ id: string }> {
  if (!can(actor, "terms:apply")) throw new DomainError("common.forbidden");
  return transactOnce({ key, actor, action: "save_term_change", input }, (tx) =>
    input.id === null || input.rowVersion === null
      ? draftTermChange(tx, actor, input)
      : editTermChange(tx, actor, { ...input, id: input.id, rowVersion: input.rowVersion }),
  );
}

async function draftTermChange(tx: Tx, actor: Actor, input: SaveTermChangeInput) {
  const today = clock.today();
  const standing = await creditFacts(tx, input.customerId, { asOf: today });
  const { terms } = standing;
  const id = newId();
  await tx.termChange.create({
    data: {
      id,
      ...afterFields(input),
      customerId: input.customerId,
      customerName: terms.name,
      beforeMode: terms.settlementMode,
      beforeLimit: terms.creditLimit?.toString() ?? null,
      facts: await termFacts(tx, input.customerId, standing, today),
      effectiveOn: toDbDate(today),
      createdById: actor.id,
      createdByName: actor.name,
      createdAt: clock.now(),
    },
  });
  await recordAudit(tx, actor, {
    type: "term_change.drafted",
    subjectType: TERM_CHANGE,
    subjectId: id,
    details: { customer: terms.name, kind: input.kind },
  });
  return { id };
}

async function editTermChange(
  tx: Tx,
  actor: Actor,
  input: SaveTermChangeInput & { id: string; rowVersion: number },
) {
  const { change } = await lockTermChange(tx, input.id);
  if (change.status !== "DRAFT") throw new DomainError("credit.wrong_status");
  if (change.createdById !== actor.id) throw new DomainError("credit.own_draft");
  // The customer of a numbered document stays: another customer is another document.
  if (change.customerId !== input.customerId) throw new DomainError("credit.customer_fixed");
  const after = afterFields(input);
  await moveTermChange(tx, input, { from: "DRAFT", to: "DRAFT" }, after);
  await recordAudit(tx, actor, {
    type: "term_change.edited",
    subjectType: TERM_CHANGE,
    subjectId: change.id,
    details: {
      kind: { before: change.kind, after: after.kind },
      mode: { before: change.afterMode, after: after.afterMode },
      limit: {
        before: change.afterLimit === null ? null : Money.of(change.afterLimit).toString(),
        after: after.afterLimit,
      },
    },
  });
  return { id: change.id };
}

function afterFields(input: SaveTermChangeInput) {
  const isCredit = input.afterMode !== "PREPAID";
  return {
    kind: input.kind,
    afterMode: input.afterMode,
    afterLimit: isCredit ? amountText(input.afterLimit) : null,
    afterQuarterMonth: input.afterQuarterMonth,
    afterAccumulatedFrom:
      input.afterMode === "ACCUMULATED" ? amountText(input.afterAccumulatedFrom) : null,
    reason: input.reason,
  };
}

function amountText(typed: string): string | null {
  return typed.trim() === "" ? null : (Money.parse(typed)?.toString() ?? null);
}
