/** Finds a Chromium for the browser tests, or gets one. */
import { existsSync } from "node:fs";
import path from "node:path";
import { chromium } from "@playwright/test";
import { Refusal } from "./console.mjs";
import { ROOT } from "./paths.mjs";
import { runQuietly, withoutNpm } from "./processes.mjs";

/** The first is the browser without its window: the tests need no other and run in half the time. */
const KNOWN_PLACES = [
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/google-chrome",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** The program's path: one that is there, else Debian's package, else Playwright's own download, told by `step`. */
export async function ensureChromium(step) {
  const found = findChromium();
  if (found) return found;
  await step("Chromium for the browser tests (a few minutes)", getChromium);
  const got = findChromium();
  if (got) return got;
  throw new Refusal(
    "No Chromium was found or could be installed. Install one and set CHROMIUM_PATH to its program.",
  );
}

function findChromium() {
  const given = process.env.CHROMIUM_PATH;
  if (given && !existsSync(given))
    throw new Refusal(`There is no program at CHROMIUM_PATH=${given}.`);
  return (
    [given, ...KNOWN_PLACES, chromium.executablePath()].find(
      (place) => place && existsSync(place),
    ) ?? null
  );
}

async function getChromium() {
  const env = { ...withoutNpm(), DEBIAN_FRONTEND: "noninteractive" };
  const isDebianRoot = process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
  if (isDebianRoot) {
    await runQuietly("apt-get", ["update"], { env }).catch(() => undefined);
    for (const name of ["chromium-headless-shell", "chromium"]) {
      const args = ["install", "--yes", "--no-install-recommends", name];
      // Not every mirror has it; Playwright's own is the last.
      if (
        await runQuietly("apt-get", args, { env }).then(
          () => true,
          () => false,
        )
      )
        return;
    }
  }
  const cli = path.join(ROOT, "node_modules/@playwright/test/cli.js");
  const args = ["install", ...(isDebianRoot ? ["--with-deps"] : []), "chromium"];
  await runQuietly(process.execPath, [cli, ...args], { env }).catch((error) => {
    throw new Refusal(
      `Chromium could not be installed. Install one yourself and set CHROMIUM_PATH to its program.\n${error.output ?? error.message}`,
    );
  });
}
