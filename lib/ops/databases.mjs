/** Gets the database ready for `npm start`: the embedded one with the demo company, or one that was given. */
import path from "node:path";
import { Refusal, step } from "./console.mjs";
import { DEMO_SIGN_INS } from "./demo-sign-ins.mjs";
import { grantToApplication, isOtherRole } from "./grants.mjs";
import { migrate } from "./migrate.mjs";
import { ROOT } from "./paths.mjs";
import { startPostgres, withClient } from "./postgres.mjs";
import { runQuietly } from "./processes.mjs";

const NAME = "ledger";
const UNFINISHED = "ledger_unfinished";

/** `{ url, embedded, remarks }`: our own PostgreSQL with the data in .data, and the demo company when it is new. */
export async function prepareEmbedded(settings, onStarted) {
  const password = settings.postgresPassword;
  const embedded = await step(
    "PostgreSQL",
    () => startPostgres({ name: "postgres", password }),
    ({ outside, dataDir }) =>
      outside ? `data in ${dataDir}, since its user may not enter this folder` : "",
  );
  onStarted(() => embedded.stop());
  if (await hasDatabase(embedded, NAME)) await migrateStep(embedded.url(NAME));
  else await makeDemo(embedded, settings);
  const users = DEMO_SIGN_INS.map(([name, role]) => `  ${name.padEnd(11)} ${role}`);
  return {
    url: embedded.url(NAME),
    embedded,
    remarks: ["\nSign in as one of", ...users, `with the password ${settings.demoPassword}`],
  };
}

/** Made under another name and renamed when whole: a start that was killed leaves no half company behind. */
async function makeDemo(embedded, settings) {
  const url = embedded.url(UNFINISHED);
  await withClient(embedded.url("postgres"), async (client) => {
    await client.query(`drop database if exists ${UNFINISHED} with (force)`);
    await client.query(`create database ${UNFINISHED}`);
  });
  await migrateStep(url);
  await step("Demo company: a year of business, typed and signed (two to four minutes, once)", () =>
    runEntry("lib/ops/demo/main.ts", [], settings, {
      // Nobody loses anything when loading is cut off: it starts anew, so no commit waits for the disk.
      DATABASE_URL: `${url}?options=-c%20synchronous_commit%3Doff`,
      DEMO_PASSWORD: settings.demoPassword,
    }),
  );
  await withClient(embedded.url("postgres"), (client) =>
    client.query(`alter database ${UNFINISHED} rename to ${NAME}`),
  );
}

/** `{ url, embedded: null, remarks }`: the database of DATABASE_URL, with a link for its first administrator. */
export async function prepareOwn(settings) {
  const { databaseUrl, migrateUrl } = settings;
  await step("Database", () => requireReachable(databaseUrl));
  await migrateStep(migrateUrl);
  if (isOtherRole(migrateUrl, databaseUrl)) {
    const role = decodeURIComponent(new URL(databaseUrl).username);
    await step("Rights of the application's role", () => grantToApplication(migrateUrl, role));
  }
  const output = await runEntry("lib/ops/first-admin.ts", [], settings, {
    DATABASE_URL: databaseUrl,
  });
  const link = output.split("\n").find((line) => line.startsWith("http"));
  const remarks = link
    ? [
        "\nNobody can sign in yet. The first administrator sets the system up here (the link serves once, for three days):",
        link,
      ]
    : [];
  return { url: databaseUrl, embedded: null, remarks };
}

function migrateStep(url) {
  return step(
    "Migrations",
    async () => {
      try {
        return await migrate(url);
      } catch (error) {
        throw new Refusal(
          `The tables could not be brought up to date:\n${error.output ?? error.message}`,
        );
      }
    },
    (applied) => (applied.length > 0 ? `${applied.length} applied` : "current"),
  );
}

/** Runs one of our TypeScript files on the given database and answers what it printed. */
export function runEntry(entry, args, { origins, sessionSecret }, env) {
  return runQuietly(
    process.execPath,
    [path.join(ROOT, "lib/ops/run-typescript.mjs"), entry, ...args],
    {
      env: {
        ...process.env,
        NODE_ENV: "production",
        LOG_LEVEL: "warn",
        APP_ORIGIN: origins.join(","),
        NEXTAUTH_SECRET: sessionSecret,
        ...env,
      },
    },
  );
}

export async function requireReachable(url) {
  try {
    await withClient(url, (client) => client.query("select 1"));
  } catch (error) {
    throw new Refusal(
      `The database of DATABASE_URL does not answer (${error.message}). Check that PostgreSQL runs and that the address, the user and the password are right.`,
    );
  }
}

function hasDatabase(server, name) {
  return withClient(server.url("postgres"), async (client) => {
    const { rowCount } = await client.query("select 1 from pg_database where datname = $1", [name]);
    return Boolean(rowCount);
  });
}
