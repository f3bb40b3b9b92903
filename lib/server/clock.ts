import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import { type CalendarDate, dateInShanghai } from "@/lib/core/calendar-date";

const frozen = new AsyncLocalStorage<{ instant: Date }>();

/** The only source of time. A business date is always the date in Shanghai. */
export const clock = {
  now(): Date {
    return frozen.getStore()?.instant ?? new Date();
  },
  today(): CalendarDate {
    return dateInShanghai(clock.now());
  },
};

/**
 * Runs `fn` as if it were the given instant; a date alone means ten in the morning in Shanghai.
 * For tests, for the demo company, and for daily rules run by hand for another date.
 */
export function runAt<T>(when: string, fn: () => Promise<T>): Promise<T> {
  const instant = new Date(when.length === 10 ? `${when}T10:00:00+08:00` : when);
  if (Number.isNaN(instant.getTime())) throw new RangeError(`Not an instant: ${when}`);
  return frozen.run({ instant }, fn);
}
