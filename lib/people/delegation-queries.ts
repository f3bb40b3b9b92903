import "server-only";
import { type Actor, can } from "@/lib/auth/permissions";
import type { DelegatedStep } from "@/lib/auth/roles";
import { type CalendarDate, fromDbDate } from "@/lib/core/calendar-date";
import { Money } from "@/lib/core/money";
import { clock } from "@/lib/server/clock";
import { db } from "@/lib/server/db";
import { mayIssueFor, PRINCIPAL_ROLE } from "./delegation-policy";
import { listActivePeople } from "./queries";

export type DelegationRow = {
  id: string;
  docNo: string;
  step: DelegatedStep;
  principalName: string;
  delegateName: string;
  fromOn: CalendarDate;
  toOn: CalendarDate;
  reason: string;
  state: "future" | "current" | "over" | "revoked";
  revokedAt: Date | null;
  /** Kinds of documents that it covers; none for all of the step. */
  documentKinds: readonly string[];
  /** Exact yuan; null without limit. */
  amountLimit: string | null;
  mayRevoke: boolean;
  /** How many documents were decided under it. */
  actCount: number;
};

/** The newest 200 delegations; empty when not to be seen. */
export async function listDelegations(actor: Actor): Promise<DelegationRow[]> {
  if (!can(actor, "duty:read")) return [];
  const today = clock.today();
  const rows = await db.delegation.findMany({
    orderBy: { createdAt: "desc" },
    take: 200,
    include: {
      principal: { select: { id: true, role: true, active: true, displayName: true } },
      delegate: { select: { displayName: true } },
    },
  });
  const counted = await db.signature.groupBy({
    by: ["delegationId"],
    where: { delegationId: { in: rows.map(({ id }) => id) } },
    _count: true,
  });
  const acts = new Map(counted.map(({ delegationId, _count }) => [delegationId, _count]));
  return rows.map((row) => {
    const fromOn = fromDbDate(row.fromOn);
    const toOn = fromDbDate(row.toOn);
    const state = row.revokedAt ? "revoked" : stateOn(today, fromOn, toOn);
    return {
      id: row.id,
      docNo: row.docNo,
      step: row.step,
      principalName: row.principal.displayName,
      delegateName: row.delegate.displayName,
      fromOn,
      toOn,
      reason: row.reason,
      state,
      revokedAt: row.revokedAt,
      documentKinds: row.documentKinds,
      amountLimit: row.amountLimit && Money.of(row.amountLimit).toString(),
      mayRevoke:
        (state === "future" || state === "current") &&
        can(actor, "delegation:issue") &&
        mayIssueFor(actor, row.principal),
      actCount: acts.get(row.id) ?? 0,
    };
  });
}

function stateOn(today: string, fromOn: string, toOn: string): DelegationRow["state"] {
  if (toOn < today) return "over";
  return fromOn > today ? "future" : "current";
}

/** Whom the actor can issue a delegation for, and to whom. */
export async function delegationChoices(actor: Actor) {
  const people = await listActivePeople();
  const principalRoles = new Set(Object.values(PRINCIPAL_ROLE));
  return {
    principals: people.filter(
      (person) =>
        principalRoles.has(person.role) && mayIssueFor(actor, { ...person, active: true }),
    ),
    delegates: people.filter(({ role }) => role !== "ADMIN"),
  };
}
