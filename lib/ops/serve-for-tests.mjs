/** A production build of the application on a random port, with the demo company in a database of its own. */
import { randomBytes } from "node:crypto";
import path from "node:path";
import { ensureBuilt, isBuilt } from "./build.mjs";
import { ensureChromium } from "./chromium.mjs";
import { step as tell } from "./console.mjs";
import { migrate } from "./migrate.mjs";
import { ROOT } from "./paths.mjs";
import { freePort, startTemporaryPostgres, withClient } from "./postgres.mjs";
import { runQuietly } from "./processes.mjs";
import { readVersion } from "./settings.mjs";
import { startWebProcess } from "./web-process.mjs";

const DATABASE = "journeys";
const DEMO_PASSWORD = "journeys-in-a-browser";
/** Neither UTC nor a whole hour off, like the other tests. */
const TZ = "Asia/Kathmandu";

/** `{ env, stop() }`: `env` is what Playwright's side has to know. `step` tells of each step, or does not. */
export async function serveForBrowserTests(step = tell) {
  const executable = await ensureChromium(step);
  // Never over the build of an application that may be running.
  const distDir = isBuilt(".next") ? ".next" : ".next-test";
  await step(
    "Application (two minutes when it has to be built)",
    () => ensureBuilt(distDir),
    (done) => (done ? "" : "unchanged"),
  );
  const postgres = await step("PostgreSQL", startTemporaryPostgres);
  try {
    const url = postgres.url(DATABASE);
    await withClient(postgres.url("postgres"), (client) =>
      client.query(`create database ${DATABASE}`),
    );
    await step("Migrations", () => migrate(url));
    const env = await environment(url, distDir, postgres.pid);
    await step("Demo company", () => loadDemo(env));
    const web = await step("Web server", () =>
      startWebProcess({ env: { ...env, TZ }, logFile: path.join(ROOT, "reports/server.log") }),
    );
    const stop = async () => {
      await web.stop();
      await postgres.stop();
    };
    return { env: { ...env, CHROMIUM_PATH: executable }, stop };
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}

async function environment(url, distDir, postgresPid) {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  return {
    NODE_ENV: "production",
    NEXT_DIST_DIR: distDir,
    NEXT_TELEMETRY_DISABLED: "1",
    PORT: String(port),
    HOST: "127.0.0.1",
    APP_ORIGIN: `${origin},http://127.0.0.1:${port}`,
    NEXTAUTH_URL: origin,
    NEXTAUTH_SECRET: randomBytes(32).toString("hex"),
    DATABASE_URL: url,
    EMBEDDED_POSTGRES_PID: String(postgresPid),
    APP_VERSION: readVersion(),
    DEMO_COMPANY: "1",
    DEMO_PASSWORD,
    E2E_BASE_URL: origin,
    E2E_DATABASE_URL: url,
    E2E_PASSWORD: DEMO_PASSWORD,
  };
}

function loadDemo(env) {
  return runQuietly(
    process.execPath,
    [path.join(ROOT, "lib/ops/run-typescript.mjs"), "lib/ops/demo/main.ts"],
    {
      env: { ...process.env, ...env, LOG_LEVEL: "warn" },
    },
  );
}
