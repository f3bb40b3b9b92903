/**
 * `npm test`: from a fresh clone to `N passed, N failed`. `--only unit|integration|e2e` runs a part; other arguments
 * go on to vitest or Playwright. This file uses nothing that has to be installed first.
 */
import { sayFailure } from "./console.mjs";
import { ensureInstalled, requireNode } from "./install.mjs";

try {
  requireNode();
  await ensureInstalled();
  const { runTests } = await import("./run-tests.mjs");
  process.exit(await runTests(process.argv.slice(2)));
} catch (error) {
  sayFailure(error);
  console.log("\n0 passed, 1 failed");
  process.exit(1);
}
