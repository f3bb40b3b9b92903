import type { Actor } from "@/lib/auth/permissions";
import { DUTIES, type Role } from "@/lib/auth/roles";

/**
 * Who may give which command in which status, written down by hand from rules 5.1, 5.4, 5.5, 5.9 and 5.12; every cell
 * that is not here is refused. `system` commands follow from another act and have no button.
 */
export type Cells = Readonly<
  Record<string, { from: string; to: string; roles: readonly Role[] | "system" }>
>;
export const BY_ITSELF = "system";

type Plan = { ok: true; to: string } | { ok: false; refusal: string };
/** A life cycle with its types set aside: what is tried here is every combination, right or wrong. */
export type Subject = {
  document: string;
  plan: (command: string, facts: object, actor: Actor, can: unknown) => Plan;
  available: (facts: object, actor: Actor, can: unknown) => string[];
  commands: string[];
  guards: object;
};

export type LifecycleCase = {
  lifecycle: Subject;
  statuses: readonly string[];
  cells: Cells;
  /** Facts under which no guard stands in the way; the actor's own id where the command is the author's. */
  facts: object;
  own?: { commands: string[]; facts: (id: string) => object };
  /** Facts that one command needs and others exclude, as a slip with and without a violation. */
  forCommand?: Readonly<Record<string, object>>;
  /** Facts of which one guard is not met, and the commands that it stops. */
  guards: Record<string, { facts: object; stops: string[]; asActor?: Role }>;
  /** Guards with a test of their own below. */
  triedApart?: readonly string[];
};

export const as = (lifecycle: unknown) => lifecycle as Subject;

export function person(role: Role, id = role as string): Actor {
  return { id, name: role, role, duties: DUTIES, delegations: [], keeperSeesPrices: false };
}
