import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { withClient } from "@/lib/ops/postgres.mjs";
import { env } from "@/lib/server/env";

const COLUMNS = `
  select concat_ws(' ', table_name, column_name, udt_name, is_nullable, character_maximum_length, numeric_scale) as it
  from information_schema.columns where table_schema = 'public' order by 1`;

async function columns(url: string): Promise<string[]> {
  const { rows } = await withClient(url, (client) => client.query<{ it: string }>(COLUMNS));
  return rows.map((row) => row.it);
}

describe("the migrations", () => {
  it("lead to every column of the data model, with its type", async () => {
    const sql = execFileSync(process.execPath, ["lib/ops/draft-migration.mjs", "--print"], {
      encoding: "utf8",
    });
    const scratch = Object.assign(new URL(env.DATABASE_URL), { pathname: "/from_the_model" }).href;
    await withClient(env.DATABASE_URL, (client) => client.query("create database from_the_model"));
    await withClient(scratch, (client) => client.query(sql));
    const migrated = new Set(await columns(env.DATABASE_URL));
    const missing = (await columns(scratch)).filter((column) => !migrated.has(column));
    expect(missing).toEqual([]);
  });
});
