/**
 * Writes the migration that creates the data model of prisma/schema from nothing:
 * `node lib/ops/draft-migration.mjs [name]`, by default the foundation. Until a first release this one file is written
 * anew whenever the model changes; constraints and triggers follow in migrations written by hand. `--print` only prints.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { readDatamodels } from "./migration-files.mjs";
import { MIGRATIONS_DIR } from "./paths.mjs";
import { startTemporaryPostgres } from "./postgres.mjs";
import { openSchemaEngine } from "./schema-engine.mjs";

const name = process.argv[2] ?? "20261101000000_foundation";

try {
  // The engine wants a connection, although a comparison of two models never uses it.
  const server = await startTemporaryPostgres();
  const pool = new pg.Pool({ connectionString: server.url("postgres"), max: 1 });
  const engine = await openSchemaEngine(pool);
  const sql = await engine.diff(null, readDatamodels());
  await pool.end();
  await server.stop();
  if (name === "--print") process.stdout.write(sql);
  else save(sql);
  process.exit(0);
} catch (error) {
  console.error(error.message ?? error);
  process.exit(1);
}

function save(sql) {
  mkdirSync(path.join(MIGRATIONS_DIR, name), { recursive: true });
  writeFileSync(path.join(MIGRATIONS_DIR, name, "migration.sql"), sql);
  console.log(`prisma/migrations/${name}/migration.sql: ${sql.split("\n").length} lines.`);
}
