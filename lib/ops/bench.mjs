/**
 * `npm run bench`: how fast the ledger is, each figure against a floor measured in the same run on the same database.
 * `--quick` measures smaller registers. This file uses nothing that has to be installed first.
 */
import { sayFailure } from "./console.mjs";
import { ensureInstalled, requireNode } from "./install.mjs";

try {
  requireNode();
  await ensureInstalled();
  const { runBench } = await import("./bench/run.mjs");
  await runBench({ isQuick: process.argv.includes("--quick") });
  process.exit(0);
} catch (error) {
  sayFailure(error);
  process.exit(1);
}
