import { readFileSync } from "node:fs";
import path from "node:path";

type ServerReferences = {
  node: Record<string, { filename?: string; exportedName?: string }>;
  edge: Record<string, unknown>;
};

function manifest<T>(name: string): T {
  const folder = path.join(process.cwd(), process.env.NEXT_DIST_DIR ?? ".next", "server");
  return JSON.parse(readFileSync(path.join(folder, name), "utf8")) as T;
}

/** Every server action that the build has an address for, as `file name`, sorted. */
export function builtActions(): string[] {
  const { node, edge } = manifest<ServerReferences>("server-reference-manifest.json");
  const entries = [...Object.values(node), ...(Object.values(edge) as (typeof node)[string][])];
  const names = entries.map(
    ({ filename = "?", exportedName = "?" }) => `${filename} ${exportedName}`,
  );
  return [...new Set(names)].sort();
}

/** Every address that is answered by a route handler, sorted. */
export function builtRoutes(): string[] {
  const paths = Object.keys(manifest<Record<string, string>>("app-paths-manifest.json"));
  return paths
    .filter((name) => name.endsWith("/route"))
    .map((name) => name.replace(/\/route$/, "").replace(/\/\([^)]+\)/g, ""))
    .filter((name) => !name.startsWith("/_") && !/\.(ico|txt|xml|png|svg|webmanifest)$/.test(name))
    .sort();
}
