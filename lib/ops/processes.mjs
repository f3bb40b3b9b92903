/** Child processes: run one quietly and show its output only when it fails. */
import { spawn } from "node:child_process";
import { ROOT } from "./paths.mjs";

const KEPT_OUTPUT = 8000;

/**
 * Runs a command to its end. `onLine` sees each line of output.
 * Throws with the end of the output when it exits with anything but 0.
 */
export function runQuietly(command, args, { env = process.env, onLine, cwd = ROOT } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
    let tail = "";
    const take = (chunk) => {
      const text = chunk.toString();
      tail = (tail + text).slice(-KEPT_OUTPUT);
      if (onLine) for (const line of text.split("\n")) if (line.trim() !== "") onLine(line);
    };
    child.stdout.on("data", take);
    child.stderr.on("data", take);
    child.on("error", reject);
    child.on("close", (code, signal) => {
      if (code === 0) return resolve(tail);
      reject(
        new Error(`${[command, ...args].join(" ")} ended with ${signal ?? code}:\n${tail.trim()}`),
      );
    });
  });
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

export const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
