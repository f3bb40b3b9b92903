import "server-only";
import { type Actor, can, type Permission } from "@/lib/auth/permissions";
import { DomainError } from "@/lib/core/domain-error";

/** For use-cases that have no life cycle to ask: throws `common.forbidden` unless the actor may. */
export function requirePermission(actor: Actor, permission: Permission): void {
  if (!can(actor, permission)) throw new DomainError("common.forbidden");
}
