/** Starts and stops the web process (serve.mjs). */
import { spawn } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync, renameSync } from "node:fs";
import path from "node:path";
import { Refusal } from "./console.mjs";
import { ROOT } from "./paths.mjs";

const START_LIMIT_MS = 120_000;
const STOP_LIMIT_MS = 17_000;

/**
 * Starts serve.mjs with the given environment and waits until it listens. Its log goes to `logFile`, or to our own
 * output without one. Answers `{ pid, exited, stop() }`.
 */
export async function startWebProcess({ env, logFile }) {
  if (logFile && existsSync(logFile)) renameSync(logFile, `${logFile}.1`);
  const output = logFile ? openSync(logFile, "w", 0o600) : "inherit";
  const child = spawn(process.execPath, [path.join(ROOT, "lib/ops/serve.mjs")], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ["ignore", output, output, "ipc"],
  });
  if (logFile) closeSync(output);
  const exited = new Promise((resolve) =>
    child.once("exit", (code, signal) => resolve(signal ?? code)),
  );
  const ready = new Promise((resolve) => child.once("message", () => resolve("ready")));
  const late = new Promise((resolve) => setTimeout(() => resolve("late"), START_LIMIT_MS).unref());
  const outcome = await Promise.race([ready, exited.then(() => "ended"), late]);
  const stop = () => stopChild(child, exited);
  if (outcome === "ready") return { pid: child.pid, exited, stop };
  await stop();
  throw new Refusal(
    `The web server did not start.${logFile ? ` The end of ${logFile}:\n${tailOf(logFile)}` : ""}`,
  );
}

async function stopChild(child, exited) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGTERM");
  const killer = setTimeout(() => child.kill("SIGKILL"), STOP_LIMIT_MS);
  await exited;
  clearTimeout(killer);
}

export function tailOf(logFile, lines = 8) {
  return readFileSync(logFile, "utf8").trim().split("\n").slice(-lines).join("\n");
}
