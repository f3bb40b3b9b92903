/** Installs the packages when those in node_modules are not those of package-lock.json. Node's own modules only. */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { Refusal, step } from "./console.mjs";
import { ROOT } from "./paths.mjs";
import { runQuietly, withoutNpm } from "./processes.mjs";

const OLDEST_NODE = [20, 19];

export function requireNode(version = process.versions.node) {
  const [major, minor] = version.split(".").map((part) => Number.parseInt(part, 10));
  const isOldEnough =
    major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1]);
  if (isOldEnough) return;
  throw new Refusal(
    `Node ${OLDEST_NODE.join(".")} or newer is needed, this is ${version}. Install it from nodejs.org.`,
  );
}

export async function ensureInstalled() {
  if (isInstalled()) return;
  await step("Installing packages (about a minute)", async () => {
    const { NODE_ENV: _, ...env } = withoutNpm();
    try {
      const npm = process.platform === "win32" ? "npm.cmd" : "npm";
      await runQuietly(npm, ["ci", "--include=dev", "--no-audit", "--no-fund"], { env });
    } catch (error) {
      throw new Refusal(
        `The packages could not be installed. Check the connection to the npm registry and run the command again.\n${error.output ?? error.message}`,
      );
    }
  });
}

/** npm writes what it installed into node_modules/.package-lock.json when it has finished. */
function isInstalled() {
  const installed = packagesOf(path.join(ROOT, "node_modules/.package-lock.json"));
  const wanted = packagesOf(path.join(ROOT, "package-lock.json"));
  if (!installed || !wanted) return false;
  return Object.entries(wanted).every(
    ([place, { version, optional }]) =>
      place === "" || optional || installed[place]?.version === version,
  );
}

function packagesOf(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).packages : null;
}
