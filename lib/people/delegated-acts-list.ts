import "server-only";
import { type Actor, can } from "@/lib/auth/permissions";
import type { ListPage, ListState } from "@/lib/core/list-state";
import { db, Prisma } from "@/lib/server/db";
import { listPage } from "@/lib/server/list-query";
import { defineList, type ListSpec } from "@/lib/server/list-spec";

/** What the filters offer: the people in whose place something was signed, and who signed. */
export type ActChoices = {
  principals: readonly { id: string; name: string }[];
  delegates: readonly { id: string; name: string }[];
};

/** Where the document is opened: requests and reversals stand on the page of what they are about. */
const place = Prisma.sql`case s.subject_type
  when 'slip_reversal' then 'outbound_slip' when 'contract_request' then 'contract'
  when 'short_close' then 'contract' else s.subject_type end`;
const placeId = Prisma.sql`coalesce(
  (select r.slip_id from slip_reversal r where r.id = s.subject_id),
  (select r.contract_id from contract_request r where r.id = s.subject_id),
  (select r.contract_id from short_close r where r.id = s.subject_id), s.subject_id)`;

/** Everything that delegates decided in somebody's name, for the principal to read later (Q27, F45). */
export function delegatedActs({ principals, delegates }: ActChoices): ListSpec {
  return defineList({
    register: "delegated-acts",
    from: Prisma.sql`signature s join delegation g on g.id = s.delegation_id
      left join signed_document d on d.subject_type = s.subject_type and d.id = s.subject_id`,
    id: Prisma.sql`s.id`,
    defaultSort: { key: "signedAt", direction: "desc" },
    filters: [
      {
        key: "principal",
        kind: "enum",
        sql: Prisma.sql`s.on_behalf_of_id::text`,
        values: principals.map(({ id }) => id),
      },
      {
        key: "delegate",
        kind: "enum",
        sql: Prisma.sql`s.signed_by_id::text`,
        values: delegates.map(({ id }) => id),
      },
      { key: "day", kind: "dates", sql: Prisma.sql`s.signed_at`, instant: true },
      { key: "number", kind: "prefix", sql: Prisma.sql`d.doc_no`, upperCase: true },
      { key: "phone", kind: "flag", sql: Prisma.sql`s.asked_by_phone` },
    ],
    columns: [
      column("signedAt", "instant", Prisma.sql`s.signed_at`, { sortable: true }),
      column("docNo", "link", Prisma.sql`coalesce(nullif(d.doc_no, ''), '—')`),
      column("document", "text", Prisma.sql`s.subject_type`),
      column("customerName", "text", Prisma.sql`coalesce(d.customer_name, '')`),
      column("amount", "money", Prisma.sql`d.amount`, {
        nullable: true,
        totalled: true,
        permission: "price:see",
      }),
      column("step", "text", Prisma.sql`s.step::text`),
      column("decision", "text", Prisma.sql`s.decision::text`),
      column("signedByName", "text", Prisma.sql`s.signed_by_name`),
      column("principalName", "text", Prisma.sql`coalesce(s.on_behalf_of_name, '')`),
      column("askedByPhone", "text", Prisma.sql`s.asked_by_phone`),
      column("comment", "text", Prisma.sql`s.comment`),
      column("delegationNo", "code", Prisma.sql`g.doc_no`),
      { key: "place", kind: "text", sql: place, hidden: true },
      { key: "placeId", kind: "text", sql: placeId, hidden: true },
    ],
  });
}

type Column = ListSpec["columns"][number];

function column(
  key: string,
  kind: Column["kind"],
  sql: Prisma.Sql,
  more: Partial<Column> = {},
): Column {
  return { key, kind, sql, header: `people.delegated_acts.columns.${key}`, ...more };
}

/** Principals and delegates of all delegations that were used, for the filters. */
export async function actChoices(): Promise<ActChoices> {
  const rows = await db.$queryRaw<{ side: string; id: string; name: string }[]>`
    select distinct on (side, id) side, id::text as id, name from (
      select 'principal' as side, on_behalf_of_id as id, on_behalf_of_name as name from signature
        where on_behalf_of_id is not null
      union all
      select 'delegate', signed_by_id, signed_by_name from signature where on_behalf_of_id is not null
    ) people order by side, id, name`;
  const of = (side: string) => rows.filter((row) => row.side === side);
  return { principals: of("principal"), delegates: of("delegate") };
}

export function actsScope(actor: Actor): Prisma.Sql {
  return can(actor, "duty:read") ? Prisma.sql`true` : Prisma.sql`false`;
}

/** One page of the acts; nothing for whoever may not read delegations. */
export function listDelegatedActs(
  actor: Actor,
  state: ListState,
  choices: ActChoices,
): Promise<ListPage> {
  return listPage(delegatedActs(choices), { actor, state, scope: actsScope(actor) });
}
