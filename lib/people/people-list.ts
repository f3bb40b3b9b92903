import "server-only";
import { type Actor, can } from "@/lib/auth/permissions";
import { ROLES } from "@/lib/auth/roles";
import type { ListPage, ListState } from "@/lib/core/list-state";
import { clock } from "@/lib/server/clock";
import { Prisma } from "@/lib/server/db";
import { listPage } from "@/lib/server/list-query";
import { defineList, type ListSpec } from "@/lib/server/list-spec";
import { ACCOUNT_STATES } from "./labels";

/** All accounts by role and name; those who have left stand last. */
export function peopleList(now: Date): ListSpec {
  const state = Prisma.sql`case when not p.active then 'left' when p.password_hash is not null then 'ready'
    when exists (select 1 from account_link k where k.person_id = p.id and k.used_at is null
      and k.expires_at > ${now}) then 'invited' else 'no_password' end`;
  return defineList({
    register: "people",
    from: Prisma.sql`person p`,
    id: Prisma.sql`p.id`,
    defaultSort: { key: "order", direction: "asc" },
    search: {
      text: { sql: Prisma.sql`lower(p.display_name || ' ' || p.username || ' ' || p.department)` },
    },
    filters: [
      { key: "role", kind: "enum", sql: Prisma.sql`p.role`, type: "role", values: ROLES },
      { key: "state", kind: "enum", sql: state, values: ACCOUNT_STATES },
    ],
    columns: peopleColumns(state),
  });
}

const peopleColumns = (state: Prisma.Sql): ListSpec["columns"] => [
  {
    key: "order",
    kind: "text",
    sql: Prisma.sql`(case when p.active then '0' else '1' end || p.role::text || ' ' || p.display_name)`,
    sortable: true,
    hidden: true,
  },
  {
    key: "displayName",
    kind: "text",
    sql: Prisma.sql`p.display_name`,
    header: "people.fields.display_name",
    sortable: true,
  },
  {
    key: "username",
    kind: "code",
    sql: Prisma.sql`p.username`,
    header: "people.fields.username",
    sortable: true,
  },
  { key: "role", kind: "text", sql: Prisma.sql`p.role::text`, header: "people.fields.role" },
  {
    key: "department",
    kind: "text",
    sql: Prisma.sql`p.department`,
    header: "people.fields.department",
  },
  { key: "phone", kind: "code", sql: Prisma.sql`p.phone`, header: "people.fields.phone" },
  { key: "state", kind: "state", sql: state, header: "people.fields.state" },
  { key: "leftOn", kind: "date", sql: Prisma.sql`p.left_on`, header: "people.fields.left_on" },
];

/** Accounts are the administrator's business; nobody else sees a row. */
export function peopleScope(actor: Actor): Prisma.Sql {
  return can(actor, "person:manage") ? Prisma.sql`true` : Prisma.sql`false`;
}

/** One page of the accounts. */
export function listPeople(actor: Actor, state: ListState): Promise<ListPage> {
  return listPage(peopleList(clock.now()), { actor, state, scope: peopleScope(actor) });
}
