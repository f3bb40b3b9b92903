import { useLocale, useTranslations } from "next-intl";
import {
  addDays,
  type CalendarDate,
  calendarDate,
  monthOf,
  weekdayOf,
} from "@/lib/core/calendar-date";
import { formatMonth } from "@/lib/i18n/format";
import type { CalendarDayRow } from "@/lib/settings/working-days";
import { isWorkdayOf } from "@/lib/settings/working-week";
import styles from "./calendar-year.module.css";

type Props = { year: number; days: readonly CalendarDayRow[]; today: CalendarDate };

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
const MONTHS = Array.from({ length: 12 }, (_, month) => month + 1);

/** Twelve months at a glance: rest days quiet, what differs from the plain week marked and named. */
export function CalendarYear({ year, days, today }: Props) {
  const t = useTranslations("settings.calendar");
  const locale = useLocale();
  const named = new Map(days.map((row) => [row.day, row]));
  const exceptions = new Map(days.map(({ day, isWorkday }) => [day, isWorkday]));
  const words = (day: CalendarDate) => {
    const row = named.get(day);
    if (row) return `${day} ${t(row.isWorkday ? "worked" : "rest")} ${row.name}`;
    return `${day} ${t(isWorkdayOf(exceptions, day) ? "worked" : "rest")}`;
  };
  const mark = (day: CalendarDate) => {
    const row = named.get(day);
    return row ? (
      <small aria-hidden="true">{t(row.isWorkday ? "marks.WORK" : "marks.REST")}</small>
    ) : null;
  };
  return (
    <div className={styles.year}>
      <p className={styles.legend} aria-hidden="true">
        {(["REST", "WORK"] as const).map((kind) => (
          <span key={kind}>
            <b>{t(`marks.${kind}`)}</b> {t(`kinds.${kind}`)}
          </span>
        ))}
      </p>
      {MONTHS.map((month) => {
        const first = calendarDate(`${year}-${String(month).padStart(2, "0")}-01`);
        return (
          <section key={month} className={styles.month} aria-label={formatMonth(first, locale)}>
            <h3 className={styles.title}>{formatMonth(first, locale)}</h3>
            <div className={styles.week} aria-hidden="true">
              {WEEKDAYS.map((weekday) => (
                <span key={weekday}>{t(`weekdays.${weekday}`)}</span>
              ))}
            </div>
            <ol className={styles.days}>
              {daysOf(first).map((day, index) => (
                <li
                  key={day}
                  className={styles.day}
                  data-rest={!isWorkdayOf(exceptions, day) || undefined}
                  data-named={named.has(day) || undefined}
                  data-today={day === today || undefined}
                  title={words(day)}
                  {...(index === 0 ? { style: { gridColumnStart: weekdayOf(day) } } : {})}
                >
                  {day.slice(8).replace(/^0/, "")}
                  {mark(day)}
                  {named.has(day) ? <span className="visually-hidden">{words(day)}</span> : null}
                </li>
              ))}
            </ol>
          </section>
        );
      })}
    </div>
  );
}

function daysOf(first: CalendarDate): CalendarDate[] {
  const days: CalendarDate[] = [];
  for (let day = first; monthOf(day) === monthOf(first); day = addDays(day, 1)) days.push(day);
  return days;
}
