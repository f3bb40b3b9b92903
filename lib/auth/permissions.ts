import { PERMISSIONS, type PermissionRule } from "@/lib/auth/permission-table";
import type { DelegatedStep, Duty, Role } from "@/lib/auth/roles";

export type Permission = keyof typeof PERMISSIONS;
export const PERMISSION_NAMES = Object.keys(PERMISSIONS) as Permission[];

export type ActorDelegation = {
  id: string;
  step: DelegatedStep;
  principalId: string;
  principalName: string;
  principalRole: Role;
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
};

export function permissionRule(permission: Permission): PermissionRule {
  return PERMISSIONS[permission];
}

function byOwnRole(actor: Actor, permission: Permission): boolean {
  // Lists and exports ask for the permission by name: the setting opens it to the keeper everywhere at once (Q39).
  if (permission === "price:see" && actor.keeperSeesPrices && actor.role === "WAREHOUSE_KEEPER")
    return true;
  const { roles, duty } = permissionRule(permission);
  if (!roles.includes(actor.role)) return false;
  const needed = duty?.[actor.role];
  return needed === undefined || actor.duties.includes(needed);
}

function byDelegation(actor: Actor, permission: Permission): ActorDelegation | null {
  const { roles, delegable } = permissionRule(permission);
  if (!delegable) return null;
  const found = actor.delegations.find(
    ({ step, principalRole }) => step === delegable && roles.includes(principalRole),
  );
  return found ?? null;
}

/** May this person do this at all? Guards of the document's life cycle come on top. */
export function can(actor: Actor, permission: Permission): boolean {
  return byOwnRole(actor, permission) || byDelegation(actor, permission) !== null;
}

export type Signer = {
  signedById: string;
  signedByName: string;
  onBehalfOfId: string | null;
  onBehalfOfName: string | null;
  delegationId: string | null;
};

/** Who signs, and on whose behalf under which delegation ("代"). Call only after `can`. */
export function signerOf(actor: Actor, permission: Permission): Signer {
  const delegation = byOwnRole(actor, permission) ? null : byDelegation(actor, permission);
  return {
    signedById: actor.id,
    signedByName: actor.name,
    onBehalfOfId: delegation?.principalId ?? null,
    onBehalfOfName: delegation?.principalName ?? null,
    delegationId: delegation?.id ?? null,
  };
}

/** May this person see selling prices? (rules 5.9; the keeper by setting) */
export function seesPrices(actor: Actor): boolean {
  return can(actor, "price:see");
}

/** A salesperson sees only own customers and documents (rules 5.9, "R own"). */
export function seesOwnOnly(actor: Actor): boolean {
  return actor.role === "SALESPERSON";
}
