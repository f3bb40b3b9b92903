/** Child processes: run one quietly and show its output only when it fails. Node's own modules only. */
import { spawn } from "node:child_process";
import { ROOT } from "./paths.mjs";

const KEPT_OUTPUT = 8000;
const PARENT_CHECK_MS = 500;
const running = new Set();

/** What a command that failed said at its end. */
class CommandFailure extends Error {
  constructor(command, ending, output) {
    super(`${command} ended with ${ending}:\n${output}`);
    this.output = output;
  }
}

/** Runs a command to its end and answers its output. `onLine` sees each line. Throws a CommandFailure. */
export function runQuietly(command, args, { env = process.env, onLine, cwd = ROOT } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
    running.add(child);
    let output = "";
    const take = (chunk) => {
      output = (output + chunk).slice(-KEPT_OUTPUT);
      if (onLine)
        for (const line of String(chunk).split("\n")) if (line.trim() !== "") onLine(line);
    };
    child.stdout.setEncoding("utf8").on("data", take);
    child.stderr.setEncoding("utf8").on("data", take);
    child.on("error", (error) => {
      running.delete(child);
      reject(error);
    });
    child.on("close", (code, signal) => {
      running.delete(child);
      if (code === 0) return resolve(output);
      reject(new CommandFailure([command, ...args].join(" "), signal ?? code, output.trim()));
    });
  });
}

/** For a stop in the middle of a step: ends what runs now. */
export function endRunningCommands() {
  for (const child of running) child.kill("SIGTERM");
}

/** Calls `stop` on Ctrl+C, on a polite kill, and when the npm that started us is gone: npm passes no signal on. */
export function onStopRequest(stop) {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, stop);
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && stop(), PARENT_CHECK_MS).unref();
}

/** Whether a process with this id exists. */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

/** The environment without what npm adds for its scripts, which confuses an npm started from within. */
export function withoutNpm(env = process.env) {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !/^npm_/i.test(name)));
}

export const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
