/** One `npm start` per clone: the lock names its owner, so that a second one leaves the first alone. */
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import path from "node:path";
import { Refusal } from "./console.mjs";
import { DATA_DIR } from "./paths.mjs";
import { isAlive } from "./processes.mjs";

const FILE = path.join(DATA_DIR, "start.lock");

/** Takes the lock or refuses; answers a function that gives it back. */
export function takeStartLock(address) {
  mkdirSync(DATA_DIR, { recursive: true });
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      const file = openSync(FILE, "wx", 0o600);
      writeSync(file, JSON.stringify({ pid: process.pid, address }));
      closeSync(file);
      return () => rmSync(FILE, { force: true });
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
      const owner = readOwner();
      if (owner && owner.pid !== process.pid && isStart(owner.pid))
        throw new Refusal(alreadyRunning(owner));
      rmSync(FILE, { force: true }); // its owner was killed
    }
  }
  throw new Refusal(`The lock ${FILE} could not be taken. Delete the file and try again.`);
}

const alreadyRunning = ({ pid, address }) =>
  `This clone is already running at ${address} (process ${pid}). Stop it there with Ctrl+C, or run: kill ${pid}`;

function readOwner() {
  try {
    return JSON.parse(readFileSync(FILE, "utf8"));
  } catch {
    return null;
  }
}

/** A number may have gone to another program since its owner was killed. */
function isStart(pid) {
  if (!isAlive(pid)) return false;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("lib/ops/start.mjs");
  } catch {
    return process.platform !== "linux";
  }
}
