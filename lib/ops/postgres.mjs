/** Starts and stops the embedded PostgreSQL: real server binaries from npm, on a free loopback port. */
import { spawn } from "node:child_process";
import {
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import { makeOwnFolder, postgresPlace } from "./postgres-place.mjs";
import { isAlive, pause } from "./processes.mjs";

const START_LIMIT_MS = 60_000;
const STILL_ENDING = /pre-existing shared memory block/;
const TEMPORARY = "ledger-postgres-";
const STOP_LIMIT_MS = 20_000;
/** Chinese is found by trigram search only where the database knows what a letter is. */
const INITDB_FLAGS = [
  "--locale=C.UTF-8",
  "--encoding=UTF8",
  "--auth=scram-sha-256",
  "--username=postgres",
];
const SETTINGS = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: "120",
};
/** For tests: nothing of it has to survive a power cut. */
const NOT_DURABLE = { fsync: "off", synchronous_commit: "off", full_page_writes: "off" };

/**
 * Starts the server whose data is in the folder `name` of .data, making it if it is not there.
 * Answers `{ url(database), pid, port, exited, stop() }`; `exited` resolves when the server has ended.
 */
export async function startPostgres({ name, password, settings = {}, location }) {
  const place = location ?? postgresPlace();
  const dataDir = place.dataDir(name);
  const log = `${dataDir}.log`;
  if (!existsSync(path.join(dataDir, "PG_VERSION")))
    await initialise(place, dataDir, password, log);
  await stopOrphan(dataDir);
  for (const deadline = Date.now() + STOP_LIMIT_MS; ; await pause(200)) {
    try {
      return await launch({ place, dataDir, password, settings, log });
    } catch (error) {
      // The processes of a killed server need a moment to notice; until then its memory is taken.
      if (!STILL_ENDING.test(error.message) || Date.now() > deadline) throw error;
    }
  }
}

async function launch({ place, dataDir, password, settings, log }) {
  const port = await freePort();
  const url = (database) => `postgresql://postgres:${password}@127.0.0.1:${port}/${database}`;
  const flags = Object.entries({ ...SETTINGS, ...settings }).flatMap(([key, value]) => [
    "-c",
    `${key}=${value}`,
  ]);
  const child = spawnLogged(
    path.join(place.bin, "postgres"),
    ["-D", dataDir, "-p", String(port), ...flags],
    place,
    log,
  );
  const exited = new Promise((resolve) => child.once("exit", resolve));
  await waitUntilReady(child, url("postgres"), log);
  return {
    url,
    port,
    pid: child.pid,
    outside: place.outside,
    dataDir,
    exited,
    stop: (signal) => stopServer(child, exited, signal),
  };
}

/**
 * A throw-away server for tests and drafts, in the system's temporary folder; it ends with the process. `startAgain()`
 * starts it on the same data after somebody has killed it.
 */
export async function startTemporaryPostgres({ settings = NOT_DURABLE } = {}) {
  await sweepTemporary();
  const { bin, owner } = postgresPlace();
  const parent = mkdtempSync(path.join(os.tmpdir(), TEMPORARY));
  writeFileSync(path.join(parent, "owner"), String(process.pid));
  makeOwnFolder(parent, owner);
  const location = { bin, owner, outside: true, dataDir: (name) => path.join(parent, name) };
  const remove = () => rmSync(parent, { recursive: true, force: true });
  const start = async () => {
    const server = await startPostgres({ name: "data", password: "test", settings, location });
    const endWithUs = () => isAlive(server.pid) && process.kill(server.pid, "SIGQUIT");
    process.once("exit", endWithUs);
    const stop = async () => {
      process.off("exit", endWithUs);
      await server.stop("SIGQUIT");
      remove();
    };
    return { ...server, stop, startAgain: start };
  };
  try {
    return await start();
  } catch (error) {
    remove();
    throw error;
  }
}

/** What the tests of a killed process have left behind. */
async function sweepTemporary() {
  for (const name of readdirSync(os.tmpdir()).filter((entry) => entry.startsWith(TEMPORARY))) {
    const parent = path.join(os.tmpdir(), name);
    const owner = readPid(path.join(parent, "owner"));
    if (owner === null || isAlive(owner)) continue;
    await stopOrphan(path.join(parent, "data")).catch(() => undefined);
    rmSync(parent, { recursive: true, force: true });
  }
}

function readPid(file) {
  try {
    const pid = Number.parseInt(readFileSync(file, "utf8"), 10);
    return Number.isNaN(pid) ? null : pid;
  } catch {
    return null; // not ours to read, or just being made
  }
}

/** Runs `work` with a connected client and closes it. */
export async function withClient(connectionString, work) {
  const client = new pg.Client({ connectionString });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Makes the cluster beside its place and moves it there, so that a half-made one is never taken for a whole one. */
async function initialise(place, dataDir, password, log) {
  const half = `${dataDir}.new`;
  rmSync(half, { recursive: true, force: true });
  rmSync(dataDir, { recursive: true, force: true });
  makeOwnFolder(half, place.owner);
  // In a folder that only PostgreSQL's user and we can enter.
  const secret = `${dataDir}.secret`;
  makeOwnFolder(secret, place.owner);
  writeFileSync(path.join(secret, "password"), `${password}\n`, { mode: 0o644 });
  const flags = [`--pgdata=${half}`, `--pwfile=${path.join(secret, "password")}`, ...INITDB_FLAGS];
  const child = spawnLogged(path.join(place.bin, "initdb"), flags, place, log);
  const code = await new Promise((resolve) => child.once("exit", resolve));
  rmSync(secret, { recursive: true, force: true });
  if (code !== 0) throw new Error(`PostgreSQL could not make its data folder:\n${tailOf(log)}`);
  renameSync(half, dataDir);
}

/** Its own session, so that Ctrl+C in the terminal reaches us and not the database in use. */
function spawnLogged(command, args, { owner }, log) {
  const output = openSync(log, "w");
  const env = { ...process.env, LC_MESSAGES: "C", LC_ALL: "C.UTF-8", TZ: "UTC" };
  const child = spawn(command, args, {
    ...owner,
    cwd: "/",
    env,
    detached: true,
    stdio: ["ignore", output, output],
  });
  child.on("error", () => undefined);
  closeSync(output);
  return child;
}

async function waitUntilReady(child, connectionString, log) {
  const deadline = Date.now() + START_LIMIT_MS;
  while (Date.now() < deadline) {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) break;
    if (await answers(connectionString)) return;
    await pause(40);
  }
  child.kill("SIGQUIT");
  throw new Error(`PostgreSQL did not start. The end of its log:\n${tailOf(log)}`);
}

async function answers(connectionString) {
  try {
    await withClient(connectionString, (client) => client.query("select 1"));
    return true;
  } catch {
    return false;
  }
}

/** SIGINT is PostgreSQL's fast shutdown: it rolls back what is open and writes everything out. */
async function stopServer(child, exited, signal = "SIGINT") {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill(signal);
  const killer = setTimeout(() => child.kill("SIGQUIT"), STOP_LIMIT_MS);
  await exited;
  clearTimeout(killer);
}

/** The server that a killed start has left behind. A dead one's file is PostgreSQL's own business. */
async function stopOrphan(dataDir) {
  const file = path.join(dataDir, "postmaster.pid");
  const pid = readPid(file);
  if (pid === null || !isAlive(pid)) return;
  if (!isPostgresOf(pid, dataDir)) return rmSync(file); // the number has gone to another program
  process.kill(pid, "SIGINT");
  const deadline = Date.now() + STOP_LIMIT_MS;
  while (isAlive(pid)) {
    if (Date.now() > deadline)
      throw new Error(`An older PostgreSQL (process ${pid}) does not end. End it and try again.`);
    await pause(50);
  }
}

function isPostgresOf(pid, dataDir) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(dataDir);
  } catch {
    return process.platform !== "linux"; // no /proc: the file is the only witness
  }
}

function tailOf(log) {
  return existsSync(log)
    ? readFileSync(log, "utf8").trim().split("\n").slice(-12).join("\n")
    : "(no log)";
}

export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
