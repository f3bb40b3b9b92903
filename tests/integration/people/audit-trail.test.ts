import { describe, expect, it } from "vitest";
import { emptyListState } from "@/lib/core/list-state";
import { findAuditEvent, listAuditEvents } from "@/lib/people/audit-list";
import { auditedDocument } from "@/lib/people/audited-document";
import { SUBJECT_TYPES } from "@/lib/records/subjects";
import { recordAudit } from "@/lib/server/audit";
import { db, transact } from "@/lib/server/db";
import { newId } from "@/lib/server/ids";
import { createContract } from "@/tests/factories/contracts";
import { anActor } from "@/tests/factories/people";
import { at } from "@/tests/support/clock";
import { countQueries } from "@/tests/support/query-counter";

const TYPES = ["person.created", "setting.changed"];

async function write(count: number, type: string) {
  const actor = await anActor("ADMIN");
  for (let index = 0; index < count; index += 1) {
    await at(`2026-11-2${index % 3}`, () =>
      transact((tx) =>
        recordAudit(tx, actor, {
          type,
          subjectType: "person",
          subjectId: newId(),
          details: { index, role: { before: "CLERK", after: "FINANCE" } },
        }),
      ),
    );
  }
  return actor;
}

describe("the audit trail", () => {
  it("is read page by page with one query, newest first, and narrowed by kind, person and day", async () => {
    const director = await anActor("FACTORY_DIRECTOR");
    const writer = await write(7, "person.created");
    await write(2, "setting.changed");
    const choices = { types: TYPES, personIds: [writer.id] };
    const read = (changes: object) =>
      listAuditEvents(director, { ...emptyListState, ...changes }, choices);

    const { result: first, queries } = await countQueries(() => read({ size: 5 }));
    expect(queries).toHaveLength(1);
    expect(first.rows).toHaveLength(5);
    const times = first.rows.map(({ at: time }) => String(time));
    expect(times).toEqual([...times].sort().reverse());
    const second = await read({ size: 5, after: first.next });
    expect(second.rows).toHaveLength(4);

    const ofPerson = await read({ filters: { person: [writer.id] } });
    expect(ofPerson.rows).toHaveLength(7);
    const ofKind = await read({ filters: { type: ["setting.changed"] } });
    expect(ofKind.rows).toHaveLength(2);
    const ofDay = await read({ filters: { day: ["2026-11-21", "2026-11-21"] } });
    expect(ofDay.rows).toHaveLength(3);
  });

  it("shows one event with before and after", async () => {
    const chief = await anActor("SECTION_CHIEF");
    const { id } = await db.auditEvent.findFirstOrThrow({ where: { type: "person.created" } });
    expect(await findAuditEvent(chief, id)).toMatchObject({
      type: "person.created",
      changes: [{ field: "role", before: "CLERK", after: "FINANCE" }],
      facts: [{ field: "index" }],
    });
    expect(await findAuditEvent(chief, "no-id")).toBeNull();
  });

  it("is closed to everybody but chief, director and administrator", async () => {
    const { id } = await db.auditEvent.findFirstOrThrow();
    for (const role of ["CLERK", "FINANCE", "WAREHOUSE_KEEPER"] as const) {
      const actor = await anActor(role);
      const page = await listAuditEvents(actor, emptyListState, { types: TYPES, personIds: [] });
      expect(page.rows).toEqual([]);
      expect(await findAuditEvent(actor, id)).toBeNull();
    }
  });

  it("is never changed or removed", async () => {
    const { id } = await db.auditEvent.findFirstOrThrow();
    await expect(db.auditEvent.update({ where: { id }, data: { type: "x" } })).rejects.toThrow();
    await expect(db.auditEvent.delete({ where: { id } })).rejects.toThrow();
  });

  it("names the document of each event, whatever it is, and what is none stays empty", async () => {
    const clerk = await anActor("CLERK");
    const { id, customerName } = await createContract({ clerk });
    const reader = await anActor("FACTORY_DIRECTOR");
    const page = await listAuditEvents(reader, emptyListState, { types: TYPES, personIds: [] });
    const drafted = page.rows.find(({ type }) => type === "contract.drafted");
    expect(drafted?.document).toBe(customerName);
    expect(await findAuditEvent(reader, String(drafted?.id))).toMatchObject({
      subjectType: "contract",
      subjectId: id,
      document: customerName,
    });
  });

  it("knows a name for every kind of document that hangs in the records", () => {
    const unnamed = SUBJECT_TYPES.filter((kind) => !auditedDocument.sql.includes(`when '${kind}'`));
    expect(unnamed).toEqual([]);
  });
});
