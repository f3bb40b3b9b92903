import { existsSync } from "node:fs";
import path from "node:path";
import { describe, expect, it, vi } from "vitest";
import { actionsOf } from "@/tests/integration/doors/defined-actions";
import { ACTIONS } from "@/tests/integration/doors/doors-list";
import type { AnyAction } from "./harness";
import { MATRICES, WITHOUT_STATES } from "./matrices";

vi.mock("@/lib/server/session", () => import("./signed-in"));
vi.mock("next/headers", () => import("./signed-in"));

const EVERY = Object.values(MATRICES).flat();

/** The name and permission of every action of the list, by the function itself. */
async function doors(): Promise<Map<unknown, { name: string; permission: string }>> {
  const found = new Map<unknown, { name: string; permission: string }>();
  for (const [file, actions] of Object.entries(ACTIONS)) {
    const exported = await actionsOf(file);
    for (const [name, permission] of Object.entries(actions)) {
      found.set(exported[name], { name: `${file} ${name}`, permission });
    }
  }
  return found;
}

describe("the matrix of role by action by status", () => {
  it("has every server action, or says why no status forbids it", async () => {
    const tried = new Set<AnyAction>(
      EVERY.flatMap(({ acts }) => Object.values(acts).map(({ action }) => action)),
    );
    const untried = [...(await doors())]
      .filter(([action]) => !tried.has(action as AnyAction))
      .map(([, { name }]) => name.split(" ")[1]);
    expect(untried.sort()).toEqual(Object.keys(WITHOUT_STATES).sort());
  });

  it("expects of every action the permission that is on its door", async () => {
    const known = await doors();
    const wrong = EVERY.flatMap(({ name, acts }) =>
      Object.entries(acts)
        .filter(([, { action, permission }]) => known.get(action)?.permission !== permission)
        .map(([act]) => `${name}: ${act}`),
    );
    expect(wrong).toEqual([]);
  });

  it.each(EVERY.map((matrix) => [matrix.name, matrix] as const))(
    "%s: there is a way to every status",
    (_name, { statuses, make, unreached = [] }) => {
      const ways = Object.keys(make);
      const missing = statuses.filter((status) => !ways.includes(status));
      expect(missing.sort()).toEqual([...unreached].sort());
    },
  );

  it("opens cells only in states that are tried", () => {
    const astray = EVERY.flatMap(({ name, make, acts }) =>
      Object.entries(acts).flatMap(([act, { cells }]) =>
        Object.keys(cells)
          .filter((status) => !(status in make))
          .map((status) => `${name}: ${act} in ${status}`),
      ),
    );
    expect(astray).toEqual([]);
  });

  it("is run for every domain", () => {
    const missing = Object.keys(MATRICES).filter(
      (domain) => !existsSync(path.join(import.meta.dirname, `${domain}.test.ts`)),
    );
    expect(missing).toEqual([]);
  });
});
