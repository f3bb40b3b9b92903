import { beforeAll, describe, expect, it } from "vitest";
import { grantToApplication } from "@/lib/ops/grants.mjs";
import { withClient } from "@/lib/ops/postgres.mjs";
import { env } from "@/lib/server/env";

const ROLE = "ledger_application";

/** Runs one statement as the application's role and answers PostgreSQL's error code, or "done". */
function asApplication(sql: string): Promise<string> {
  return withClient(env.DATABASE_URL, async (client) => {
    await client.query(`set role ${ROLE}`);
    return client.query(sql).then(
      () => "done",
      (error: { code: string }) => error.code,
    );
  });
}

const FORBIDDEN = "42501";

describe("the rights of the application's role", () => {
  beforeAll(async () => {
    await withClient(env.DATABASE_URL, (client) =>
      client.query(
        `do $$ begin create role ${ROLE}; exception when duplicate_object then null; end $$`,
      ),
    );
    await grantToApplication(env.DATABASE_URL, ROLE);
  });

  it.each(["audit_event", "stock_movement", "ledger_entry"])(
    "lets it read and add to %s, and nothing else",
    async (table) => {
      expect(await asApplication(`select 1 from ${table}`)).toBe("done");
      expect(await asApplication(`update ${table} set id = id`)).toBe(FORBIDDEN);
      expect(await asApplication(`delete from ${table}`)).toBe(FORBIDDEN);
      expect(await asApplication(`truncate ${table}`)).toBe(FORBIDDEN);
    },
  );

  it("lets it name the contract of a ledger row afterwards, as a walk-in pickup's is (R1.2.4-b)", async () => {
    expect(
      await asApplication("update ledger_entry set contract_no = contract_no where false"),
    ).toBe("done");
    expect(await asApplication("update ledger_entry set debit = debit where false")).toBe(
      FORBIDDEN,
    );
  });

  it("lets it change people, but neither tables nor the list of migrations", async () => {
    expect(await asApplication("update person set active = active")).toBe("done");
    expect(await asApplication("alter table person add column x int")).toBe(FORBIDDEN);
    expect(await asApplication("delete from _prisma_migrations")).toBe(FORBIDDEN);
    expect(await asApplication("select 1 from _prisma_migrations")).toBe("done");
  });
});
