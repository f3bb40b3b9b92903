import { beforeEach, describe, expect, it, vi } from "vitest";
import { type Actor, can, type Permission, permissionRule } from "@/lib/auth/permissions";
import { DUTIES, ROLES } from "@/lib/auth/roles";
import type { ActionResult } from "@/lib/server/action-result";
import { aKey, anActor } from "@/tests/factories/people";
import { createUnits } from "@/tests/factories/products";
import { COLUMNS, RULES } from "@/tests/unit/auth/rules-5-9";
import { databaseFingerprint } from "./database-fingerprint";
import { actionsOf, madeByDefineAction, useServerFiles } from "./defined-actions";
import { ACTIONS } from "./doors-list";

const signedIn = vi.hoisted(() => ({ actor: null as unknown }));
vi.mock("@/lib/server/session", () => ({ currentActor: async () => signedIn.actor }));
vi.mock("next/headers", () => ({
  headers: async () => new Headers({ origin: "http://localhost:3000" }),
}));
vi.mock("@/lib/server/define-action", async (original) => {
  const real = await original<typeof import("@/lib/server/define-action")>();
  const { madeByDefineAction: made } = await import("./defined-actions");
  const defineAction: typeof real.defineAction = (spec) => {
    const action = real.defineAction(spec);
    made.set(action, spec.permission);
    return action;
  };
  return { ...real, defineAction };
});

type Action = (raw: unknown, key: string) => Promise<ActionResult<unknown>>;

async function actionOf(file: string, name: string): Promise<Action> {
  return (await actionsOf(file))[name] as Action;
}

async function codeFor(actor: Actor | null, action: Action, raw: unknown): Promise<string> {
  signedIn.actor = actor;
  const result = await action(raw, aKey());
  return result.ok ? "ok" : result.error.code;
}

describe("the doors for writing", () => {
  it("are in the files that are known, and nowhere else", () => {
    expect(useServerFiles()).toEqual(Object.keys(ACTIONS).sort());
  });

  it.each(Object.keys(ACTIONS))(
    "%s exports what the list says, all made by defineAction",
    async (file) => {
      const exported = await actionsOf(file);
      const found = Object.entries(exported).map(([name, action]) => [
        name,
        madeByDefineAction.get(action) ?? "not made by defineAction",
      ]);
      expect(Object.fromEntries(found)).toEqual(ACTIONS[file]);
    },
  );
});

const CASES = Object.entries(ACTIONS).flatMap(([file, actions]) =>
  Object.entries(actions).map(([name, permission]) => [name, permission, file] as const),
);
/** No form of the application sends this. */
const NONSENSE = { nothing: "of this form" };

describe("every action with every role", () => {
  let people: Actor[] = [];
  let before = "";
  beforeEach(async () => {
    if (people.length === 0) {
      await createUnits();
      people = await Promise.all(ROLES.map((role) => anActor(role, { duties: DUTIES })));
    }
    before = await databaseFingerprint();
  });

  it.each(CASES)("%s needs %s (%s)", async (name, permission, file) => {
    const action = await actionOf(file, name);
    expect(await codeFor(null, action, NONSENSE)).toBe("common.unauthenticated");
    const answers: [string, string[]][] = [];
    for (const person of people) answers.push(await answersOf(person, action));
    expect(Object.fromEntries(answers)).toEqual(expectedAnswers(permission));
    expect(await databaseFingerprint()).toBe(before);
  });
});

/** `[role, [answer without any duty, answer with all duties]]` */
async function answersOf(person: Actor, action: Action): Promise<[string, string[]]> {
  const plain = await codeFor({ ...person, duties: [] }, action, NONSENSE);
  return [person.role, [plain, await codeFor(person, action, NONSENSE)]];
}

function expectedAnswers(permission: string) {
  const { roles = "" } = RULES[permission] ?? {};
  const answer = (opens: boolean) => (opens ? "common.invalid_input" : "common.forbidden");
  return Object.fromEntries(
    COLUMNS.map((role, column) => {
      const letter = roles.charAt(column);
      return [role, [answer(letter === "x"), answer(letter !== ".")]];
    }),
  );
}

describe("a delegation", () => {
  it("opens the doors of its step and no other", async () => {
    const finance = await anActor("PRODUCTION");
    const chief = await anActor("SECTION_CHIEF");
    const delegate: Actor = {
      ...finance,
      delegations: [
        {
          id: chief.id,
          step: "CHECK",
          principalId: chief.id,
          principalName: chief.name,
          principalRole: chief.role,
        },
      ],
    };
    const opened: string[] = [];
    for (const [name, permission, file] of CASES) {
      const code = await codeFor(delegate, await actionOf(file, name), NONSENSE);
      if (code !== "common.forbidden" && !can(finance, permission as Permission)) opened.push(name);
    }
    const lent = CASES.filter(
      ([, permission]) =>
        permissionRule(permission as Permission).delegable === "CHECK" &&
        !can(finance, permission as Permission),
    ).map(([name]) => name);
    expect(lent).toEqual(
      expect.arrayContaining(["checkContractAction", "checkTermChangeAction", "signTaskAction"]),
    );
    expect(opened.sort()).toEqual(lent.sort());
  });
});
