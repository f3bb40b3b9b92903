/**
 * `npm run admin:link`: a one-time link for an administrator who forgot the password and has no colleague to reset it.
 * With several administrators, name one: `npm run admin:link -- admin`.
 */
import { Refusal, sayFailure } from "./console.mjs";
import { ensureInstalled, requireNode } from "./install.mjs";

try {
  requireNode();
  await ensureInstalled();
  const { readSettings } = await import("./settings.mjs");
  const { requireReachable, runEntry } = await import("./databases.mjs");
  const settings = readSettings();
  const { databaseUrl } = settings;
  if (!databaseUrl) {
    throw new Refusal(
      "Set DATABASE_URL, in .env or before the command, to the database whose administrator is locked out. The demo company needs no link: npm start prints its password.",
    );
  }
  await requireReachable(databaseUrl);
  const args = process.argv.slice(2);
  const output = await runEntry("lib/ops/admin-link.ts", args, settings, {
    DATABASE_URL: databaseUrl,
  });
  process.stdout.write(output);
  process.exit(0);
} catch (error) {
  sayFailure(error);
  process.exit(1);
}
