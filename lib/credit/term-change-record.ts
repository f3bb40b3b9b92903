import "server-only";
import { type Actor, can } from "@/lib/auth/permissions";
import { contentHash } from "@/lib/core/content-hash";
import { DomainError } from "@/lib/core/domain-error";
import { Money } from "@/lib/core/money";
import { lockCustomer } from "@/lib/customers/lock-customer";
import { clock } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/db";
import type { Prisma } from "@/lib/server/generated/client";
import { type TermChangeCommand, type TermChangeFacts, termChangeLifecycle } from "./lifecycle";
import { type CreditStanding, creditFacts } from "./queries";
import { MANUAL_CHANGE_KINDS, type TermProposal, termChangeRefusal } from "./terms-policy";

export const TERM_CHANGE = "term_change";

export type TermChangeRow = Prisma.TermChangeGetPayload<object>;

/**
 * The document with its customer locked first, and the customer's standing of today. Throws `common.not_found`.
 */
export async function lockTermChange(
  tx: Tx,
  id: string,
): Promise<{ change: TermChangeRow; standing: CreditStanding }> {
  const subject = await tx.termChange.findUnique({ where: { id }, select: { customerId: true } });
  if (!subject) throw new DomainError("common.not_found");
  await lockCustomer(tx, subject.customerId);
  const change = await tx.termChange.findUniqueOrThrow({ where: { id } });
  return { change, standing: await creditFacts(tx, change.customerId, { asOf: clock.today() }) };
}

export function termChangeFacts(change: TermChangeRow): TermChangeFacts {
  return {
    status: change.status,
    draftedById: change.createdById,
    checkedById: change.checkedById,
    submittedBefore: change.docNo !== null,
  };
}

/** Throws `credit.<refusal>`, or `common.forbidden`, when the command is not this person's to give now. */
export function assertMayMove(command: TermChangeCommand, change: TermChangeRow, actor: Actor) {
  const plan = termChangeLifecycle.plan(command, termChangeFacts(change), actor, can);
  if (plan.ok) return plan;
  throw new DomainError(
    plan.refusal === "forbidden" ? "common.forbidden" : `credit.${plan.refusal}`,
  );
}

/** Compare-and-set on what was on the screen; throws `common.changed_meanwhile`. */
export async function moveTermChange(
  tx: Tx,
  at: { id: string; rowVersion: number },
  plan: { from: TermChangeFacts["status"]; to: TermChangeFacts["status"] },
  data: Prisma.TermChangeUncheckedUpdateManyInput = {},
): Promise<void> {
  const { count } = await tx.termChange.updateMany({
    where: { id: at.id, status: plan.from, rowVersion: at.rowVersion },
    data: { ...data, status: plan.to, rowVersion: { increment: 1 } },
  });
  if (count === 0) throw new DomainError("common.changed_meanwhile");
}

export function proposalOf(change: TermChangeRow): TermProposal {
  const kind = MANUAL_CHANGE_KINDS.find((name) => name === change.kind);
  if (!kind) throw new DomainError("credit.not_by_hand");
  return {
    kind,
    mode: change.afterMode,
    limit: change.afterLimit === null ? null : Money.of(change.afterLimit),
    accumulatedFrom:
      change.afterAccumulatedFrom === null ? null : Money.of(change.afterAccumulatedFrom),
  };
}

/** Throws the refusal with its figures when the proposal may not be granted as the customer stands now. */
export function assertGrantable(proposal: TermProposal, standing: CreditStanding): void {
  const refusal = termChangeRefusal(
    proposal,
    {
      current: standing.terms,
      tier: standing.tier,
      creditRevoked: standing.creditRevoked,
      designatedPrepaid: standing.terms.designatedPrepaid,
      overdueAmount: standing.overdueAmount,
    },
    standing.terms.limits,
  );
  if (!refusal) return;
  throw new DomainError(refusal.code, refusal.details);
}

/** A signature is for a change from the terms that were shown; other terms by now need a new proposal. */
export function assertTermsUnchanged(change: TermChangeRow, { terms }: CreditStanding): void {
  const shown = change.beforeLimit === null ? null : Money.of(change.beforeLimit);
  const sameLimit =
    shown === null || terms.creditLimit === null
      ? shown === terms.creditLimit
      : shown.equals(terms.creditLimit);
  if (change.beforeMode !== terms.settlementMode || !sameLimit) {
    throw new DomainError("credit.terms_changed_meanwhile");
  }
}

/** What a signature binds: business fields and the figures at submission. */
export function termChangeHash(change: TermChangeRow): string {
  return contentHash({
    customerId: change.customerId,
    customerName: change.customerName,
    kind: change.kind,
    before: { mode: change.beforeMode, limit: moneyText(change.beforeLimit) },
    after: {
      mode: change.afterMode,
      limit: moneyText(change.afterLimit),
      quarterMonth: change.afterQuarterMonth,
      accumulatedFrom: moneyText(change.afterAccumulatedFrom),
    },
    reason: change.reason,
    facts: change.facts,
  });
}

function moneyText(amount: Prisma.Decimal | null): string | null {
  return amount === null ? null : Money.of(amount).toString();
}

/** The row on the home page: number and customer. */
export function termChangeTitle(change: Pick<TermChangeRow, "docNo" | "customerName">): string {
  return `${change.docNo ?? ""} ${change.customerName}`.trim();
}
