/** What happens when: tasks by instant, each run with the clock set to it; a task may plan later ones. */
import { addDays, type CalendarDate, weekdayOf } from "@/lib/core/calendar-date";
import { runAt } from "@/lib/server/clock";

const SATURDAY = 6;

/** A date, a time of day in Shanghai, and what is done then. */
type Entry = { instant: string; order: number; task: () => Promise<void> };

export class Agenda {
  private readonly entries: Entry[] = [];
  private count = 0;

  constructor(
    private readonly lastDay: CalendarDate,
    /** Nothing happens later than this: a story that ends today does not reach into the evening. */
    private readonly latest: string,
  ) {}

  /** Plans a task; what would lie after the last day never happens. `time` as HH:MM. */
  plan(on: CalendarDate, time: string, task: () => Promise<void>): void {
    if (on > this.lastDay) return;
    this.count += 1;
    this.entries.push({ instant: `${on}T${time}:00+08:00`, order: this.count, task });
  }

  /** Runs everything in order of time, also what is planned meanwhile. */
  async run(onProgress: (done: number) => void): Promise<number> {
    let done = 0;
    while (this.entries.length > 0) {
      this.entries.sort((a, b) =>
        a.instant === b.instant ? a.order - b.order : a.instant < b.instant ? -1 : 1,
      );
      const next = this.entries.shift();
      if (!next) break;
      await runAt(this.notLater(next.instant), next.task);
      done += 1;
      onProgress(done);
    }
    return done;
  }

  private notLater(instant: string): string {
    return new Date(instant) > new Date(this.latest) ? this.latest : instant;
  }
}

/** The day itself, or the Monday after a weekend. */
export function workday(date: CalendarDate): CalendarDate {
  const weekday = weekdayOf(date);
  return weekday < SATURDAY ? date : addDays(date, 8 - weekday);
}

/** Some workdays later. */
export function workdaysAfter(date: CalendarDate, days: number): CalendarDate {
  let day = date;
  for (let i = 0; i < days; i += 1) day = workday(addDays(day, 1));
  return day;
}
