/** What a process occupies. */
import { spawnSync } from "node:child_process";

/** Resident megabytes of the process, as `ps` reports them. */
export function residentMegabytes(pid) {
  const { stdout } = spawnSync("ps", ["-o", "rss=", "-p", String(pid)]);
  return Number.parseInt(String(stdout), 10) / 1024;
}
