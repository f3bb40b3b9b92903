import { runAt } from "@/lib/server/clock";

/** Runs `fn` on a date (ten in the morning in Shanghai) or at an instant: `at("2026-11-23", () => ...)`. */
export function at<T>(when: string, fn: () => Promise<T>): Promise<T> {
  return runAt(when, fn);
}
