/**
 * Runs a TypeScript file with the application's own modules outside Next:
 * `node lib/ops/run-typescript.mjs lib/ops/demo/main.ts [arguments]`. The file exports `main(args)`.
 */
import { mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { DATA_DIR, isMain, ROOT } from "./paths.mjs";

const MODULES = {
  name: "application-modules",
  setup({ onResolve, onLoad }) {
    // The marker package throws everywhere but in Next.
    onResolve({ filter: /^server-only$/ }, () => ({ path: "server-only", namespace: "nothing" }));
    onLoad({ filter: /.*/, namespace: "nothing" }, () => ({ contents: "" }));
    // Next's folders have no export map, so Node wants the whole file name.
    onResolve({ filter: /^next\/[\w/-]+$/ }, ({ path: name }) => ({
      path: `${name}.js`,
      external: true,
    }));
    onResolve({ filter: /^([^./@]|@[^/])/ }, ({ path: name, kind }) =>
      kind === "entry-point" ? undefined : { path: name, external: true },
    );
  },
};

/** Bundles an entry and everything of ours that it imports into one module; answers its path. */
async function bundle(entry) {
  // Inside the project, so that packages are found from it.
  const outfile = path.join(DATA_DIR, "ops", `${path.basename(entry, ".ts")}-${process.pid}.mjs`);
  mkdirSync(path.dirname(outfile), { recursive: true });
  await build({
    entryPoints: [path.resolve(ROOT, entry)],
    outfile,
    absWorkingDir: ROOT,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    sourcemap: "inline",
    logLevel: "warning",
    tsconfig: path.join(ROOT, "tsconfig.json"),
    jsx: "automatic",
    loader: { ".json": "json" },
    plugins: [MODULES],
  });
  return outfile;
}

if (isMain(import.meta.url)) {
  const [entry, ...args] = process.argv.slice(2);
  if (!entry) {
    console.error("Say which file: node lib/ops/run-typescript.mjs lib/ops/demo/main.ts");
    process.exit(1);
  }
  let outfile;
  try {
    process.setSourceMapsEnabled(true);
    outfile = await bundle(entry);
    const { main } = await import(pathToFileURL(outfile).href);
    await main(args);
    rmSync(outfile, { force: true });
    process.exit(0); // the database pool would keep the process waiting
  } catch (error) {
    console.error(error);
    if (outfile) rmSync(outfile, { force: true });
    process.exit(1);
  }
}
