/** The steps of `npm run bench` after the packages are there. See bench.mjs. */
import { randomBytes } from "node:crypto";
import { availableParallelism, loadavg } from "node:os";
import path from "node:path";
import { ensureBuilt, isBuilt } from "../build.mjs";
import { say, seconds, step } from "../console.mjs";
import { migrate } from "../migrate.mjs";
import { ROOT } from "../paths.mjs";
import { freePort, startTemporaryPostgres, withClient } from "../postgres.mjs";
import { endRunningCommands, onStopRequest, runQuietly } from "../processes.mjs";
import { readVersion } from "../settings.mjs";
import { startWebProcess } from "../web-process.mjs";
import { measureBoard } from "./board.mjs";
import { measureHints } from "./hints.mjs";
import { residentMegabytes } from "./memory.mjs";
import { measureRegister } from "./register-pages.mjs";
import { Site } from "./site.mjs";
import { grouped } from "./statistics.mjs";
import {
  approvalRows,
  boardRows,
  differenceRows,
  printTable,
  registerRows,
  reservationRows,
  timingRows,
} from "./table.mjs";

const WHOLE = { customers: 50_000, small: 100_000, large: 1_000_000, rounds: 40, approvals: 400 };
const QUICK = { customers: 5_000, small: 10_000, large: 100_000, rounds: 25, approvals: 100 };
const SMALL = "register_small";
const LARGE = "register_large";

/** What has been started, stopped in the opposite order. */
const started = [];
let stopping = null;

/** Measures, prints the table, and ends everything it started. */
export async function runBench({ isQuick }) {
  onStopRequest(() => stopAll().then(() => process.exit(130)));
  const size = isQuick ? QUICK : WHOLE;
  const begun = performance.now();
  const [loadBefore] = loadavg();
  try {
    const bench = await prepare(size);
    const approvals = await measureApprovals(bench, size);
    const difference = await measureDifference(bench);
    const reservations = await measureReservations(bench);
    const pages = await measurePages(bench, size);
    printTable([
      ...approvalRows(approvals),
      ...differenceRows(difference),
      ...reservationRows(reservations),
      ...registerRows(pages.register, size),
      ...boardRows(pages.board),
      ...timingRows(pages),
    ]);
    say(`\nDone after ${seconds(begun)}. ${busyness(loadBefore)}`);
  } finally {
    await stopAll();
  }
}

/** Times grow with what else the machine does; ratios, measured in turns, hardly. */
function busyness(load) {
  const cores = availableParallelism();
  const remark = load > cores / 2 ? ": other programs were at work, so times are too long" : "";
  return `Load before it: ${load.toFixed(1)} on ${cores} cores${remark}.`;
}

function stopAll() {
  stopping ??= (async () => {
    endRunningCommands();
    for (const stop of started.reverse()) await stop();
  })();
  return stopping;
}

async function prepare(size) {
  // Never over the build of an application that may be running.
  const distDir = isBuilt(".next") ? ".next" : ".next-bench";
  await step(
    "Application (a minute when it has to be built)",
    () => ensureBuilt(distDir),
    (done) => (done ? "" : "unchanged"),
  );
  // Durable as in daily use: a floor without waiting for the disk would be another floor.
  const postgres = await step("PostgreSQL", () => startTemporaryPostgres({ settings: {} }));
  started.push(() => postgres.stop());
  const environment = { distDir, password: randomBytes(12).toString("hex"), postgres };
  await query(postgres.url("postgres"), `create database ${SMALL}`);
  await step("Migrations", () => migrate(postgres.url(SMALL)));
  const people = `${grouped(size.customers)} customers`;
  await step(people, () => load(environment, SMALL, "customers", size.customers));
  await query(postgres.url("postgres"), `create database ${LARGE} template ${SMALL}`);
  for (const [name, count] of [
    [SMALL, size.small],
    [LARGE, size.large],
  ]) {
    const label = `${grouped(count)} contracts`;
    await step(label, () => load(environment, name, "contracts", count));
  }
  return environment;
}

const query = (url, sql) => withClient(url, (client) => client.query(sql));

function load(environment, name, what, count) {
  return runEntry("load.ts", [what, String(count)], {
    DATABASE_URL: environment.postgres.url(name),
    BENCH_PASSWORD: environment.password,
  });
}

async function measureApprovals({ postgres }, { approvals }) {
  const env = { DATABASE_URL: postgres.url(SMALL) };
  const output = await step("Approvals, by the service and by hand", () =>
    runEntry("approvals.ts", [String(approvals)], env),
  );
  return JSON.parse(output.trim().split("\n").at(-1));
}

async function measureDifference({ postgres }) {
  const env = { DATABASE_URL: postgres.url(SMALL) };
  const output = await step("Two versions of a contract, by the service and by hand", () =>
    runEntry("diff.ts", [], env),
  );
  return JSON.parse(output.trim().split("\n").at(-1));
}

async function measureReservations({ postgres }) {
  const env = { DATABASE_URL: postgres.url(SMALL) };
  const output = await step("Reservations of a contract, by the service and by hand", () =>
    runEntry("reservations.ts", [], env),
  );
  return JSON.parse(output.trim().split("\n").at(-1));
}

function runEntry(entry, args, env) {
  return runQuietly(
    process.execPath,
    [path.join(ROOT, "lib/ops/run-typescript.mjs"), `lib/ops/bench/${entry}`, ...args],
    {
      env: {
        ...process.env,
        NODE_ENV: "production",
        LOG_LEVEL: "warn",
        APP_ORIGIN: "http://localhost",
        NEXTAUTH_SECRET: randomBytes(32).toString("hex"),
        ...env,
      },
    },
  );
}

async function measurePages(bench, { rounds }) {
  const small = await step("Web server on the smaller register", () => serve(bench, SMALL));
  const large = await step("Web server on the larger register", () => serve(bench, LARGE));
  const memoryBefore = residentMegabytes(large.pid);
  const register = await step("Register pages", () => measureRegister({ small, large, rounds }));
  const hints = await step("Type-ahead and papers", () => measureHints(large, rounds));
  const board = await step("Production board", () => measureBoard(large, rounds));
  return {
    register,
    board,
    hints,
    memory: { before: memoryBefore, after: residentMegabytes(large.pid) },
  };
}

/** A production server with the clerk signed in. */
async function serve({ postgres, distDir, password }, database) {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const databaseUrl = postgres.url(database);
  const web = await startWebProcess({
    logFile: path.join(ROOT, `.data/bench-${database}.log`),
    env: {
      NODE_ENV: "production",
      NEXT_DIST_DIR: distDir,
      NEXT_TELEMETRY_DISABLED: "1",
      PORT: String(port),
      HOST: "127.0.0.1",
      APP_ORIGIN: origin,
      NEXTAUTH_URL: origin,
      NEXTAUTH_SECRET: randomBytes(32).toString("hex"),
      DATABASE_URL: databaseUrl,
      APP_VERSION: readVersion(),
      DEMO_COMPANY: "0",
    },
  });
  started.push(() => web.stop());
  const postgresLog = `${postgres.dataDir}.log`;
  const site = new Site({ origin, databaseUrl, postgresLog, pid: web.pid });
  await site.signIn("clerk", password);
  return site;
}
