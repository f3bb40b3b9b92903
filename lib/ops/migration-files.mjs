/** Reads the data model and the migrations as the schema engine wants them. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { MIGRATIONS_DIR, SCHEMA_DIR } from "./paths.mjs";

/** `[[path, text], ...]` of prisma/schema/*.prisma, in order of name. */
export function readDatamodels(dir = SCHEMA_DIR) {
  return readdirSync(dir)
    .filter((name) => name.endsWith(".prisma"))
    .sort()
    .map((name) => [path.join(dir, name), readFileSync(path.join(dir, name), "utf8")]);
}

/** The migrations in order of name: `[{ name, sql }]`. */
export function readMigrations(dir = MIGRATIONS_DIR) {
  if (!existsSync(dir)) return [];
  return readdirSync(dir, { withFileTypes: true })
    .filter(
      (entry) => entry.isDirectory() && existsSync(path.join(dir, entry.name, "migration.sql")),
    )
    .map(({ name }) => ({ name, sql: readFileSync(path.join(dir, name, "migration.sql"), "utf8") }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The engine's own shape of that list. */
export function toMigrationsList(migrations, dir = MIGRATIONS_DIR) {
  return {
    baseDir: dir,
    lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
    shadowDbInitScript: "",
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: "migration.sql", content: { tag: "ok", value: sql } },
    })),
  };
}
