import { describe, expect, it } from "vitest";
import { allMoves, LIFECYCLES } from "@/lib/ops/lifecycles";
import { db } from "@/lib/server/db";

describe("the moves that the database allows", () => {
  it("are those of the life cycles, no more and no fewer", async () => {
    const rows = await db.lifecycleTransition.findMany();
    const stored = rows.map(({ document, fromState, toState }) => [document, fromState, toState]);
    expect(new Set(stored.map(String))).toEqual(new Set(allMoves().map(String)));
  });

  it.each(LIFECYCLES.map(({ document }) => document))(
    "are checked whenever a %s moves",
    async (table) => {
      const [trigger] = await db.$queryRaw<{ definition: string }[]>`
      select pg_get_triggerdef(oid) as definition from pg_trigger
      where tgrelid = ${table}::text::regclass and tgname = ${`${table}_moves`} and tgenabled = 'O'`;
      expect(trigger?.definition).toContain("refuse_illegal_move");
    },
  );

  it("leave no other way", async () => {
    await expect(
      db.$executeRaw`
        do $$ begin
          create table inbound_probe (status text);
          create trigger probe before update on inbound_probe for each row
            when (old.status is distinct from new.status) execute function refuse_illegal_move();
          insert into inbound_probe values ('POSTED');
          update inbound_probe set status = 'DRAFT';
        end $$`,
    ).rejects.toThrow(/does not move from POSTED to DRAFT/);
  });
});
