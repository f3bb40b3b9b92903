/** Who may let whom sign in whose place (Q27, F45). */
import type { DelegatedStep, Role } from "@/lib/auth/roles";
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
  /** Delegations of the principal or to the delegate that are not revoked. */
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
  const { issuer, principal, delegate, wanted, existing, today } = facts;
  const at = (path: string, code: string) => ({ path, code: `people.${code}` });
  if (!principal.active || PRINCIPAL_ROLE[wanted.step] !== principal.role) {
    return at("principalId", "step_not_of_principal");
  }
  if (!mayIssueFor(issuer, principal)) return at("principalId", "not_issuer_of_delegation");
  if (delegate.id === principal.id) return at("delegateId", "delegate_is_principal");
  if (!delegate.active) return at("delegateId", "delegate_inactive");
  if (delegate.role === "ADMIN") return at("delegateId", "delegate_is_admin");
  if (wanted.fromOn < today) return at("fromOn", "delegation_from_past");
  if (wanted.toOn < wanted.fromOn) return at("toOn", "delegation_ends_before_start");
  if (holdsOtherStep(facts)) return at("delegateId", "delegate_holds_other_step");
  const same = existing.find(
    ({ principalId, step, ...span }) =>
      principalId === principal.id && step === wanted.step && spansOverlap(span, wanted),
  );
  return same ? at("fromOn", "delegation_overlaps") : null;
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
