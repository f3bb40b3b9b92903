import "server-only";
import { type Actor, can } from "@/lib/auth/permissions";
import { fromDbDate } from "@/lib/core/calendar-date";
import { Money } from "@/lib/core/money";
import { isUuid } from "@/lib/core/uuid";
import { clock } from "@/lib/server/clock";
import { db } from "@/lib/server/db";
import { availableTermCommands, type TermChangeCommand, type TermChangeStatus } from "./lifecycle";
import { creditFacts } from "./queries";
import { termChangeFacts } from "./term-change-record";
import { type TermFacts, termFacts } from "./term-facts";
import {
  MANUAL_CHANGE_KINDS,
  type ManualChangeKind,
  type QuarterPaymentMonth,
  type SettlementMode,
  type TermRefusal,
  termChangeRefusal,
} from "./terms-policy";

/** Who may look at F20: its readers, and those who sign it for somebody. */
export function mayReadTerms(actor: Actor): boolean {
  return can(actor, "terms:read") || can(actor, "terms:check") || can(actor, "terms:approve");
}

export type TermChangeView = {
  id: string;
  rowVersion: number;
  docNo: string | null;
  status: TermChangeStatus;
  kind: string;
  customerId: string;
  customerName: string;
  beforeMode: SettlementMode;
  beforeLimit: string | null;
  afterMode: SettlementMode;
  afterLimit: string | null;
  afterQuarterMonth: QuarterPaymentMonth;
  afterAccumulatedFrom: string | null;
  reason: string;
  cancelReason: string;
  createdByName: string;
  createdAt: Date;
  decidedOn: string | null;
  revision: number;
  /** As submitted; of today while it is a draft. */
  facts: TermFacts;
  /** What the tier of today allows. */
  ceiling: { tier: string; mode: SettlementMode; limit: string | null };
  /** Why it could not be granted as the customer stands today; null when it could. */
  obstacle: TermRefusal | null;
  commands: readonly TermChangeCommand[];
};

/** One F20 with its figures and the commands of this person; null when unknown or not for these eyes. */
export async function findTermChange(actor: Actor, id: string): Promise<TermChangeView | null> {
  if (!mayReadTerms(actor)) return null;
  if (!isUuid(id)) return null;
  const change = await db.termChange.findUnique({ where: { id } });
  if (!change) return null;
  const today = clock.today();
  const standing = await creditFacts(db, change.customerId, { asOf: today });
  const isDraft = change.status === "DRAFT";
  const afterLimit = change.afterLimit === null ? null : Money.of(change.afterLimit);
  const accumulatedFrom =
    change.afterAccumulatedFrom === null ? null : Money.of(change.afterAccumulatedFrom);
  const kind = MANUAL_CHANGE_KINDS.find((name) => name === change.kind);
  const isOpen = isDraft || change.status.startsWith("PENDING");
  return {
    ...change,
    beforeMode: isDraft ? standing.terms.settlementMode : change.beforeMode,
    beforeLimit: isDraft
      ? (standing.terms.creditLimit?.toString() ?? null)
      : change.beforeLimit === null
        ? null
        : Money.of(change.beforeLimit).toString(),
    afterLimit: afterLimit?.toString() ?? null,
    afterAccumulatedFrom: accumulatedFrom?.toString() ?? null,
    decidedOn: change.decidedOn ? fromDbDate(change.decidedOn) : null,
    facts: isDraft
      ? await termFacts(db, change.customerId, standing, today)
      : (change.facts as TermFacts),
    ceiling: {
      tier: standing.tier,
      mode: standing.terms.tierCeiling,
      limit: standing.terms.tierLimit?.toString() ?? null,
    },
    obstacle:
      isOpen && kind
        ? termChangeRefusal(
            { kind, mode: change.afterMode, limit: afterLimit, accumulatedFrom },
            {
              current: standing.terms,
              tier: standing.tier,
              creditRevoked: standing.creditRevoked,
              designatedPrepaid: standing.terms.designatedPrepaid,
              overdueAmount: standing.overdueAmount,
            },
            standing.terms.limits,
          )
        : null,
    commands: availableTermCommands(termChangeFacts(change), actor),
  };
}

export type TermChangeHistoryRow = {
  id: string;
  docNo: string | null;
  kind: ManualChangeKind | "ANNUL";
  status: TermChangeStatus;
  afterMode: SettlementMode;
  afterLimit: string | null;
  createdAt: Date;
  decidedOn: string | null;
};

/** The changes of one customer's terms, newest first, at most 20; empty for those who may not see F20. */
export async function listTermChangesOf(
  actor: Actor,
  customerId: string,
): Promise<TermChangeHistoryRow[]> {
  if (!mayReadTerms(actor)) return [];
  const rows = await db.termChange.findMany({
    where: { customerId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: 20,
    select: {
      id: true,
      docNo: true,
      kind: true,
      status: true,
      afterMode: true,
      afterLimit: true,
      createdAt: true,
      decidedOn: true,
    },
  });
  return rows.map((row) => ({
    ...row,
    afterLimit: row.afterLimit === null ? null : Money.of(row.afterLimit).toString(),
    decidedOn: row.decidedOn ? fromDbDate(row.decidedOn) : null,
  }));
}
