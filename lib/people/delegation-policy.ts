/** Who may let whom sign in whose place (Q27, F45). */
import type { DelegatedStep, Role } from "@/lib/auth/roles";
import { kindsOfStep } from "@/lib/auth/signed-documents";
import { spansOverlap } from "./duty-policy";

export const PRINCIPAL_ROLE: Readonly<Record<DelegatedStep, Role>> = {
  CHECK: "SECTION_CHIEF",
  DEPT_HEAD: "SECTION_CHIEF",
  APPROVE: "FACTORY_DIRECTOR",
};

export type PersonFacts = { id: string; role: Role; active: boolean };
export type DelegationSpan = {
  principalId: string;
  delegateId: string;
  step: DelegatedStep;
  fromOn: string;
  toOn: string;
};
export type DelegationFacts = {
  today: string;
  issuer: PersonFacts;
  principal: PersonFacts;
  delegate: PersonFacts;
  wanted: DelegationSpan;
  /** Kinds of documents that it shall cover; none for all of the step. */
  documentKinds?: readonly string[];
  /** Delegations of or to either person that are not revoked. */
  existing: readonly DelegationSpan[];
};

/** The chief's delegate is issued by the chief or the director, the director's by the director alone. */
export function mayIssueFor(issuer: { id: string; role: Role }, principal: PersonFacts): boolean {
  if (issuer.role === "FACTORY_DIRECTOR") {
    return principal.role === "SECTION_CHIEF" || principal.id === issuer.id;
  }
  return issuer.role === "SECTION_CHIEF" && principal.id === issuer.id;
}

/** Why this delegation cannot be issued, as a code with the field it belongs to; null when it can. */
export function delegationRefusal(facts: DelegationFacts): { code: string; path: string } | null {
  const { issuer, principal, delegate, wanted, existing, today, documentKinds = [] } = facts;
  const at = (path: string, code: string) => ({ path, code: `people.${code}` });
  if (!principal.active || PRINCIPAL_ROLE[wanted.step] !== principal.role) {
    return at("principalId", "step_not_of_principal");
  }
  if (!mayIssueFor(issuer, principal)) return at("principalId", "not_issuer_of_delegation");
  if (delegate.id === principal.id) return at("delegateId", "delegate_is_principal");
  if (!delegate.active) return at("delegateId", "delegate_inactive");
  if (delegate.role === "ADMIN") return at("delegateId", "delegate_is_admin");
  if (delegate.id === issuer.id) return at("delegateId", "delegation_to_issuer");
  if (wanted.fromOn < today) return at("fromOn", "delegation_from_past");
  if (wanted.toOn < wanted.fromOn) return at("toOn", "delegation_ends_before_start");
  const foreign = documentKinds.some((kind) => !kindsOfStep(wanted.step).includes(kind));
  if (foreign) return at("documentKinds", "kind_not_of_step");
  if (holdsOtherStep(facts)) return at("delegateId", "delegate_holds_other_step");
  const loop = loopRefusal(facts);
  if (loop) return at("delegateId", loop);
  const same = existing.find(
    ({ principalId, step, ...span }) =>
      principalId === principal.id && step === wanted.step && spansOverlap(span, wanted),
  );
  return same ? at("fromOn", "delegation_overlaps") : null;
}

/**
 * A signing power is lent once and by its owner: not back to whom it came from, not by somebody who only stands in,
 * not to somebody who is away and has lent the own power.
 */
function loopRefusal({ principal, delegate, wanted, existing }: DelegationFacts): string | null {
  const meanwhile = existing.filter((span) => spansOverlap(span, wanted));
  const received = meanwhile.filter(({ delegateId }) => delegateId === principal.id);
  if (received.some(({ principalId }) => principalId === delegate.id)) return "delegation_loops";
  if (received.length > 0) return "principal_is_delegate";
  return meanwhile.some(({ principalId }) => principalId === delegate.id)
    ? "delegate_is_away"
    : null;
}

/** Two steps are two people: who holds one signing power, by role or by delegation, does not get the other. */
function holdsOtherStep({ delegate, wanted, existing }: DelegationFacts): boolean {
  const side = PRINCIPAL_ROLE[wanted.step];
  const other: Role = side === "SECTION_CHIEF" ? "FACTORY_DIRECTOR" : "SECTION_CHIEF";
  if (delegate.role === other) return true;
  return existing.some(
    ({ delegateId, step, ...span }) =>
      delegateId === delegate.id && PRINCIPAL_ROLE[step] === other && spansOverlap(span, wanted),
  );
}
