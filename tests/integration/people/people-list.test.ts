import { describe, expect, it } from "vitest";
import { emptyListState, type ListState } from "@/lib/core/list-state";
import { listPeople } from "@/lib/people/people-list";
import { db } from "@/lib/server/db";
import { anActor } from "@/tests/factories/people";
import { countQueries } from "@/tests/support/query-counter";

describe("the list of accounts", () => {
  it("shows the administrator everybody, those who have left last, with one query a page", async () => {
    const admin = await anActor("ADMIN");
    const gone = await anActor("CLERK", { displayName: "阿离" });
    const here = await anActor("SALESPERSON", { displayName: "周在" });
    await db.person.update({
      where: { id: gone.id },
      data: { active: false, leftOn: new Date("2026-11-01T00:00:00Z") },
    });
    const read = (patch: Partial<ListState> = {}) =>
      listPeople(admin, { ...emptyListState, size: 200, ...patch });

    const { result, queries } = await countQueries(() => read());
    expect(queries).toHaveLength(1);
    expect(result.rows.at(-1)).toMatchObject({ id: gone.id, state: "left", leftOn: "2026-11-01" });
    const ids = async (patch: Partial<ListState>) => (await read(patch)).rows.map(({ id }) => id);
    expect(await ids({ q: "周在" })).toEqual([here.id]);
    expect(await ids({ filters: { state: ["left"] } })).toEqual([gone.id]);
    expect(await ids({ filters: { role: ["ADMIN"] } })).toContain(admin.id);
    expect(await ids({ filters: { role: ["ADMIN"] } })).not.toContain(here.id);
    expect(await ids({ sort: "username", direction: "asc" })).toHaveLength(result.rows.length);
  });
});
