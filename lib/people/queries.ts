import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { can } from "@/lib/auth/permissions";
import { DUTIES, type Duty, type Role } from "@/lib/auth/roles";
import { type CalendarDate, fromDbDate } from "@/lib/core/calendar-date";
import { isUuid } from "@/lib/core/uuid";
import { clock } from "@/lib/server/clock";
import { db } from "@/lib/server/db";
import { openMattersOf } from "./open-matters";

export type PersonChoice = { id: string; displayName: string; role: Role; department: string };

/** Active people by name, for choosing one; `roles` narrows. Everybody may know who works here. */
export function listActivePeople(roles?: readonly Role[]): Promise<PersonChoice[]> {
  return db.person.findMany({
    where: { active: true, ...(roles && { role: { in: [...roles] } }) },
    orderBy: [{ displayName: "asc" }, { id: "asc" }],
    select: { id: true, displayName: true, role: true, department: true },
  });
}

type AccountState = "ready" | "invited" | "no_password" | "left";

export type PersonRow = PersonChoice & {
  username: string;
  phone: string | null;
  email: string | null;
  state: AccountState;
  leftOn: CalendarDate | null;
  rowVersion: number;
};

const PERSON_FIELDS = {
  id: true,
  username: true,
  displayName: true,
  role: true,
  department: true,
  phone: true,
  email: true,
  active: true,
  leftOn: true,
  passwordHash: true,
  rowVersion: true,
  links: { select: { expiresAt: true, usedAt: true } },
} as const;

type PersonRecord = Awaited<ReturnType<typeof readPeople>>[number];

function readPeople(id: string) {
  return db.person.findMany({
    where: { id },
    orderBy: [{ active: "desc" }, { role: "asc" }, { displayName: "asc" }, { id: "asc" }],
    select: PERSON_FIELDS,
  });
}

function toPersonRow({ active, passwordHash, links, leftOn, ...person }: PersonRecord): PersonRow {
  const now = clock.now();
  const isInvited = links.some(({ usedAt, expiresAt }) => !usedAt && expiresAt > now);
  const waiting = isInvited ? "invited" : "no_password";
  const open = passwordHash ? "ready" : waiting;
  return {
    ...person,
    state: active ? open : "left",
    leftOn: leftOn ? fromDbDate(leftOn) : null,
  };
}

/** One account with what the person still holds; null when unknown or not to be seen. */
export async function findPerson(actor: Actor, id: string) {
  if (!can(actor, "person:manage") || !isUuid(id)) return null;
  const [person] = await readPeople(id);
  if (!person) return null;
  return { person: toPersonRow(person), matters: await openMattersOf(db, id) };
}

/** The actor's own user name, for the account page. */
export async function ownAccount(actor: Actor) {
  return db.person.findUniqueOrThrow({
    where: { id: actor.id },
    select: { username: true, displayName: true, role: true, department: true },
  });
}

export type DutyHolder = {
  id: string;
  personId: string;
  personName: string;
  fromOn: CalendarDate;
  toOn: CalendarDate | null;
  state: "future" | "current" | "over";
};

/** Every duty with its holders, those of the past last; empty when not to be seen. */
export async function listDuties(actor: Actor): Promise<{ duty: Duty; holders: DutyHolder[] }[]> {
  if (!can(actor, "duty:read")) return [];
  const today = clock.today();
  const rows = await db.dutyAssignment.findMany({
    orderBy: [{ fromOn: "desc" }, { id: "desc" }],
    select: {
      id: true,
      duty: true,
      fromOn: true,
      toOn: true,
      personId: true,
      person: { select: { displayName: true } },
    },
  });
  const holders = rows.map((row) => {
    const fromOn = fromDbDate(row.fromOn);
    const toOn = row.toOn ? fromDbDate(row.toOn) : null;
    const begun = fromOn <= today ? "current" : "future";
    const state = toOn !== null && toOn < today ? "over" : begun;
    const { id, duty, personId } = row;
    return { id, duty, personId, personName: row.person.displayName, fromOn, toOn, state } as const;
  });
  return DUTIES.map((duty) => ({
    duty,
    holders: holders
      .filter((holder) => holder.duty === duty)
      .sort((a, b) => Number(a.state === "over") - Number(b.state === "over"))
      .map(({ duty: _, ...holder }) => holder),
  }));
}
