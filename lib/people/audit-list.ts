import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { can } from "@/lib/auth/permissions";
import type { ListPage, ListState } from "@/lib/core/list-state";
import { isUuid } from "@/lib/core/uuid";
import { auditedDocument } from "@/lib/people/audited-document";
import { db, Prisma } from "@/lib/server/db";
import { listPage } from "@/lib/server/list-query";
import { defineList, type ListSpec } from "@/lib/server/list-spec";

/** What the filters offer: kinds of events and people, given by whoever names them. */
type AuditChoices = { types: readonly string[]; personIds: readonly string[] };

/** The audit trail, newest first. */
export function auditList({ types, personIds }: AuditChoices): ListSpec {
  return defineList({
    register: "audit",
    from: Prisma.sql`audit_event a`,
    id: Prisma.sql`a.id`,
    columns: [
      {
        key: "at",
        kind: "instant",
        sql: Prisma.sql`a.at`,
        header: "people.audit_register.at",
        sortable: true,
      },
      { key: "type", kind: "text", sql: Prisma.sql`a.type`, header: "people.audit_register.what" },
      {
        key: "document",
        kind: "text",
        sql: auditedDocument,
        header: "people.audit_register.subject",
        nullable: true,
      },
      {
        key: "actorName",
        kind: "text",
        sql: Prisma.sql`a.actor_name`,
        header: "people.audit_register.who",
      },
      {
        key: "onBehalfOf",
        kind: "text",
        sql: Prisma.sql`a.on_behalf_of`,
        header: "people.audit_register.on_behalf",
        nullable: true,
      },
    ],
    filters: [
      { key: "type", kind: "enum", sql: Prisma.sql`a.type`, values: types },
      { key: "person", kind: "enum", sql: Prisma.sql`a.actor_id::text`, values: personIds },
      { key: "day", kind: "dates", sql: Prisma.sql`a.at`, instant: true },
    ],
    defaultSort: { key: "at", direction: "desc" },
  });
}

/** One page of the audit trail; nothing for whoever may not read it. */
export function listAuditEvents(
  actor: Actor,
  state: ListState,
  choices: AuditChoices,
): Promise<ListPage> {
  const scope = can(actor, "audit:read") ? Prisma.sql`true` : Prisma.sql`false`;
  return listPage(auditList(choices), { actor, state, scope });
}

/** Everybody who has ever been here, for the filter. */
export function listEverybody() {
  return db.person.findMany({
    orderBy: [{ active: "desc" }, { displayName: "asc" }, { id: "asc" }],
    select: { id: true, displayName: true },
  });
}

export type AuditDetail = { field: string; before: string | null; after: string | null };

/** One event with its changes (before and after) and its other facts; null when not to be seen. */
export async function findAuditEvent(actor: Actor, id: string) {
  if (!can(actor, "audit:read") || !isUuid(id)) return null;
  const event = await db.auditEvent.findUnique({ where: { id } });
  if (!event) return null;
  const [named] = await db.$queryRaw<{ document: string | null }[]>`
    select ${auditedDocument} as document from audit_event a where a.id = ${id}::uuid`;
  const details = Object.entries((event.details ?? {}) as Record<string, unknown>);
  return {
    type: event.type,
    actorName: event.actorName,
    onBehalfOf: event.onBehalfOf,
    at: event.at,
    subjectType: event.subjectType,
    subjectId: event.subjectId,
    document: named?.document ?? null,
    changes: details.flatMap(([field, value]) => toChange(field, value)),
    facts: details.flatMap(([field, value]) => toFact(field, value)),
  };
}

function isChange(value: unknown): value is { before: unknown; after: unknown } {
  return typeof value === "object" && value !== null && "before" in value && "after" in value;
}

function toChange(field: string, value: unknown): AuditDetail[] {
  if (!isChange(value)) return [];
  return [{ field, before: asText(value.before), after: asText(value.after) }];
}

function toFact(field: string, value: unknown): { field: string; value: string }[] {
  const text = isChange(value) ? null : asText(value);
  return text === null ? [] : [{ field, value: text }];
}

function asText(value: unknown): string | null {
  if (value === null || value === undefined || value === "") return null;
  if (Array.isArray(value)) return value.map(String).join("、");
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
