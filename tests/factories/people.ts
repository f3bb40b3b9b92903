import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/auth/permissions";
import type { DelegatedStep, Duty, Role } from "@/lib/auth/roles";
import { calendarDate, toDbDate } from "@/lib/core/calendar-date";
import { findActor } from "@/lib/server/actor";
import { db } from "@/lib/server/db";
import { newId } from "@/lib/server/ids";
import { hashPassword } from "@/lib/server/password-hash";

/** A fresh idempotency key. */
export function aKey(): string {
  return randomUUID();
}

let count = 0;

type PersonOptions = {
  role?: Role;
  displayName?: string;
  username?: string;
  department?: string;
  active?: boolean;
  /** Hashed when given; hashing takes a moment, so people have none unless a test signs in. */
  password?: string;
};

/** Somebody who works here. */
export async function createPerson(options: PersonOptions = {}) {
  count += 1;
  const { role = "CLERK", active = true, password } = options;
  return db.person.create({
    data: {
      id: newId(),
      username: options.username ?? `person${count}-${process.pid}`,
      displayName: options.displayName ?? `同事${count}`,
      role,
      department: options.department ?? "市场部",
      active,
      passwordHash: password === undefined ? null : await hashPassword(password),
    },
  });
}

type ActorOptions = PersonOptions & { duties?: readonly Duty[]; keeperSeesPrices?: boolean };

/** A person in the database, as the actor that a request of theirs would have. */
export async function anActor(role: Role, options: ActorOptions = {}): Promise<Actor> {
  const { duties = [], keeperSeesPrices = false, ...person } = options;
  const { id, displayName } = await createPerson({ ...person, role });
  for (const duty of duties) await giveDuty(id, duty);
  return { id, name: displayName, role, duties, delegations: [], keeperSeesPrices };
}

/** A duty that has been held for years. */
export async function giveDuty(personId: string, duty: Duty, fromOn = "2020-01-01") {
  return db.dutyAssignment.create({
    data: {
      id: newId(),
      duty,
      personId,
      fromOn: toDbDate(calendarDate(fromOn)),
      assignedById: personId,
    },
  });
}

type DelegationOptions = {
  step?: DelegatedStep;
  fromOn?: string;
  toOn?: string;
  documentKinds?: string[];
  amountLimit?: string;
};

/** A delegation that is in force from 2020 to 2099 unless said otherwise. */
export async function createDelegation(
  principalId: string,
  delegateId: string,
  { step = "CHECK", fromOn = "2020-01-01", toOn = "2099-12-31", ...scope }: DelegationOptions = {},
) {
  const id = newId();
  return db.delegation.create({
    data: {
      id,
      docNo: `SQ${id.slice(-12)}`,
      principalId,
      delegateId,
      step,
      fromOn: toDbDate(calendarDate(fromOn)),
      toOn: toDbDate(calendarDate(toOn)),
      reason: "出差",
      ...scope,
      issuedById: principalId,
    },
  });
}

/** Somebody who may sign a step in another's place: the actor has the delegation. */
export async function aDelegate(
  principal: Actor,
  role: Role,
  step: DelegatedStep,
  scope: Pick<DelegationOptions, "documentKinds" | "amountLimit"> = {},
): Promise<Actor> {
  const { id } = await createPerson({ role });
  await createDelegation(principal.id, id, { step, ...scope });
  const actor = await findActor(id);
  if (!actor) throw new Error("The delegate is not active");
  return actor;
}
