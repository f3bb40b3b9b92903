import "server-only";
import { type Actor, seesOwnOnly } from "@/lib/auth/permissions";
import type { CalendarDate } from "@/lib/core/calendar-date";
import type { ListPage, ListState } from "@/lib/core/list-state";
import { resolveCustomersByName } from "@/lib/customers/search";
import { REVIEW_STATUSES } from "@/lib/reviews/lifecycle";
import { CONCLUSIONS, REVIEW_KINDS } from "@/lib/reviews/policy";
import { clock } from "@/lib/server/clock";
import { Prisma } from "@/lib/server/db";
import { listPage } from "@/lib/server/list-query";
import { defineList, type ListSpec } from "@/lib/server/list-spec";

/** Salespeople see what they wrote and what concerns their customers; alias `r`. */
export function reviewScope(actor: Actor): Prisma.Sql {
  if (!seesOwnOnly(actor)) return Prisma.sql`true`;
  return Prisma.sql`(r.drafted_by_id = ${actor.id}::uuid
    or exists (select 1 from customer k where k.id = r.customer_id and k.owner_id = ${actor.id}::uuid))`;
}

/** Whether contracts may rest on it on that day; never stored. */
const validityOn = (today: CalendarDate) => Prisma.sql`case when r.status <> 'EFFECTIVE' then null
  when greatest(r.valid_until, r.reuse_until) < ${today}::date then 'EXPIRED'
  when r.valid_until < ${today}::date then 'REUSED' else 'VALID' end`;

const FIRST_PRODUCT = Prisma.sql`(select l.product_name || ' ' || l.spec
    || case when n.lines > 1 then ' 等' || n.lines || '项' else '' end
  from review_line l, (select count(*) as lines from review_line where review_id = r.id) n
  where l.review_id = r.id order by l.line_no limit 1)`;

const STILL_OUT = Prisma.sql`case when r.status = 'CIRCULATING' then
  (select count(*)::int from review_opinion o where o.review_id = r.id and o.signed_at is null) end`;

/** The register of requirements reviews (F05), newest first. */
export const reviewList = (today: CalendarDate): ListSpec =>
  defineList({
    register: "reviews",
    from: Prisma.sql`review r`,
    id: Prisma.sql`r.id`,
    defaultSort: { key: "createdOn", direction: "desc" },
    search: {
      number: { sql: Prisma.sql`r.doc_no`, pattern: /^ps\d/i },
      customer: { sql: Prisma.sql`r.customer_id`, resolve: resolveCustomersByName },
    },
    filters: [
      { key: "status", kind: "enum", sql: Prisma.sql`r.status::text`, values: REVIEW_STATUSES },
      { key: "kind", kind: "enum", sql: Prisma.sql`r.review_kind::text`, values: REVIEW_KINDS },
      { key: "conclusion", kind: "enum", sql: Prisma.sql`r.conclusion::text`, values: CONCLUSIONS },
      {
        key: "expired",
        kind: "flag",
        sql: Prisma.sql`(r.status = 'EFFECTIVE'
        and greatest(r.valid_until, r.reuse_until) < ${today}::date)`,
      },
      { key: "created", kind: "dates", sql: Prisma.sql`r.created_at`, instant: true },
    ],
    columns: [
      {
        key: "docNo",
        kind: "link",
        sql: Prisma.sql`r.doc_no`,
        header: "reviews.columns.doc_no",
        nullable: true,
      },
      {
        key: "version",
        kind: "integer",
        sql: Prisma.sql`r.version`,
        header: "reviews.columns.version",
      },
      {
        key: "status",
        kind: "state",
        sql: Prisma.sql`r.status::text`,
        header: "reviews.columns.status",
      },
      {
        key: "customerName",
        kind: "text",
        sql: Prisma.sql`r.customer_name`,
        header: "reviews.columns.customer",
      },
      {
        key: "products",
        kind: "text",
        sql: FIRST_PRODUCT,
        header: "reviews.columns.products",
        nullable: true,
      },
      {
        key: "kind",
        kind: "text",
        sql: Prisma.sql`r.review_kind::text`,
        header: "reviews.columns.kind",
      },
      {
        key: "open",
        kind: "integer",
        sql: STILL_OUT,
        header: "reviews.columns.open",
        nullable: true,
      },
      {
        key: "conclusion",
        kind: "text",
        sql: Prisma.sql`r.conclusion::text`,
        header: "reviews.columns.conclusion",
        nullable: true,
      },
      {
        key: "validUntil",
        kind: "date",
        sql: Prisma.sql`greatest(r.valid_until, r.reuse_until)`,
        header: "reviews.columns.valid_until",
        nullable: true,
      },
      {
        key: "validity",
        kind: "state",
        sql: validityOn(today),
        header: "reviews.columns.validity",
        nullable: true,
      },
      {
        key: "draftedByName",
        kind: "text",
        sql: Prisma.sql`r.drafted_by_name`,
        header: "reviews.columns.drafted_by",
      },
      {
        key: "createdOn",
        kind: "instant",
        sql: Prisma.sql`r.created_at`,
        header: "reviews.columns.created_at",
        sortable: true,
      },
    ],
  });

/** One page of the register. */
export function listReviews(actor: Actor, state: ListState): Promise<ListPage> {
  return listPage(reviewList(clock.today()), { actor, state, scope: reviewScope(actor) });
}
