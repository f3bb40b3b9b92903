/** Builds the application when its sources have changed since the last build. */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Refusal, sayFailure } from "./console.mjs";
import { ensureGenerated } from "./generate.mjs";
import { isMain, ROOT } from "./paths.mjs";
import { runQuietly } from "./processes.mjs";

const FOLDERS = ["app", "components", "lib", "prisma/schema", "public"];
const FILES = [
  "next.config.ts",
  "package-lock.json",
  "package.json",
  "proxy.ts",
  "instrumentation.ts",
];
const CONFIG = ["tsconfig.json", "tsconfig.build.json"];
/** Run beside the application, never bundled into it. */
const NOT_IN_BUILD = new Set([path.join("lib", "ops"), path.join("lib", "server", "generated")]);

/** Whether `distDir` holds a build of the sources as they are now. */
export function isBuilt(distDir, hash = sourcesHash()) {
  const stamp = stampOf(distDir);
  return existsSync(stamp) && readFileSync(stamp, "utf8") === hash;
}

/** Builds into `distDir` if need be; answers whether it did. */
export async function ensureBuilt(distDir = ".next") {
  await ensureGenerated();
  const hash = sourcesHash();
  if (isBuilt(distDir, hash)) return false;
  rmSync(stampOf(distDir), { force: true });
  try {
    await runQuietly(
      process.execPath,
      [path.join(ROOT, "node_modules/next/dist/bin/next"), "build"],
      {
        env: {
          ...process.env,
          NODE_ENV: "production",
          NEXT_DIST_DIR: distDir,
          NEXT_TELEMETRY_DISABLED: "1",
        },
      },
    );
  } catch (error) {
    throw new Refusal(
      `The application could not be built. The compiler says:\n${error.output ?? error.message}`,
    );
  }
  writeFileSync(stampOf(distDir), hash);
  return true;
}

const stampOf = (distDir) => path.join(ROOT, distDir, "sources-hash");

function sourcesHash() {
  const hash = createHash("sha256");
  const files = [
    ...FOLDERS.flatMap(filesBelow),
    ...[...FILES, ...CONFIG].filter((file) => existsSync(path.join(ROOT, file))),
  ];
  for (const file of files)
    hash
      .update(`${file}\0`)
      .update(readFileSync(path.join(ROOT, file)))
      .update("\0");
  return hash.digest("hex");
}

function filesBelow(folder) {
  if (NOT_IN_BUILD.has(path.normalize(folder)) || !existsSync(path.join(ROOT, folder))) return [];
  return readdirSync(path.join(ROOT, folder), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const inside = path.join(folder, entry.name);
      return entry.isDirectory() ? filesBelow(inside) : [inside];
    });
}

if (isMain(import.meta.url)) {
  try {
    console.log((await ensureBuilt()) ? "Built." : "The build is current.");
  } catch (error) {
    sayFailure(error);
    process.exit(1);
  }
}
