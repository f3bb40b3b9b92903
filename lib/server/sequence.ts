import "server-only";
import { type CalendarDate, yearOf } from "@/lib/core/calendar-date";
import { Prisma, type Tx } from "@/lib/server/db";

export type DrawnNumber = { number: string; seq: number; year: number };

/** The next value of a counter row, which stays locked until commit: draw late. Fragment returning `last`. */
export function drawSql(prefix: string, year: number): Prisma.Sql {
  return Prisma.sql`
    insert into counter (prefix, year, last) values (${prefix}, ${year}, 1)
    on conflict (prefix, year) do update set last = counter.last + 1
    returning last`;
}

/** LG numbers have at least three digits, all others four (rules 5.2). */
export function formatNumber(prefix: string, year: number, seq: number): string {
  return `${prefix}${year}-${String(seq).padStart(prefix === "LG" ? 3 : 4, "0")}`;
}

/**
 * Draws the next number of a prefix in the year of `today` (Shanghai), gapless: a rollback consumes nothing.
 * Everything that follows in the transaction should be short, because the counter row is locked. (R1.1.5-N)
 */
export async function drawNumber(
  tx: Tx,
  prefix: string,
  today: CalendarDate,
): Promise<DrawnNumber> {
  const year = yearOf(today);
  const seq = await drawSeq(tx, prefix, year);
  return { number: formatNumber(prefix, year, seq), seq, year };
}

/** Draws the next value of a counter that does not start anew each year (customer and product codes): year 0. */
export async function drawCode(tx: Tx, prefix: string): Promise<string> {
  const seq = await drawSeq(tx, prefix, 0);
  return `${prefix}${String(seq).padStart(4, "0")}`;
}

async function drawSeq(tx: Tx, prefix: string, year: number): Promise<number> {
  const [row] = await tx.$queryRaw<{ last: number }[]>(drawSql(prefix, year));
  if (!row) throw new Error(`Counter ${prefix} ${year} gave no row`);
  return row.last;
}
