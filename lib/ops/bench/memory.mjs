/** What a process occupies. */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

/** Resident megabytes of the process. */
export function residentMegabytes(pid) {
  const status = `/proc/${pid}/status`;
  const [, kilobytes] = existsSync(status)
    ? (/VmRSS:\s*(\d+)/.exec(readFileSync(status, "utf8")) ?? [])
    : [null, String(spawnSync("ps", ["-o", "rss=", "-p", String(pid)]).stdout)];
  return Number.parseInt(kilobytes ?? "", 10) / 1024;
}
