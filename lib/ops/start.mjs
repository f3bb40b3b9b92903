/** `npm start`: from a fresh clone to a running application. This file uses nothing that has to be installed first. */
import { sayFailure } from "./console.mjs";
import { ensureInstalled, requireNode } from "./install.mjs";

try {
  requireNode();
  await ensureInstalled();
  const { run } = await import("./run.mjs");
  await run({ isDevelopment: process.argv.includes("--dev") });
} catch (error) {
  sayFailure(error);
  process.exit(1);
}
