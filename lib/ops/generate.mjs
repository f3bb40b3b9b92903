/** Writes the Prisma client to lib/server/generated. Needs neither a database nor Prisma's binary engine. */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { readDatamodels } from "./migration-files.mjs";
import { isMain, ROOT } from "./paths.mjs";
import { runQuietly } from "./processes.mjs";

const OUTPUT = path.join(ROOT, "lib/server/generated");
const STAMP = path.join(OUTPUT, ".schema-hash");

/** Generates if the schema has changed since the last time; answers whether it did. */
export async function ensureGenerated() {
  const hash = schemaHash();
  const current = existsSync(STAMP) && readFileSync(STAMP, "utf8") === hash;
  if (current && existsSync(path.join(OUTPUT, "client.ts"))) return false;
  // The command insists on an engine file although this generator never runs it.
  await runQuietly(
    process.execPath,
    [path.join(ROOT, "node_modules/prisma/build/index.js"), "generate"],
    {
      env: {
        ...process.env,
        PRISMA_SCHEMA_ENGINE_BINARY: process.env.PRISMA_SCHEMA_ENGINE_BINARY ?? process.execPath,
        PRISMA_HIDE_UPDATE_MESSAGE: "1",
        CHECKPOINT_DISABLE: "1",
      },
    },
  );
  mkdirSync(OUTPUT, { recursive: true });
  writeFileSync(STAMP, hash);
  return true;
}

function schemaHash() {
  const hash = createHash("sha256").update(readFileSync(path.join(ROOT, "package-lock.json")));
  for (const [name, text] of readDatamodels()) hash.update(name).update(text);
  return hash.digest("hex");
}

if (isMain(import.meta.url)) {
  const done = await ensureGenerated();
  console.log(done ? "Prisma client generated." : "Prisma client is current.");
}
