import { describe, expect, it } from "vitest";
import { can } from "@/lib/auth/permissions";
import { calendarDate } from "@/lib/core/calendar-date";
import { assignDuty } from "@/lib/people/assign-duty";
import { endDuty } from "@/lib/people/end-duty";
import { listDuties } from "@/lib/people/queries";
import { findActor } from "@/lib/server/actor";
import { db } from "@/lib/server/db";
import { aKey, anActor, createPerson } from "@/tests/factories/people";
import { at } from "@/tests/support/clock";

const day = calendarDate;

describe("a duty", () => {
  it("[R1.1.5-a][R1.2.1-b] gives the act of its clause from its first to its last day", async () => {
    const chief = await anActor("SECTION_CHIEF");
    const clerk = await createPerson();
    await at("2026-11-23", () =>
      assignDuty(
        chief,
        {
          duty: "CONTRACT_NUMBERING",
          personId: clerk.id,
          fromOn: day("2026-11-25"),
          toOn: day("2026-11-30"),
        },
        aKey(),
      ),
    );
    const mayRegisterOn = async (date: string) => {
      const actor = await at(date, () => findActor(clerk.id));
      return actor !== null && can(actor, "contract:register");
    };
    expect(await mayRegisterOn("2026-11-24")).toBe(false);
    expect(await mayRegisterOn("2026-11-25")).toBe(true);
    expect(await mayRegisterOn("2026-11-30")).toBe(true);
    expect(await mayRegisterOn("2026-12-01")).toBe(false);
  });

  it("may have several holders, each once at a time, and its changes are logged", async () => {
    const director = await anActor("FACTORY_DIRECTOR");
    const [one, two] = [await createPerson(), await createPerson()];
    const assign = (personId: string) =>
      at("2026-11-23", () =>
        assignDuty(
          director,
          { duty: "OUTBOUND_SLIP", personId, fromOn: day("2026-11-23"), toOn: null },
          aKey(),
        ),
      );
    const { assignmentId } = await assign(one.id);
    await assign(two.id);
    await expect(assign(one.id)).rejects.toMatchObject({ code: "people.duty_held" });

    const rows = await at("2026-11-23", () => listDuties(director));
    const holders = rows.find(({ duty }) => duty === "OUTBOUND_SLIP")?.holders ?? [];
    expect(holders.map(({ personId }) => personId).sort()).toEqual([one.id, two.id].sort());
    const audit = await db.auditEvent.findFirstOrThrow({ where: { subjectId: assignmentId } });
    expect(audit).toMatchObject({ type: "duty.assigned", actorId: director.id });
  });

  it("is given once by eight who assign it at the same moment", async () => {
    const chief = await anActor("SECTION_CHIEF");
    const clerk = await createPerson();
    await at("2026-11-23", () =>
      Promise.allSettled(
        Array.from({ length: 8 }, () =>
          assignDuty(
            chief,
            { duty: "COLLECTION", personId: clerk.id, fromOn: day("2026-11-23"), toOn: null },
            aKey(),
          ),
        ),
      ),
    );
    expect(await db.dutyAssignment.count({ where: { personId: clerk.id } })).toBe(1);
  });

  it("is refused from the past, for an unsuitable person and by the wrong role", async () => {
    const chief = await anActor("SECTION_CHIEF");
    const clerk = await createPerson();
    const finance = await createPerson({ role: "FINANCE" });
    const gone = await createPerson({ active: false });
    const input = {
      duty: "SHIPPING_NOTICE",
      personId: clerk.id,
      fromOn: day("2026-11-23"),
      toOn: null,
    } as const;
    await at("2026-11-23", async () => {
      const refused = (actor: typeof chief, changes: object) =>
        expect(assignDuty(actor, { ...input, ...changes }, aKey())).rejects;
      await refused(chief, { fromOn: "2026-11-22" }).toMatchObject({
        code: "people.duty_from_past",
      });
      await refused(chief, { toOn: "2026-11-22" }).toMatchObject({
        code: "people.duty_ends_before_start",
      });
      await refused(chief, { personId: finance.id }).toMatchObject({ code: "people.duty_role" });
      await refused(chief, { personId: gone.id }).toMatchObject({ code: "people.duty_role" });
      for (const role of ["CLERK", "ADMIN", "FINANCE"] as const) {
        await refused(await anActor(role), {}).toMatchObject({ code: "common.forbidden" });
      }
    });
    expect(await db.dutyAssignment.count({ where: { duty: "SHIPPING_NOTICE" } })).toBe(0);
  });

  it("ends on a day that is not past, once", async () => {
    const chief = await anActor("SECTION_CHIEF");
    const clerk = await createPerson();
    await at("2026-11-23", async () => {
      const { assignmentId } = await assignDuty(
        chief,
        { duty: "COLLECTION", personId: clerk.id, fromOn: day("2026-11-23"), toOn: null },
        aKey(),
      );
      const end = (toOn: string) => endDuty(chief, { assignmentId, toOn: day(toOn) }, aKey());
      await expect(end("2026-11-22")).rejects.toMatchObject({ code: "people.duty_end_in_past" });
      await expect(
        endDuty(await anActor("CLERK"), { assignmentId, toOn: day("2026-11-23") }, aKey()),
      ).rejects.toMatchObject({ code: "common.forbidden" });
      await end("2026-11-23");
      expect((await findActor(clerk.id))?.duties).toEqual(["COLLECTION"]);
      await at("2026-11-24", async () => {
        expect((await findActor(clerk.id))?.duties).toEqual([]);
        await expect(end("2026-11-24")).rejects.toMatchObject({ code: "people.duty_over" });
      });
    });
  });

  it("is not shown to roles that may not see the table", async () => {
    expect(await listDuties(await anActor("FINANCE"))).toEqual([]);
    expect(await listDuties(await anActor("CLERK"))).toHaveLength(9);
  });
});
