import { PERMISSIONS, type PermissionRule } from "@/lib/auth/permission-table";
import type { DelegatedStep, Duty, Role } from "@/lib/auth/roles";
import type { SignedDocument } from "@/lib/auth/signed-documents";
import { DomainError } from "@/lib/core/domain-error";
import { Money } from "@/lib/core/money";

export type Permission = keyof typeof PERMISSIONS;
export const PERMISSION_NAMES = Object.keys(PERMISSIONS) as Permission[];

export type ActorDelegation = {
  id: string;
  step: DelegatedStep;
  principalId: string;
  principalName: string;
  principalRole: Role;
  /** Number of the paper (SQ). */
  docNo?: string;
  /** Kinds of documents that it covers; none means every kind of the step. */
  documentKinds?: readonly string[];
  /** Tax-inclusive yuan up to which the delegate signs, inclusive; null without limit. */
  amountLimit?: string | null;
};

/** The signed-in person, read from the database on each request. */
export type Actor = {
  id: string;
  name: string;
  role: Role;
  duties: readonly Duty[];
  /** Delegations to this person that are in force today. */
  delegations: readonly ActorDelegation[];
  /** Setting keeperSeesPrices, read with the actor so that every query can scope its fields. */
  keeperSeesPrices: boolean;
  /** Setting productionSeesCustomer; absent means yes. */
  productionSeesCustomer?: boolean;
  /** This act was discussed with the principal by telephone (Q27); kept with a delegate's signature. */
  askedByPhone?: boolean;
  /** The permission of the act that is going on, set at the door of the action. */
  under?: Permission;
};

export function permissionRule(permission: Permission): PermissionRule {
  return PERMISSIONS[permission];
}

function byOwnRole(actor: Actor, permission: Permission): boolean {
  // Lists and exports ask for the permission by name: the setting opens it to the keeper everywhere at once (Q39).
  if (permission === "price:see" && actor.keeperSeesPrices && actor.role === "WAREHOUSE_KEEPER")
    return true;
  if (
    permission === "production:see_customer" &&
    actor.role === "PRODUCTION" &&
    actor.productionSeesCustomer === false
  )
    return false;
  const { roles, duty } = permissionRule(permission);
  if (!roles.includes(actor.role)) return false;
  const needed = duty?.[actor.role];
  return needed === undefined || actor.duties.includes(needed);
}

/** The delegations of this person that lend the step of a permission, whatever their scope. */
function lentFor(actor: Actor, permission: Permission): ActorDelegation[] {
  const { roles, delegable } = permissionRule(permission);
  if (!delegable) return [];
  return actor.delegations.filter(
    ({ step, principalRole }) => step === delegable && roles.includes(principalRole),
  );
}

function coversKind({ documentKinds }: ActorDelegation, { kind }: SignedDocument): boolean {
  return !documentKinds || documentKinds.length === 0 || documentKinds.includes(kind);
}

function coversAmount({ amountLimit }: ActorDelegation, { amount }: SignedDocument): boolean {
  if (!amountLimit || amount === null) return true;
  return !Money.of(amount).isGreaterThan(Money.of(amountLimit));
}

function byDelegation(
  actor: Actor,
  permission: Permission,
  document?: SignedDocument,
): ActorDelegation | null {
  const lent = lentFor(actor, permission);
  const found = document
    ? lent.find((one) => coversKind(one, document) && coversAmount(one, document))
    : lent[0];
  return found ?? null;
}

/**
 * May this person do this at all? With the document, a delegation counts only as far as it reaches (F45).
 * Guards of the document's life cycle come on top.
 */
export function can(actor: Actor, permission: Permission, document?: SignedDocument): boolean {
  return byOwnRole(actor, permission) || byDelegation(actor, permission, document) !== null;
}

/** `can` with the document to be signed in hand: what a life cycle asks for its buttons. */
export function canSign(document: SignedDocument) {
  return (actor: Actor, permission: Permission): boolean => can(actor, permission, document);
}

/** Does this person hold this permission only in somebody's place? */
export function actsInPlace(actor: Actor, permission: Permission): ActorDelegation | null {
  return byOwnRole(actor, permission) ? null : byDelegation(actor, permission);
}

/** The principals of a delegate, by the permission that is lent. */
export function principalsOf(actor: Actor): Partial<Record<Permission, string>> {
  if (actor.delegations.length === 0) return {};
  const lent = PERMISSION_NAMES.flatMap((permission) => {
    const principal = actsInPlace(actor, permission)?.principalName;
    return principal ? [[permission, principal] as const] : [];
  });
  return Object.fromEntries(lent);
}

export type Signer = {
  signedById: string;
  signedByName: string;
  onBehalfOfId: string | null;
  onBehalfOfName: string | null;
  delegationId: string | null;
};

/**
 * Who signs, and on whose behalf under which delegation ("代"). Call only after `can`. With the document, throws
 * `common.delegation_kind` or `common.delegation_amount` when the delegation does not reach it (Q27).
 */
export function signerOf(actor: Actor, permission: Permission, document?: SignedDocument): Signer {
  const delegation = byOwnRole(actor, permission)
    ? null
    : byDelegation(actor, permission, document);
  if (document && !delegation) assertReaches(actor, permission, document);
  return {
    signedById: actor.id,
    signedByName: actor.name,
    onBehalfOfId: delegation?.principalId ?? null,
    onBehalfOfName: delegation?.principalName ?? null,
    delegationId: delegation?.id ?? null,
  };
}

/** Says which limit of the delegation stands in the way. */
function assertReaches(actor: Actor, permission: Permission, document: SignedDocument): void {
  if (byOwnRole(actor, permission)) return;
  const [lent] = lentFor(actor, permission);
  if (!lent) return;
  const { docNo = "", principalName: principal, amountLimit } = lent;
  if (!coversKind(lent, document)) {
    throw new DomainError("common.delegation_kind", { docNo, principal });
  }
  throw new DomainError("common.delegation_amount", {
    docNo,
    principal,
    limit: amountLimit ?? "",
    amount: document.amount ?? "",
  });
}

/** May this person see selling prices? (rules 5.9; the keeper by setting) */
export function seesPrices(actor: Actor): boolean {
  return can(actor, "price:see");
}

/** A salesperson sees only own customers and documents (rules 5.9, "R own"). */
export function seesOwnOnly(actor: Actor): boolean {
  return actor.role === "SALESPERSON";
}
