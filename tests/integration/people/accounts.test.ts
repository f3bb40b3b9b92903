import { describe, expect, it } from "vitest";
import { emptyListState } from "@/lib/core/list-state";
import { findAccountLink, linkTokenHash } from "@/lib/people/account-link";
import { changePerson } from "@/lib/people/change-person";
import { createAdminLink } from "@/lib/people/create-admin-link";
import { createFirstAdmin } from "@/lib/people/create-first-admin";
import { createPerson as createAccount } from "@/lib/people/create-person";
import { endSessions } from "@/lib/people/end-sessions";
import { openAccountLink } from "@/lib/people/open-account-link";
import { listPeople } from "@/lib/people/people-list";
import { findPerson } from "@/lib/people/queries";
import { reactivatePerson } from "@/lib/people/reactivate-person";
import { resetAccount } from "@/lib/people/reset-account";
import type { CreatePersonInput } from "@/lib/people/schema";
import { findActor } from "@/lib/server/actor";
import { db } from "@/lib/server/db";
import { aKey, anActor, createDelegation, createPerson, giveDuty } from "@/tests/factories/people";
import { at } from "@/tests/support/clock";

const PASSWORD = "河流与山川之间 2026!";

let newcomers = 0;
function newcomer(changes: Partial<CreatePersonInput> = {}): CreatePersonInput {
  newcomers += 1;
  return {
    username: `new.comer${newcomers}`,
    displayName: "新同事",
    role: "CLERK",
    department: "市场部",
    phone: null,
    email: null,
    ...changes,
  };
}

const tokenOf = (link: string | null) => (link ?? "").replace("/welcome/", "");

describe("the first administrator", () => {
  it("is made once, with a new link at each start until somebody has set a password", async () => {
    const first = await createFirstAdmin();
    const second = await createFirstAdmin();

    expect(first?.username).toBe("admin");
    expect(await db.person.count({ where: { username: "admin" } })).toBe(1);
    expect(await findAccountLink(first?.token ?? "")).toEqual({ state: "expired" });
    await openAccountLink(second?.token ?? "", PASSWORD);
    expect(await createFirstAdmin()).toBeNull();
  });

  it("is made once by two instances that start together", async () => {
    await Promise.all([createFirstAdmin(), createFirstAdmin(), createFirstAdmin()]);
    expect(await db.person.count({ where: { username: "admin" } })).toBe(1);
  });
});

describe("a link made on the server", () => {
  it("lets an administrator who forgot the password in again, and is in the audit trail", async () => {
    const admin = await createPerson({ role: "ADMIN", username: "locked.out", password: PASSWORD });
    const clerk = await createPerson({ username: "no.admin" });

    expect(await createAdminLink("no.admin")).toMatchObject({ outcome: "which" });
    const link = await createAdminLink("locked.out");

    expect(link).toMatchObject({ outcome: "made", username: "locked.out" });
    const token = tokenOf(link.outcome === "made" ? link.path : null);
    const other = "另一个足够长的密码 2026";
    expect(await openAccountLink(token, other)).toMatchObject({ id: admin.id });
    await expect(openAccountLink(token, other)).rejects.toMatchObject({ code: "people.link_used" });
    const told = await db.auditEvent.findFirstOrThrow({
      where: { subjectId: admin.id, type: "person.account_reset" },
    });
    expect(told).toMatchObject({ actorId: null, actorName: "系统" });
    expect(await db.accountLink.count({ where: { personId: clerk.id } })).toBe(0);
  });

  it("asks which one when there are several", async () => {
    await createPerson({ role: "ADMIN", username: "admin.one" });
    await createPerson({ role: "ADMIN", username: "admin.two" });
    const answer = await createAdminLink(null);
    expect(answer).toMatchObject({
      outcome: "which",
      usernames: expect.arrayContaining(["admin.one", "admin.two"]),
    });
  });
});

describe("a new account", () => {
  it("gets a one-time link of which only the hash is kept, and audit of what was entered", async () => {
    const admin = await anActor("ADMIN");
    const { personId, link } = await createAccount(admin, newcomer(), aKey());

    const token = tokenOf(link);
    expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
    const stored = await db.accountLink.findMany({ where: { personId } });
    expect(stored.map(({ tokenHash }) => tokenHash)).toEqual([linkTokenHash(token)]);
    const answers = await db.idempotencyKey.findMany();
    expect(JSON.stringify([stored, answers])).not.toContain(token);
    const audit = await db.auditEvent.findFirstOrThrow({ where: { subjectId: personId } });
    expect(audit).toMatchObject({ type: "person.created", actorId: admin.id });
  });

  it("is made once by a repeated key, and its link is answered once", async () => {
    const admin = await anActor("ADMIN");
    const input = newcomer();
    const key = aKey();
    const first = await createAccount(admin, input, key);
    const again = await createAccount(admin, input, key);

    expect(again).toEqual({ personId: first.personId, link: null });
    expect(await db.person.count({ where: { username: input.username } })).toBe(1);
  });

  it("is refused for a user name that exists, beside the field", async () => {
    const admin = await anActor("ADMIN");
    const input = newcomer();
    await createAccount(admin, input, aKey());
    await expect(createAccount(admin, input, aKey())).rejects.toMatchObject({
      code: "people.username_taken",
      issues: [{ path: "username", code: "people.username_taken" }],
    });
  });

  it("is made by the administrator only", async () => {
    for (const role of ["CLERK", "SECTION_CHIEF", "FACTORY_DIRECTOR", "FINANCE"] as const) {
      const actor = await anActor(role);
      const input = newcomer();
      await expect(createAccount(actor, input, aKey())).rejects.toMatchObject({
        code: "common.forbidden",
      });
      expect(await db.person.count({ where: { username: input.username } })).toBe(0);
      expect((await listPeople(actor, emptyListState)).rows).toEqual([]);
    }
  });
});

describe("a one-time link", () => {
  it("opens once, for 72 hours", async () => {
    const admin = await anActor("ADMIN");
    const made = await at("2026-11-23T10:00:00+08:00", () =>
      createAccount(admin, newcomer(), aKey()),
    );
    const token = tokenOf(made.link);

    expect(await at("2026-11-26T09:59:59+08:00", () => findAccountLink(token))).toMatchObject({
      state: "open",
    });
    await at("2026-11-26T10:00:00+08:00", async () => {
      expect(await findAccountLink(token)).toEqual({ state: "expired" });
      await expect(openAccountLink(token, PASSWORD)).rejects.toMatchObject({
        code: "people.link_expired",
      });
    });
    await at("2026-11-24", () => openAccountLink(token, PASSWORD));
    await at("2026-11-24", async () => {
      await expect(openAccountLink(token, PASSWORD)).rejects.toMatchObject({
        code: "people.link_used",
      });
    });
  });

  it("opens once for eight who press at the same moment", async () => {
    const admin = await anActor("ADMIN");
    const { link, personId } = await createAccount(admin, newcomer(), aKey());
    const tries = await Promise.allSettled(
      Array.from({ length: 8 }, () => openAccountLink(tokenOf(link), PASSWORD)),
    );
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const { sessionVersion } = await db.person.findUniqueOrThrow({ where: { id: personId } });
    expect(sessionVersion).toBe(2);
  });

  it("refuses a short or common password and stays open", async () => {
    const admin = await anActor("ADMIN");
    const { link } = await createAccount(admin, newcomer(), aKey());
    const token = tokenOf(link);
    await expect(openAccountLink(token, "short")).rejects.toMatchObject({
      code: "people.password_too_short",
    });
    await expect(openAccountLink(token, "1qaz2wsx3edc")).rejects.toMatchObject({
      code: "people.password_too_common",
    });
    expect(await findAccountLink(token)).toMatchObject({ state: "open" });
  });

  it("says nothing about a token that nobody has issued", async () => {
    expect(await findAccountLink("x".repeat(43))).toEqual({ state: "unknown" });
  });
});

describe("resetting an account", () => {
  it("ends the sessions, the old password and the older link, and gives a new one", async () => {
    const admin = await anActor("ADMIN");
    const person = await createPerson({ password: PASSWORD });
    const input = { personId: person.id, rowVersion: person.rowVersion };
    expect(await findActor(person.id, 1)).not.toBeNull();

    const first = await resetAccount(admin, input, aKey());
    expect(await findActor(person.id, 1)).toBeNull();
    expect(
      (await db.person.findUniqueOrThrow({ where: { id: person.id } })).passwordHash,
    ).toBeNull();

    const second = await resetAccount(admin, { ...input, rowVersion: 2 }, aKey());
    expect(await findAccountLink(tokenOf(first.link))).toEqual({ state: "expired" });
    expect(await findAccountLink(tokenOf(second.link))).toMatchObject({ state: "open" });
  });

  it("is refused for oneself, on a stale page and by anybody else, and changes nothing", async () => {
    const admin = await anActor("ADMIN");
    const person = await createPerson({ password: PASSWORD });
    const input = { personId: person.id, rowVersion: person.rowVersion };

    await expect(
      resetAccount(admin, { personId: admin.id, rowVersion: 1 }, aKey()),
    ).rejects.toMatchObject({ code: "people.not_own_account" });
    await expect(resetAccount(admin, { ...input, rowVersion: 9 }, aKey())).rejects.toMatchObject({
      code: "common.changed_meanwhile",
    });
    await expect(
      resetAccount(await anActor("FACTORY_DIRECTOR"), input, aKey()),
    ).rejects.toMatchObject({ code: "common.forbidden" });
    expect(await db.person.findUniqueOrThrow({ where: { id: person.id } })).toEqual(person);
    expect(await db.accountLink.count({ where: { personId: person.id } })).toBe(0);
  });
});

describe("changing a person", () => {
  const change = (person: Awaited<ReturnType<typeof createPerson>>, changes: object) => ({
    personId: person.id,
    rowVersion: person.rowVersion,
    displayName: person.displayName,
    role: person.role,
    department: person.department,
    phone: null,
    email: null,
    ...changes,
  });

  it("cuts the sessions when the role changes, and only then", async () => {
    const admin = await anActor("ADMIN");
    const person = await createPerson();
    await changePerson(admin, change(person, { displayName: "改名" }), aKey());
    expect(await findActor(person.id, 1)).toMatchObject({ name: "改名" });

    await changePerson(admin, change(person, { rowVersion: 2, role: "FINANCE" }), aKey());
    expect(await findActor(person.id, 1)).toBeNull();
    expect(await findActor(person.id, 2)).toMatchObject({ role: "FINANCE" });
    const audit = await db.auditEvent.findFirstOrThrow({
      where: { subjectId: person.id, type: "person.role_changed" },
    });
    expect(audit.details).toMatchObject({ role: { before: "CLERK", after: "FINANCE" } });
  });

  it("is refused while duties or delegations of the old role are in force", async () => {
    const admin = await anActor("ADMIN");
    const clerk = await createPerson();
    await giveDuty(clerk.id, "SHIPPING_NOTICE");
    await expect(
      changePerson(admin, change(clerk, { role: "FINANCE" }), aKey()),
    ).rejects.toMatchObject({ code: "people.duties_in_force" });

    const chief = await createPerson({ role: "SECTION_CHIEF" });
    const delegate = await createPerson();
    await createDelegation(chief.id, delegate.id);
    for (const person of [chief, delegate]) {
      await expect(
        changePerson(admin, change(person, { role: "ADMIN" }), aKey()),
      ).rejects.toMatchObject({ code: "people.delegations_in_force" });
    }
  });

  it("never takes the role from oneself, and keeps one administrator among rivals", async () => {
    await db.person.updateMany({ where: { role: "ADMIN" }, data: { active: false } });
    const admins = await Promise.all([
      createPerson({ role: "ADMIN" }),
      createPerson({ role: "ADMIN" }),
    ]);
    const actors = await Promise.all(admins.map(({ id }) => findActor(id)));
    const [first, second] = admins;
    const [one, two] = actors;
    if (!first || !second || !one || !two) throw new Error("no administrators");

    await expect(changePerson(one, change(first, { role: "CLERK" }), aKey())).rejects.toMatchObject(
      {
        code: "people.not_own_role",
      },
    );
    await Promise.allSettled([
      changePerson(one, change(second, { role: "CLERK" }), aKey()),
      changePerson(two, change(first, { role: "CLERK" }), aKey()),
    ]);
    expect(await db.person.count({ where: { role: "ADMIN", active: true } })).toBe(1);
  });
});

describe("sessions and coming back", () => {
  it("all end at the administrator's word, the password stays", async () => {
    const admin = await anActor("ADMIN");
    const person = await createPerson({ password: PASSWORD });
    await endSessions(admin, { personId: person.id, rowVersion: 1 }, aKey());
    expect(await findActor(person.id, 1)).toBeNull();
    expect(await findActor(person.id, 2)).not.toBeNull();
    expect((await findPerson(admin, person.id))?.person.state).toBe("ready");
  });

  it("begin anew with a link for somebody who comes back", async () => {
    const admin = await anActor("ADMIN");
    const person = await createPerson({ active: false });
    const input = { personId: person.id, rowVersion: 1 };
    const { link } = await reactivatePerson(admin, input, aKey());
    expect(await findAccountLink(tokenOf(link))).toMatchObject({ state: "open" });
    expect((await findPerson(admin, person.id))?.person.state).toBe("invited");
    await expect(reactivatePerson(admin, input, aKey())).rejects.toMatchObject({
      code: "people.already_active",
    });
  });
});
