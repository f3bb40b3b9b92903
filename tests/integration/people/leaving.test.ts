import { describe, expect, it } from "vitest";
import { calendarDate, toDbDate } from "@/lib/core/calendar-date";
import { deactivatePerson } from "@/lib/people/deactivate-person";
import { findPerson, listActivePeople } from "@/lib/people/queries";
import { findActor } from "@/lib/server/actor";
import { db, transact } from "@/lib/server/db";
import { newId } from "@/lib/server/ids";
import { openWorkItem } from "@/lib/server/work-items";
import { createCustomer } from "@/tests/factories/customers";
import { aKey, anActor, createDelegation, createPerson, giveDuty } from "@/tests/factories/people";
import { at } from "@/tests/support/clock";

async function giveWorkItem(assigneeId: string) {
  await transact((tx) =>
    openWorkItem(tx, {
      kind: "contract.returned",
      subjectType: "contract",
      subjectId: newId(),
      title: "退回的合同",
      assigneeId,
      dueOn: calendarDate("2026-11-25"),
    }),
  );
}

const leave = (personId: string, successorId: string | null, rowVersion = 1) => ({
  personId,
  rowVersion,
  successorId,
  reason: "离职",
});

describe("somebody leaving", () => {
  it("closes the account and hands over work items and duties in one act", async () => {
    const admin = await anActor("ADMIN");
    const leaver = await createPerson({ displayName: "李雪", password: "一个足够长的密码吧好" });
    const successor = await createPerson({ displayName: "王芳" });
    await giveWorkItem(leaver.id);
    await giveDuty(leaver.id, "SHIPPING_NOTICE");
    await giveDuty(leaver.id, "COLLECTION", "2027-01-01");
    expect((await findPerson(admin, leaver.id))?.matters).toMatchObject({
      workItems: [{ title: "退回的合同" }],
      duties: [{}, {}],
    });

    const handedOver = await at("2026-11-23", () =>
      deactivatePerson(admin, leave(leaver.id, successor.id), aKey()),
    );

    expect(handedOver).toEqual({ workItems: 1, duties: 2, delegations: 0, customers: 0 });
    expect(await findActor(leaver.id)).toBeNull();
    expect(await db.person.findUniqueOrThrow({ where: { id: leaver.id } })).toMatchObject({
      active: false,
      displayName: "李雪",
      passwordHash: null,
      leftOn: toDbDate(calendarDate("2026-11-23")),
    });
    expect(await db.workItem.count({ where: { assigneeId: successor.id, closedAt: null } })).toBe(
      1,
    );
    const actor = await at("2026-11-24", () => findActor(successor.id));
    expect(actor?.duties).toEqual(["SHIPPING_NOTICE"]);
    const later = await at("2027-01-01", () => findActor(successor.id));
    expect([...(later?.duties ?? [])].sort()).toEqual(["COLLECTION", "SHIPPING_NOTICE"]);
    expect((await listActivePeople()).map(({ id }) => id)).not.toContain(leaver.id);
    const audit = await db.auditEvent.findFirstOrThrow({
      where: { subjectId: leaver.id, type: "person.left" },
    });
    expect(audit.details).toMatchObject({ successor: "王芳", workItems: 1, duties: 2 });
  });

  it("hands customers over to somebody who can look after them", async () => {
    const admin = await anActor("ADMIN");
    const leaver = await createPerson({ role: "SALESPERSON", displayName: "马强" });
    const successor = await createPerson({ role: "SALESPERSON", displayName: "何敏" });
    const finance = await createPerson({ role: "FINANCE" });
    const mine = await createCustomer({ ownerId: leaver.id });
    const other = await createCustomer();
    const attempt = (successorId: string | null) =>
      deactivatePerson(admin, leave(leaver.id, successorId), aKey());
    await expect(attempt(null)).rejects.toMatchObject({ code: "people.successor_needed" });
    await expect(attempt(finance.id)).rejects.toMatchObject({
      code: "people.successor_cannot_own_customers",
    });

    expect(await attempt(successor.id)).toMatchObject({ customers: 1 });

    const ownerOf = async (id: string) =>
      (await db.customer.findUniqueOrThrow({ where: { id } })).ownerId;
    expect(await ownerOf(mine.id)).toBe(successor.id);
    expect(await ownerOf(other.id)).toBe(other.ownerId);
    const told = await db.auditEvent.findFirstOrThrow({
      where: { subjectId: mine.id, type: "customer.changed" },
    });
    expect(told.details).toEqual({ owner: { before: "马强", after: "何敏" } });
  });

  it("ends the delegations from and to the person", async () => {
    const admin = await anActor("ADMIN");
    const chief = await createPerson({ role: "SECTION_CHIEF" });
    const delegate = await createPerson();
    await createDelegation(chief.id, delegate.id);
    expect((await findActor(delegate.id))?.delegations).toHaveLength(1);
    await deactivatePerson(admin, leave(chief.id, null), aKey());
    expect((await findActor(delegate.id))?.delegations).toEqual([]);
    expect(await db.delegation.count({ where: { principalId: chief.id, revokedAt: null } })).toBe(
      0,
    );
  });

  it("needs a successor who is here and can hold the duties, and otherwise changes nothing", async () => {
    const admin = await anActor("ADMIN");
    const leaver = await createPerson();
    await giveDuty(leaver.id, "CONTRACT_NUMBERING");
    const gone = await createPerson({ active: false });
    const finance = await createPerson({ role: "FINANCE" });
    const attempts: [string | null, string][] = [
      [null, "people.successor_needed"],
      [gone.id, "people.successor_unsuitable"],
      [leaver.id, "people.successor_unsuitable"],
      [admin.id, "people.successor_unsuitable"],
      [finance.id, "people.successor_cannot_hold_duty"],
    ];
    for (const [successorId, code] of attempts) {
      await expect(
        deactivatePerson(admin, leave(leaver.id, successorId), aKey()),
      ).rejects.toMatchObject({ code });
    }
    expect(await db.person.findUniqueOrThrow({ where: { id: leaver.id } })).toEqual(leaver);
    expect(await db.dutyAssignment.count({ where: { personId: leaver.id, toOn: null } })).toBe(1);
  });

  it("is refused for oneself, on a stale page, twice and by anybody but the administrator", async () => {
    const admin = await anActor("ADMIN");
    const leaver = await createPerson();
    const attempt = (actor = admin, personId = leaver.id, rowVersion = 1) =>
      deactivatePerson(actor, leave(personId, null, rowVersion), aKey());

    await expect(attempt(admin, admin.id)).rejects.toMatchObject({
      code: "people.not_own_account",
    });
    await expect(attempt(admin, leaver.id, 7)).rejects.toMatchObject({
      code: "common.changed_meanwhile",
    });
    await expect(attempt(await anActor("SECTION_CHIEF"))).rejects.toMatchObject({
      code: "common.forbidden",
    });
    await attempt();
    await expect(attempt(admin, leaver.id, 2)).rejects.toMatchObject({ code: "people.inactive" });
  });

  it("answers a repeated key with the first answer", async () => {
    const admin = await anActor("ADMIN");
    const leaver = await createPerson();
    const key = aKey();
    const first = await deactivatePerson(admin, leave(leaver.id, null), key);
    expect(await deactivatePerson(admin, leave(leaver.id, null), key)).toEqual(first);
  });
});
