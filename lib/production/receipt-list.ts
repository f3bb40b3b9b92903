import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import type { ListPage, ListState } from "@/lib/core/list-state";
import { Prisma } from "@/lib/server/db";
import { listPage } from "@/lib/server/list-query";
import { defineList, type ListSpec } from "@/lib/server/list-spec";
import { RECEIPT_STATUSES } from "./receipt-lifecycle";

/** What the workshop delivered (F27), newest first: to inspect, to receive, received. */
export const receiptList: ListSpec = defineList({
  register: "productionReceipts",
  from: Prisma.sql`inbound_slip i join inbound_line l on l.inbound_slip_id = i.id and l.line_no = 1`,
  id: Prisma.sql`i.id`,
  defaultSort: { key: "createdAt", direction: "desc" },
  search: {
    number: [
      { sql: Prisma.sql`i.doc_no`, pattern: /^RK\d/i },
      { sql: Prisma.sql`i.task_no`, pattern: /^SC\d/i },
      { sql: Prisma.sql`i.contract_no`, pattern: /^LG\d/i },
    ],
  },
  filters: [
    { key: "status", kind: "enum", sql: Prisma.sql`i.status::text`, values: RECEIPT_STATUSES },
    { key: "contract", kind: "prefix", sql: Prisma.sql`i.contract_no`, upperCase: true },
    { key: "task", kind: "prefix", sql: Prisma.sql`i.task_no`, upperCase: true },
    { key: "receivedOn", kind: "dates", sql: Prisma.sql`i.received_on` },
  ],
  columns: [
    {
      key: "docNo",
      kind: "link",
      sql: Prisma.sql`coalesce(i.doc_no, '—')`,
      header: "production.columns.inbound_no",
    },
    {
      key: "status",
      kind: "state",
      sql: Prisma.sql`i.status`,
      header: "production.columns.status",
    },
    {
      key: "taskNo",
      kind: "code",
      sql: Prisma.sql`i.task_no`,
      header: "production.columns.task_no",
    },
    {
      key: "contractNo",
      kind: "code",
      sql: Prisma.sql`i.contract_no`,
      header: "production.columns.contract_no",
    },
    {
      key: "productName",
      kind: "text",
      sql: Prisma.sql`l.product_name`,
      header: "production.columns.product",
    },
    { key: "spec", kind: "text", sql: Prisma.sql`l.spec`, header: "production.columns.spec" },
    {
      key: "deliveredQty",
      kind: "quantity",
      sql: Prisma.sql`l.delivered_qty`,
      header: "production.columns.delivered",
      totalled: true,
    },
    {
      key: "rejectedQty",
      kind: "quantity",
      sql: Prisma.sql`l.rejected_qty`,
      header: "production.columns.rejected",
      totalled: true,
    },
    {
      key: "receivedQty",
      kind: "quantity",
      sql: Prisma.sql`case when i.status = 'POSTED' then l.received_qty else 0 end`,
      header: "production.columns.received",
      totalled: true,
    },
    { key: "unit", kind: "text", sql: Prisma.sql`l.unit`, header: "production.columns.unit" },
    {
      key: "fromDepartment",
      kind: "text",
      sql: Prisma.sql`i.from_department`,
      header: "production.columns.from_department",
    },
    {
      key: "deliveredBy",
      kind: "text",
      sql: Prisma.sql`i.delivered_by`,
      header: "production.columns.delivered_by",
    },
    {
      key: "inspectedByName",
      kind: "text",
      sql: Prisma.sql`coalesce(i.inspected_by_name, '')`,
      header: "production.columns.inspected_by",
    },
    {
      key: "postedByName",
      kind: "text",
      sql: Prisma.sql`coalesce(i.posted_by_name, '')`,
      header: "production.columns.keeper",
    },
    {
      key: "createdAt",
      kind: "instant",
      sql: Prisma.sql`i.created_at`,
      header: "production.columns.delivered_at",
      sortable: true,
    },
  ],
});

export const RECEIPT_SCOPE = Prisma.sql`i.inbound_type = 'PRODUCTION'`;

/** One page of the production receipts; whoever reads stock sees all of them. */
export function listReceipts(actor: Actor, state: ListState): Promise<ListPage> {
  return listPage(receiptList, { actor, state, scope: RECEIPT_SCOPE });
}
