import "server-only";
import type { CalendarDate } from "@/lib/core/calendar-date";
import { yearFigures } from "@/lib/receivables/money-sql";
import type { Tx } from "@/lib/server/db";
import type { CreditStanding } from "./queries";
import { isDormant, tenure } from "./tenure";
import type { Tier } from "./terms-policy";

/** What the two signers are shown about the customer; amounts are text in yuan (F20 `facts`). */
export type TermFacts = {
  asOf: string;
  cooperationStart: string | null;
  isLegacyStart: boolean;
  years: number;
  months: number;
  tier: Tier;
  delivered12: string;
  received12: string;
  lateCount: number;
  openDeliveries: string;
  onAccount: string;
  overdueAmount: string;
  overdueCount: number;
  overdueDays: number;
  lastDeliveryOn: string | null;
  isDormant: boolean;
};

/** Computes the facts on a day; stored with the submission, shown live while drafting. */
export async function termFacts(
  client: Pick<Tx, "$queryRaw">,
  customerId: string,
  standing: CreditStanding,
  asOf: CalendarDate,
): Promise<TermFacts> {
  const year = await yearFigures(client, customerId, asOf);
  return {
    asOf,
    cooperationStart: standing.terms.cooperationStart,
    isLegacyStart: standing.terms.isLegacyStart,
    ...tenure(standing.terms.cooperationStart, asOf),
    tier: standing.tier,
    delivered12: year.delivered.toString(),
    received12: year.received.toString(),
    lateCount: year.lateCount,
    openDeliveries: standing.openDeliveries.toString(),
    onAccount: standing.onAccount.toString(),
    overdueAmount: standing.overdueAmount.toString(),
    overdueCount: standing.overdueCount,
    overdueDays: standing.overdueDays,
    lastDeliveryOn: year.lastDeliveryOn,
    isDormant: isDormant(year.lastDeliveryOn, asOf),
  };
}
