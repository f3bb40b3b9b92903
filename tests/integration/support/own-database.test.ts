import { describe, expect, it } from "vitest";
import { db } from "@/lib/server/db";
import { countQueries } from "@/tests/support/query-counter";

describe("the database of a test file", () => {
  it("is an own copy with every migration applied", async () => {
    const [row] = await db.$queryRaw<{ name: string }[]>`select current_database() as name`;
    expect(row?.name).toMatch(/^worker_\d+$/);
    expect(await db.person.count()).toBe(0);
  });

  it("finds Chinese by parts of words", async () => {
    const [row] = await db.$queryRaw<{ grams: string[] }[]>`select show_trgm('华兴') as grams`;
    expect(row?.grams).not.toEqual([]);
  });

  it("counts the statements that were sent, and no transaction control", async () => {
    const { queries } = await countQueries(() =>
      db.$transaction(async (tx) => {
        await tx.person.count();
        await tx.$queryRaw`select 1`;
      }),
    );
    expect(queries).toHaveLength(2);
  });
});
