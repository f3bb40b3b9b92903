/** Who can be the designated person of a clause (spec 01). */
import { PERMISSION_NAMES, permissionRule } from "@/lib/auth/permissions";
import type { Duty, Role } from "@/lib/auth/roles";

/** A duty belongs to the office; where an act names the duty, to the roles that the act asks it of. */
const OFFICE: readonly Role[] = ["CLERK", "SALESPERSON", "SECTION_CHIEF"];

export function rolesOfDuty(duty: Duty): readonly Role[] {
  const named = PERMISSION_NAMES.flatMap((permission) =>
    Object.entries(permissionRule(permission).duty ?? {})
      .filter(([, needed]) => needed === duty)
      .map(([role]) => role as Role),
  );
  return named.length > 0 ? [...new Set(named)] : OFFICE;
}

export function canHoldDuty(role: Role, duty: Duty): boolean {
  return rolesOfDuty(duty).includes(role);
}

/** Who can be the person that looks after a customer (F23). */
export const CUSTOMER_OWNERS: readonly Role[] = OFFICE;

/** Whether two spans of days touch; an open end lasts for ever. */
export function spansOverlap(
  a: { fromOn: string; toOn: string | null },
  b: { fromOn: string; toOn: string | null },
): boolean {
  return (b.toOn === null || a.fromOn <= b.toOn) && (a.toOn === null || b.fromOn <= a.toOn);
}
