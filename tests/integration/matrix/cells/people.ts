import { calendarDate, toDbDate } from "@/lib/core/calendar-date";
import * as people from "@/lib/people/actions";
import { db } from "@/lib/server/db";
import { createDelegation, createPerson, giveDuty } from "@/tests/factories/people";
import { type Cast, does, REASON } from "../cast";
import type { Act, DocumentMatrix } from "../harness";
import { ADMIN, CHIEF_OR_DIRECTOR, DIRECTOR } from "../roles";

const thePerson = (id: string) => db.person.findUniqueOrThrow({ where: { id } });
async function seen(personId: string) {
  return { personId, rowVersion: (await thePerson(personId)).rowVersion };
}
async function aPerson(active: boolean): Promise<string> {
  return (await createPerson({ role: "PRODUCTION", active })).id;
}
const admin = (action: Act["action"], refusal: string, cells: Record<string, string>): Act => ({
  action,
  permission: "person:manage",
  input: seen,
  cells: Object.fromEntries(
    Object.entries(cells).map(([from, to]) => [from, { by: ADMIN, to }] as const),
  ),
  refusal,
});

const PERSON: DocumentMatrix = {
  name: "an account",
  statuses: ["ACTIVE", "INACTIVE"],
  make: { ACTIVE: () => aPerson(true), INACTIVE: () => aPerson(false) },
  statusOf: async (id) => ((await thePerson(id)).active ? "ACTIVE" : "INACTIVE"),
  acts: {
    change: {
      ...admin(people.changePersonAction, "", { ACTIVE: "ACTIVE", INACTIVE: "INACTIVE" }),
      input: async (id) => ({
        ...(await seen(id)),
        displayName: "改名",
        role: "PRODUCTION",
        department: "机加车间",
        phone: "",
        email: "",
      }),
      again: true,
    },
    end_sessions: {
      ...admin(people.endSessionsAction, "", { ACTIVE: "ACTIVE", INACTIVE: "INACTIVE" }),
      again: true,
    },
    reset: {
      ...admin(people.resetAccountAction, "people.inactive", { ACTIVE: "ACTIVE" }),
      again: true,
    },
    deactivate: {
      ...admin(people.deactivatePersonAction, "people.inactive", { ACTIVE: "INACTIVE" }),
      input: async (id) => ({ ...(await seen(id)), successorId: null, reason: REASON }),
    },
    reactivate: admin(people.reactivatePersonAction, "people.already_active", {
      INACTIVE: "ACTIVE",
    }),
  },
};

const theDuty = (id: string) => db.dutyAssignment.findUniqueOrThrow({ where: { id } });
const TODAY = calendarDate("2026-11-23");

async function aDuty(lastDay: string | null): Promise<string> {
  const { id } = await createPerson();
  const duty = await giveDuty(id, "COLLECTION");
  const toOn = lastDay === null ? null : toDbDate(calendarDate(lastDay));
  await db.dutyAssignment.update({ where: { id: duty.id }, data: { toOn } });
  return duty.id;
}

const DUTY: DocumentMatrix = {
  name: "a duty",
  statuses: ["HELD", "OVER"],
  make: { HELD: () => aDuty(null), OVER: () => aDuty("2026-11-22") },
  statusOf: async (id) => {
    const { toOn } = await theDuty(id);
    return toOn !== null && toOn < toDbDate(TODAY) ? "OVER" : "HELD";
  },
  acts: {
    end: {
      action: people.endDutyAction,
      permission: "duty:assign",
      input: async (assignmentId) => ({ assignmentId, toOn: TODAY }),
      // Today is the last day on which it holds.
      cells: { HELD: { by: CHIEF_OR_DIRECTOR, to: "HELD" } },
      refusal: "people.duty_over",
      again: true,
    },
  },
};

const revoking = (delegationId: string) => ({ delegationId, comment: REASON });
async function aDelegation({ team }: Cast, toOn = "2099-12-31"): Promise<string> {
  const { id } = await createPerson();
  return (await createDelegation(team.chief.id, id, { toOn })).id;
}

const DELEGATION: DocumentMatrix = {
  name: "a delegation",
  statuses: ["IN_FORCE", "OVER", "REVOKED"],
  make: {
    IN_FORCE: (cast) => aDelegation(cast),
    OVER: (cast) => aDelegation(cast, "2026-11-22"),
    REVOKED: async (cast) => {
      const id = await aDelegation(cast);
      await does(cast.team.chief, people.revokeDelegationAction, revoking(id));
      return id;
    },
  },
  statusOf: async (id) => {
    const { revokedAt } = await db.delegation.findUniqueOrThrow({ where: { id } });
    return revokedAt === null ? "IN_FORCE" : "REVOKED";
  },
  acts: {
    revoke: {
      action: people.revokeDelegationAction,
      permission: "delegation:issue",
      input: async (id) => revoking(id),
      // The chief who tries is not the one who let himself be represented.
      cells: { IN_FORCE: { by: DIRECTOR, to: "REVOKED" } },
      refusal: {
        IN_FORCE: "people.not_issuer_of_delegation",
        else: {
          SECTION_CHIEF: "people.not_issuer_of_delegation",
          else: "people.delegation_over",
        },
      },
    },
  },
};

export const PEOPLE: readonly DocumentMatrix[] = [PERSON, DUTY, DELEGATION];
