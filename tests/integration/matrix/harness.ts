import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, can, type Permission } from "@/lib/auth/permissions";
import type { Role } from "@/lib/auth/roles";
import type { ActionResult } from "@/lib/server/action-result";
import { aKey } from "@/tests/factories/people";
import { databaseFingerprint } from "@/tests/integration/doors/database-fingerprint";
import { at } from "@/tests/support/clock";
import { aCast, type Cast } from "./cast";
import { signIn } from "./signed-in";

// What an action takes differs from one to the next; the rows of a matrix do not.
export type AnyAction = (raw: never, key: string) => Promise<ActionResult<unknown>>;

type Code = string;

/** A server action on a document, or one way to give it. */
export type Act = {
  action: AnyAction;
  /** As in doors-list.ts. */
  permission: Permission;
  /** What the form of this document sends now. */
  input: (id: string, cast: Cast) => Promise<object>;
  /** Where the act takes the document, by status and role; every cell that is not here is refused. */
  cells: Readonly<Record<string, { by: readonly Role[]; to: string }>>;
  /**
   * The code that whoever holds the permission hears where no cell is open: one for all, or by status with `else` for
   * the others, and within a status one for all or by role with `else`.
   */
  refusal: Code | Readonly<Record<string, Code | Readonly<Record<string, Code>>>>;
  /** A save: it leaves the status as it is and may be given again, so all who may share one document. */
  again?: true;
};

/** A document with every way to change it. */
export type DocumentMatrix = {
  name: string;
  /** Every status there is. */
  statuses: readonly string[];
  /** Those that nothing reaches yet. */
  unreached?: readonly string[];
  /**
   * A fresh document in each status, drafted by the clerk of the cast; a key that is no status is another way to one,
   * such as a returned draft.
   */
  make: Readonly<Record<string, (cast: Cast) => Promise<string>>>;
  statusOf: (id: string) => Promise<string>;
  acts: Readonly<Record<string, Act>>;
};

const today = <T>(fn: () => Promise<T>) => at("2026-11-23", fn);

/**
 * Tries every act × every status × every role. In each status: all who must be refused on one document, which with
 * all of the database stays as it was; then the saves of those who may on the same; then each move on a document of
 * its own.
 */
export function tryMatrices(matrices: readonly DocumentMatrix[]): void {
  let cast: Cast;
  beforeAll(async () => {
    cast = await aCast();
  });
  describe.each(matrices.map((matrix) => [matrix.name, matrix] as const))(
    "%s: every act, every status, every role",
    (_name, matrix) => {
      it.each(Object.keys(matrix.make))(
        "%s: refuses whom it must, saves for whom it may",
        (status) =>
          today(async () => {
            const id = await make(matrix, status, cast);
            await expectRefusals(matrix, status, id, cast);
            await expectSaves(matrix, status, id, cast);
          }),
      );
      const moves = openMoves(matrix);
      if (moves.length === 0) return;
      it.each(moves)("%s: %s is open to whom it is", (status, name) =>
        today(async () => {
          const act = matrix.acts[name] as Act;
          for (const role of act.cells[status]?.by ?? []) {
            const id = await make(matrix, status, cast);
            await expectDone(matrix, { status, name, role }, id, cast);
          }
        }),
      );
    },
  );
}

function make({ make: ways }: DocumentMatrix, status: string, cast: Cast): Promise<string> {
  return (ways[status] as (typeof ways)[string])(cast);
}

async function expectRefusals(
  { acts }: DocumentMatrix,
  status: string,
  id: string,
  cast: Cast,
): Promise<void> {
  const inputs = new Map<string, object>();
  for (const [name, act] of Object.entries(acts)) inputs.set(name, await act.input(id, cast));
  const before = await databaseFingerprint();
  const wrong: string[] = [];
  for (const [name, act] of Object.entries(acts)) {
    for (const person of Object.values(cast.people)) {
      if (act.cells[status]?.by.includes(person.role)) continue;
      const code = await give(person, act, inputs.get(name) as object);
      const expected = expectedCode(act, status, person);
      if (code !== expected) wrong.push(`${name} by ${person.role}: ${code}, not ${expected}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(await databaseFingerprint()).toBe(before);
}

function expectedCode({ permission, refusal }: Act, status: string, person: Actor): string {
  if (!can(person, permission)) return "common.forbidden";
  const inStatus = typeof refusal === "string" ? refusal : (refusal[status] ?? refusal.else);
  const code = typeof inStatus === "object" ? (inStatus[person.role] ?? inStatus.else) : inStatus;
  return code ?? "a code that is written down";
}

async function expectSaves(
  matrix: DocumentMatrix,
  status: string,
  id: string,
  cast: Cast,
): Promise<void> {
  for (const [name, act] of Object.entries(matrix.acts)) {
    if (!act.again) continue;
    for (const role of act.cells[status]?.by ?? []) {
      await expectDone(matrix, { status, name, role }, id, cast);
    }
  }
}

async function expectDone(
  { acts, statusOf }: DocumentMatrix,
  { status, name, role }: { status: string; name: string; role: Role },
  id: string,
  cast: Cast,
): Promise<void> {
  const act = acts[name] as Act;
  const code = await give(cast.people[role], act, await act.input(id, cast));
  const cell = `${name} in ${status} by ${role}: `;
  expect(`${cell}${code}, then ${await statusOf(id)}`).toBe(
    `${cell}ok, then ${act.cells[status]?.to}`,
  );
}

async function give(person: Actor, act: Act, input: object): Promise<string> {
  signIn(person);
  const result = await act.action(input as never, aKey());
  return result.ok ? "ok" : result.error.code;
}

/** The pairs of status and move in which somebody is let through. */
function openMoves({ make: ways, acts }: DocumentMatrix): [string, string][] {
  return Object.keys(ways).flatMap((status) =>
    Object.entries(acts)
      .filter(([, { again, cells }]) => !again && cells[status])
      .map(([name]): [string, string] => [status, name]),
  );
}
