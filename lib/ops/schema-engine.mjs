/**
 * Prisma's own schema engine, compiled to WebAssembly: it needs no binary from outside npm and keeps Prisma's
 * `_prisma_migrations` table, so `prisma migrate deploy` stays usable elsewhere.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import { readDatamodels } from "./migration-files.mjs";

const NO_FILTERS = { externalTables: [], externalEnums: [] };

/**
 * The adapter cuts scripts at every semicolon, also inside a function's body. PostgreSQL takes a whole script, and then
 * a migration that fails leaves nothing of itself.
 */
class WholeScripts extends PrismaPg {
  async connect() {
    const connection = await super.connect();
    connection.executeScript = async (script) => {
      try {
        await connection.underlyingDriver().query(script);
      } catch (error) {
        connection.onError(error);
      }
    };
    return connection;
  }
}

async function loadBindings() {
  const folder = path.dirname(createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm"));
  const bindings = await import(pathToFileURL(path.join(folder, "schema_engine_bg.js")).href);
  const bytes = readFileSync(path.join(folder, "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": bindings });
  bindings.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return bindings;
}

/**
 * An engine on one pool. After use call `pool.end()` and end the process: the engine keeps Node alive for ten
 * seconds otherwise, and its connection would keep a template database from being copied.
 */
export async function openSchemaEngine(pool, datamodels = readDatamodels()) {
  const { SchemaEngine } = await loadBindings();
  const engine = await SchemaEngine.new(
    { datamodels },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(new WholeScripts(pool)),
  );
  return {
    /** Applies what is missing; answers the names of what it applied. */
    async apply(migrationsList) {
      const { appliedMigrationNames } = await engine.applyMigrations({
        migrationsList,
        filters: NO_FILTERS,
      });
      return appliedMigrationNames;
    },
    /** The SQL that leads from one data model to another; `from` null means from nothing. */
    async diff(from, to) {
      const target = (files) => ({
        tag: "schemaDatamodel",
        files: files.map(([file, content]) => ({ path: file, content })),
      });
      const { stdout } = await engine.diff({
        from: from ? target(from) : { tag: "empty" },
        to: target(to),
        script: true,
        exitCode: null,
        shadowDatabaseUrl: null,
        filters: NO_FILTERS,
      });
      return stdout ?? "";
    },
  };
}
