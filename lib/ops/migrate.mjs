/**
 * Applies the migrations to the database of DATABASE_URL, or MIGRATE_DATABASE_URL where the owner of the tables is
 * another role than the application's. Always its own process: see openSchemaEngine.
 */
import pg from "pg";
import { readMigrations, toMigrationsList } from "./migration-files.mjs";
import { isMain, ROOT } from "./paths.mjs";
import { runQuietly } from "./processes.mjs";
import { openSchemaEngine } from "./schema-engine.mjs";

const MARK = "applied: ";

/** Runs this file as a child; answers the names of the migrations it applied. */
export async function migrate(connectionString) {
  const output = await runQuietly(process.execPath, [new URL(import.meta.url).pathname], {
    cwd: ROOT,
    env: { ...process.env, MIGRATE_DATABASE_URL: connectionString },
  });
  return output
    .split("\n")
    .filter((line) => line.startsWith(MARK))
    .map((line) => line.slice(MARK.length));
}

async function main() {
  const connectionString = process.env.MIGRATE_DATABASE_URL ?? process.env.DATABASE_URL;
  if (!connectionString) throw new Error("Set DATABASE_URL (or MIGRATE_DATABASE_URL) first.");
  const pool = new pg.Pool({ connectionString, max: 1 });
  pool.on("error", () => undefined);
  const engine = await openSchemaEngine(pool);
  const applied = await engine.apply(toMigrationsList(readMigrations()));
  for (const name of applied) console.log(`${MARK}${name}`);
  await pool.end();
}

if (isMain(import.meta.url)) {
  try {
    await main();
    process.exit(0);
  } catch (error) {
    console.error(error.message ?? error);
    process.exit(1);
  }
}
