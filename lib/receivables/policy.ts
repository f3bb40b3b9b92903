/** Where money goes, when deliveries fall due, how old debts are (rules 5.3, 5.4). Pure. */
import { type CalendarDate, daysBetween, endOfMonth } from "@/lib/core/calendar-date";
import { Money } from "@/lib/core/money";

/** What is still owed for one posted delivery. */
export type OpenItem = {
  receivableId: string;
  contractId: string | null;
  dueOn: CalendarDate;
  postedOn: CalendarDate;
  open: Money;
};

export type Put = { receivableId: string; amount: Money };

/** Oldest due first; among equals the delivery that was posted first. */
function byDueDate(a: OpenItem, b: OpenItem): number {
  return (
    compareText(a.dueOn, b.dueOn) ||
    compareText(a.postedOn, b.postedOn) ||
    compareText(a.receivableId, b.receivableId)
  );
}

/** Puts money against open deliveries, oldest due first; `rest` is what exceeds them all. */
export function putOldestDueFirst(
  amount: Money,
  items: readonly OpenItem[],
): { puts: Put[]; rest: Money } {
  const puts: Put[] = [];
  let rest = amount;
  for (const { receivableId, open } of [...items].sort(byDueDate)) {
    const part = open.min(rest);
    if (!part.isPositive()) continue;
    puts.push({ receivableId, amount: part });
    rest = rest.minus(part);
  }
  return { puts, rest };
}

export type StatedAllocation = {
  contractId: string | null;
  receivableId: string | null;
  amount: Money;
};

export type AllocationPlan = {
  /** Tied to contracts. */
  funds: { contractId: string; amount: Money }[];
  /** Tied money that settles deliveries of its own contract which are open already. */
  contractPuts: (Put & { contractId: string })[];
  /** Put straight against deliveries: what was stated, then the rest by due date. */
  directPuts: Put[];
  onAccount: Money;
};

export type AllocationFault = {
  index: number;
  reason: "over_open_amount" | "delivery_not_open";
  open: Money;
};

/**
 * A confirmed receipt follows its stated allocations first, the rest goes to the oldest due deliveries, and only what
 * exceeds all open items stays on account (rules 5.4). `unused` is tied money that its contract has left over.
 * Nothing is lost: funds + directPuts + onAccount = amount.
 */
export function planAllocation(
  amount: Money,
  stated: readonly StatedAllocation[],
  openItems: readonly OpenItem[],
  keepsRest = false,
): { plan: AllocationPlan; faults: AllocationFault[] } {
  const items = openItems.map((item) => ({ ...item }));
  const faults: AllocationFault[] = [];
  const directPuts: Put[] = [];
  const funds: AllocationPlan["funds"] = [];
  const contractPuts: AllocationPlan["contractPuts"] = [];

  for (const [index, { receivableId, amount: part }] of stated.entries()) {
    if (receivableId === null) continue;
    const item = items.find((candidate) => candidate.receivableId === receivableId);
    if (!item?.open.isPositive()) {
      faults.push({ index, reason: "delivery_not_open", open: Money.zero });
    } else if (part.isGreaterThan(item.open)) {
      faults.push({ index, reason: "over_open_amount", open: item.open });
    } else {
      directPuts.push(...putInto(items, { receivableId, amount: part }));
    }
  }
  for (const { contractId, amount: part } of stated) {
    if (contractId === null) continue;
    funds.push({ contractId, amount: part });
    const own = items.filter((item) => item.contractId === contractId);
    for (const put of putOldestDueFirst(part, own).puts) {
      contractPuts.push(...putInto(items, put).map((done) => ({ ...done, contractId })));
    }
  }
  const rest = amount.minus(Money.sum(stated.map((s) => s.amount)));
  const spread = putOldestDueFirst(rest, keepsRest ? [] : items);
  directPuts.push(...spread.puts);
  return { plan: { funds, contractPuts, directPuts, onAccount: spread.rest }, faults };
}

function putInto(items: OpenItem[], put: Put): Put[] {
  const item = items.find(({ receivableId }) => receivableId === put.receivableId);
  if (item) item.open = item.open.minus(put.amount);
  return [put];
}

/** What is put where now, to be taken back. */
export type SettledItem = { receivableId: string; dueOn: CalendarDate; amount: Money };

/** Takes money back from deliveries, latest due first; never more than was put there. */
export function takeBackLatestFirst(deficit: Money, settled: readonly SettledItem[]): Put[] {
  const back: Put[] = [];
  let missing = deficit;
  const latestFirst = [...settled].sort(
    (a, b) => compareText(b.dueOn, a.dueOn) || compareText(b.receivableId, a.receivableId),
  );
  for (const { receivableId, amount } of latestFirst) {
    const part = amount.min(missing);
    if (!part.isPositive()) continue;
    back.push({ receivableId, amount: part.negated() });
    missing = missing.minus(part);
  }
  return back;
}

export type DueDateChange = { receivableId: string; from: CalendarDate; to: CalendarDate };

/**
 * Accumulated settlement: when a posting makes the open total reach the agreed threshold, every open delivery is due
 * at the latest on this month's last day; a due date is never moved back. (rules 5.3)
 */
export function accumulatedDueDates(
  open: readonly OpenItem[],
  threshold: Money,
  today: CalendarDate,
): DueDateChange[] {
  const total = Money.sum(open.map((item) => item.open));
  if (total.isLessThan(threshold)) return [];
  const to = endOfMonth(today);
  return open
    .filter(({ dueOn }) => dueOn > to)
    .map(({ receivableId, dueOn }) => ({ receivableId, from: dueOn, to }));
}

export const AGEING_BANDS = ["notDue", "to30", "to60", "to90", "over90"] as const;
export type AgeingBand = (typeof AGEING_BANDS)[number];

/** Days overdue 1–30, 31–60, 61–90, over 90 (F15). */
function ageingBand(dueOn: CalendarDate, today: CalendarDate): AgeingBand {
  const days = daysBetween(dueOn, today);
  if (days <= 0) return "notDue";
  if (days <= 30) return "to30";
  if (days <= 60) return "to60";
  return days <= 90 ? "to90" : "over90";
}

/** What is owed, by age. */
export function ageing(items: readonly OpenItem[], today: CalendarDate): Record<AgeingBand, Money> {
  const bands = {
    notDue: Money.zero,
    to30: Money.zero,
    to60: Money.zero,
    to90: Money.zero,
    over90: Money.zero,
  };
  for (const { dueOn, open } of items) {
    const band = ageingBand(dueOn, today);
    bands[band] = bands[band].plus(open);
  }
  return bands;
}

const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
