import { expect } from "vitest";
import type { Actor } from "@/lib/auth/permissions";
import { can, type Permission } from "@/lib/auth/permissions";
import { DUTIES, ROLES, type Role } from "@/lib/auth/roles";
import type { ActionResult } from "@/lib/server/action-result";
import { aKey, anActor } from "@/tests/factories/people";
import { databaseFingerprint } from "@/tests/integration/doors/database-fingerprint";

export type People = Record<Role, Actor>;

/** One person of every role, each with every duty. */
export async function everybody(): Promise<People> {
  const people: [Role, Actor][] = [];
  for (const role of ROLES) people.push([role, await anActor(role, { duties: DUTIES })]);
  return Object.fromEntries(people) as People;
}

// What an action takes differs from one to the next; the rows of a matrix do not.
type Action = (raw: never, key: string) => Promise<ActionResult<unknown>>;

type Act = {
  action: Action;
  permission: Permission;
  /** What the form of this document sends now. */
  input: (id: string) => Promise<object>;
  /** Where the act takes the document, by status and role; every cell that is not here is refused. */
  cells: Readonly<Record<string, { by: readonly Role[]; to: string }>>;
};

export type DocumentMatrix = {
  /** A fresh document in each status, drafted by the clerk of `people`. */
  make: Readonly<Record<string, () => Promise<string>>>;
  statusOf: (id: string) => Promise<string>;
  acts: Readonly<Record<string, Act>>;
};

type Session = { actor: unknown };

async function give(session: Session, person: Actor, act: Act, id: string): Promise<string> {
  session.actor = person;
  const result = await act.action((await act.input(id)) as never, aKey());
  return result.ok ? "ok" : result.error.code;
}

/**
 * In one status, every act with every role that must be refused: each gets its reason, and nothing changes. `status`
 * may be one of several ways to it, such as a returned draft.
 */
export async function tryRefusedCells(
  session: Session,
  people: People,
  { make, acts }: DocumentMatrix,
  status: string,
): Promise<void> {
  const id = (await make[status]?.()) ?? "";
  const before = await databaseFingerprint();
  for (const [name, act] of Object.entries(acts)) {
    for (const person of Object.values(people)) {
      if (act.cells[status]?.by.includes(person.role)) continue;
      const cell = `${name} in ${status} by ${person.role}: ${await give(session, person, act, id)}`;
      expect(cell).toMatch(can(person, act.permission) ? REFUSED_BY_RULES : /: common\.forbidden$/);
    }
  }
  expect(await databaseFingerprint()).toBe(before);
}

/** A reason of the document's own (whose turn it is can be one), not a mistake in what was sent, and no accident. */
const REFUSED_BY_RULES = /: (?!ok$|common\.invalid_input$|errors\.)[a-z_]+\.[a-z_]+$/;

/** Gives an act in a status as every role that may: each time on a fresh document, which then stands where it must. */
export async function tryAllowedCells(
  session: Session,
  people: People,
  { make, acts, statusOf }: DocumentMatrix,
  [status, name]: readonly [status: string, act: string],
): Promise<void> {
  const act = acts[name] as Act;
  const { by = [], to = "" } = act.cells[status] ?? {};
  for (const role of by) {
    const id = (await make[status]?.()) ?? "";
    const code = await give(session, people[role], act, id);
    const found = `${name} in ${status} by ${role}: ${code}, then ${await statusOf(id)}`;
    expect(found).toBe(`${name} in ${status} by ${role}: ok, then ${to}`);
  }
}

/** The pairs of status and act in which somebody is let through, for `it.each`. */
export function openCells({ make, acts }: DocumentMatrix): [string, string][] {
  return Object.keys(make).flatMap((status) =>
    Object.keys(acts)
      .filter((act) => acts[act]?.cells[status])
      .map((act): [string, string] => [status, act]),
  );
}
