import "server-only";
import { type Actor, can } from "@/lib/auth/permissions";
import type { DelegatedStep } from "@/lib/auth/roles";
import { type CalendarDate, fromDbDate } from "@/lib/core/calendar-date";
import { clock } from "@/lib/server/clock";
import { db } from "@/lib/server/db";
import type { Decision, SignStep } from "@/lib/server/generated/enums";
import { mayIssueFor, PRINCIPAL_ROLE } from "./delegation-policy";
import { listActivePeople } from "./queries";

type DelegatedAct = {
  id: string;
  subjectType: string;
  subjectId: string;
  step: SignStep;
  decision: Decision;
  comment: string;
  signedAt: Date;
};

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
  mayRevoke: boolean;
  /** What was decided under it, newest first, for the principal to read later. */
  acts: DelegatedAct[];
};

/** The newest 200 delegations with the acts done under each; empty when not to be seen. */
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
  const acts = await db.signature.findMany({
    where: { delegationId: { in: rows.map(({ id }) => id) } },
    orderBy: { signedAt: "desc" },
    take: 1000,
    select: {
      id: true,
      delegationId: true,
      subjectType: true,
      subjectId: true,
      step: true,
      decision: true,
      comment: true,
      signedAt: true,
    },
  });
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
      mayRevoke:
        (state === "future" || state === "current") &&
        can(actor, "delegation:issue") &&
        mayIssueFor(actor, row.principal),
      acts: acts
        .filter(({ delegationId }) => delegationId === row.id)
        .map(({ delegationId: _, ...act }) => act),
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
