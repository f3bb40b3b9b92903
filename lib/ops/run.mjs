/** The steps of `npm start` after the packages are there. See start.mjs. */
import net from "node:net";
import path from "node:path";
import { ensureBuilt } from "./build.mjs";
import { Refusal, say, sayFailure, seconds, step } from "./console.mjs";
import { prepareEmbedded, prepareOwn } from "./databases.mjs";
import { ensureGenerated } from "./generate.mjs";
import { DATA_DIR, ROOT } from "./paths.mjs";
import { endRunningCommands, onStopRequest } from "./processes.mjs";
import { readSettings } from "./settings.mjs";
import { takeStartLock } from "./start-lock.mjs";
import { startWebProcess, tailOf } from "./web-process.mjs";

/** What has been started, in the order in which it is stopped again: the last first. */
const started = [];
let stopping = null;

export async function run({ isDevelopment }) {
  const begun = performance.now();
  const settings = readSettings();
  started.push(takeStartLock(settings.origins[0]));
  onStopRequest(() => stopAll(0));
  try {
    await requireFreePort(settings);
    const server = await startAll(settings, isDevelopment);
    say(`\nReady after ${seconds(begun)}: ${settings.origins[0]}`);
    for (const line of server.remarks) say(line);
    say("\nCtrl+C stops it.");
    await watch(server);
  } catch (error) {
    if (stopping) return; // a step was cut off by Ctrl+C
    sayFailure(error);
    await stopAll(1);
  }
}

async function startAll(settings, isDevelopment) {
  const { databaseUrl } = settings;
  const build = () => (isDevelopment ? ensureGenerated() : ensureBuilt());
  const label = isDevelopment
    ? "Prisma client"
    : "Application (two minutes when it has to be built)";
  await step(label, build, (done) => (done ? "" : "unchanged"));
  const mode = isDevelopment ? "development" : "production";
  const database = await (databaseUrl
    ? prepareOwn(settings)
    : prepareEmbedded(settings, onStarted));
  const logFile = database.embedded && !isDevelopment ? path.join(DATA_DIR, "server.log") : null;
  const web = await step("Web server", () =>
    startWebProcess({ logFile, env: { ...environment(settings, database), NODE_ENV: mode } }),
  );
  onStarted(() => web.stop());
  const remarks = logFile
    ? [...database.remarks, `Log: ${path.relative(ROOT, logFile)}`]
    : database.remarks;
  return { web, database, logFile, remarks };
}

const onStarted = (stop) => started.push(stop);

function environment({ port, host, origins, sessionSecret, version }, { url, embedded }) {
  return {
    PORT: String(port),
    HOST: host,
    APP_ORIGIN: origins.join(","),
    NEXTAUTH_URL: origins[0],
    NEXTAUTH_SECRET: sessionSecret,
    DATABASE_URL: url,
    APP_VERSION: version,
    DEMO_COMPANY: embedded ? "1" : "0",
    ...(embedded && { EMBEDDED_POSTGRES_PID: String(embedded.pid) }),
    NEXT_TELEMETRY_DISABLED: "1",
  };
}

/** Waits for the end of either process; neither is of use without the other. */
async function watch({ web, database, logFile }) {
  const ends = [
    web.exited.then(
      (how) => `The web server ended (${how}).${logFile ? `\n${tailOf(logFile)}` : ""}`,
    ),
  ];
  if (database.embedded)
    ends.push(database.embedded.exited.then(() => "PostgreSQL ended unexpectedly."));
  const what = await Promise.race(ends);
  if (stopping) return;
  sayFailure(new Refusal(`${what}\nStart again with npm start; nothing that was saved is lost.`));
  await stopAll(1);
}

function stopAll(code) {
  stopping ??= (async () => {
    if (code === 0) say("\nStopping.");
    endRunningCommands();
    for (const stop of started.reverse()) await Promise.resolve(stop()).catch(sayFailure);
    process.exit(code);
  })();
  return stopping;
}

function requireFreePort({ port, host }) {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once("error", (error) => {
      const reason =
        error.code === "EADDRINUSE"
          ? "is used by another program"
          : `cannot be used (${error.code})`;
      reject(
        new Refusal(
          `Port ${port} of ${host} ${reason}. Start on another one: PORT=${port + 1} npm start`,
        ),
      );
    });
    probe.listen(port, host, () => probe.close(resolve));
  });
}
