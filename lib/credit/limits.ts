import "server-only";
import type { CalendarDate } from "@/lib/core/calendar-date";
import { Money } from "@/lib/core/money";
import { clock } from "@/lib/server/clock";
import { db, type Tx } from "@/lib/server/db";
import { currentSettings } from "@/lib/settings/queries";
import type { CreditLimits } from "./terms-policy";

/** The tier limits in force on a day, from the versioned settings (rules 5.8). */
export async function creditLimits(
  client: Pick<Tx, "setting">,
  asOf: CalendarDate,
): Promise<CreditLimits> {
  const { limitMid, limitOld, tierYears } = await currentSettings(client, asOf);
  return { limitMid: Money.of(limitMid), limitOld: Money.of(limitOld), tierYears };
}

/** The tier limits in force today. */
export function limitsNow(): Promise<CreditLimits> {
  return creditLimits(db, clock.today());
}
