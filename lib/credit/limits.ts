import "server-only";
import type { CalendarDate } from "@/lib/core/calendar-date";
import { Money } from "@/lib/core/money";
import type { Tx } from "@/lib/server/db";
import type { CreditLimits } from "./terms-policy";

const DEFAULTS: CreditLimits = {
  limitMid: Money.of("15000.00"),
  limitOld: Money.of("50000.00"),
  tierYears: [1, 3],
};

/** The tier limits in force on a day, from the versioned settings (rules 5.8). */
export async function creditLimits(
  client: Pick<Tx, "$queryRaw">,
  asOf: CalendarDate,
): Promise<CreditLimits> {
  const rows = await client.$queryRaw<{ key: string; value: unknown }[]>`
    select distinct on (key) key, value from setting
    where key in ('limitMid', 'limitOld', 'tierYears') and effective_from <= ${asOf}::date
    order by key, effective_from desc, changed_at desc`;
  const value = (key: string) => rows.find((row) => row.key === key)?.value;
  const amount = (key: string, fallback: Money) => {
    const found = value(key);
    return typeof found === "string" || typeof found === "number" ? Money.of(String(found)) : fallback;
  };
  return {
    limitMid: amount("limitMid", DEFAULTS.limitMid),
    limitOld: amount("limitOld", DEFAULTS.limitOld),
    tierYears: yearsOf(value("tierYears")),
  };
}

function yearsOf(value: unknown): CreditLimits["tierYears"] {
  if (!Array.isArray(value)) return DEFAULTS.tierYears;
  const [mid, old]: unknown[] = value;
  return typeof mid === "number" && typeof old === "number" ? [mid, old] : DEFAULTS.tierYears;
}
