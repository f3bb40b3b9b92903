import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import type { ListPage, ListState } from "@/lib/core/list-state";
import { Prisma } from "@/lib/server/db";
import { listPage } from "@/lib/server/list-query";
import { defineList, type ListSpec } from "@/lib/server/list-spec";
import { INBOUND_STATUSES, INBOUND_TYPES } from "@/lib/stock/labels";

/** The inbound slips (F27), latest first. */
export const inboundList: ListSpec = defineList({
  register: "inbound",
  from: Prisma.sql`inbound_slip i
    cross join lateral (select count(*)::int as lines, min(l.product_name) filter (where l.line_no = 1) as first_name
      from inbound_line l where l.inbound_slip_id = i.id) l`,
  id: Prisma.sql`i.id`,
  columns: [
    {
      key: "docNo",
      kind: "link",
      sql: Prisma.sql`i.doc_no`,
      header: "stock.columns.doc_no",
      nullable: true,
    },
    {
      key: "receivedOn",
      kind: "date",
      sql: Prisma.sql`i.received_on`,
      header: "stock.columns.received_on",
      sortable: true,
    },
    {
      key: "inboundType",
      kind: "text",
      sql: Prisma.sql`i.inbound_type`,
      header: "stock.columns.inbound_type",
    },
    {
      key: "fromDepartment",
      kind: "text",
      sql: Prisma.sql`i.from_department`,
      header: "stock.columns.from_department",
    },
    {
      key: "firstName",
      kind: "text",
      sql: Prisma.sql`l.first_name`,
      header: "stock.columns.goods",
      nullable: true,
    },
    { key: "lines", kind: "integer", sql: Prisma.sql`l.lines`, header: "stock.columns.lines" },
    { key: "status", kind: "state", sql: Prisma.sql`i.status`, header: "stock.columns.status" },
    {
      key: "createdByName",
      kind: "text",
      sql: Prisma.sql`i.created_by_name`,
      header: "stock.columns.created_by",
    },
    {
      key: "postedAt",
      kind: "instant",
      sql: Prisma.sql`i.posted_at`,
      header: "stock.columns.posted_at",
      nullable: true,
    },
  ],
  filters: [
    { key: "status", kind: "enum", sql: Prisma.sql`i.status`, values: INBOUND_STATUSES },
    { key: "type", kind: "enum", sql: Prisma.sql`i.inbound_type`, values: INBOUND_TYPES },
    { key: "received", kind: "dates", sql: Prisma.sql`i.received_on` },
  ],
  search: { number: { sql: Prisma.sql`i.doc_no`, pattern: /^rk\d/ } },
  defaultSort: { key: "receivedOn", direction: "desc" },
});

/** One page of the inbound slips; whoever reads stock sees all of them. */
export function listInbound(actor: Actor, state: ListState): Promise<ListPage> {
  return listPage(inboundList, { actor, state, scope: Prisma.sql`true` });
}
