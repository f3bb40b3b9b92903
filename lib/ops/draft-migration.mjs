/**
 * Writes a migration with what changed in prisma/schema since the last commit, or since another one:
 * `node lib/ops/draft-migration.mjs 20261201000000_name [commit]`. Constraints and triggers follow in migrations written
 * by hand. `--print` prints the whole model from nothing instead.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { readDatamodels } from "./migration-files.mjs";
import { MIGRATIONS_DIR, ROOT, SCHEMA_DIR } from "./paths.mjs";
import { startTemporaryPostgres } from "./postgres.mjs";
import { openSchemaEngine } from "./schema-engine.mjs";

const [name, commit = "HEAD"] = process.argv.slice(2);
const whole = name === "--print";
if (!whole && !/^\d{14}_[a-z_]+$/.test(name ?? "")) {
  console.error(
    "Name the migration: 14 digits, an underscore and a word, such as 20261201000000_name.",
  );
  process.exit(1);
}

try {
  // The engine wants a connection, although a comparison of two models never uses it.
  const server = await startTemporaryPostgres();
  const pool = new pg.Pool({ connectionString: server.url("postgres"), max: 1 });
  const engine = await openSchemaEngine(pool);
  const sql = await engine.diff(whole ? null : datamodelsAt(commit), readDatamodels());
  await pool.end();
  await server.stop();
  if (whole) process.stdout.write(sql);
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

/** The data model as it was in a commit, in the shape of `readDatamodels`. */
function datamodelsAt(ref) {
  const git = (...args) => execFileSync("git", args, { cwd: ROOT, encoding: "utf8" });
  const folder = path.relative(ROOT, SCHEMA_DIR);
  return git("ls-tree", "--name-only", ref, `${folder}/`)
    .split("\n")
    .filter((file) => file.endsWith(".prisma"))
    .map((file) => [path.join(ROOT, file), git("show", `${ref}:${file}`)]);
}
