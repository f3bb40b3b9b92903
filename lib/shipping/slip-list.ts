import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import type { ListPage, ListState } from "@/lib/core/list-state";
import { resolveCustomersByName } from "@/lib/customers/queries";
import { Prisma } from "@/lib/server/db";
import { listPage } from "@/lib/server/list-query";
import { defineList, type ListSpec } from "@/lib/server/list-spec";
import { shippingScope } from "./scope";
import { SLIP_STATUSES } from "./slip-lifecycle";

/** The register of outbound slips (F10), red ones included, newest first. */
export const slipList: ListSpec = defineList({
  register: "slips",
  from: Prisma.sql`outbound_slip d left join shipping_notice n on n.id = d.notice_id`,
  id: Prisma.sql`d.id`,
  defaultSort: { key: "createdAt", direction: "desc" },
  search: {
    number: [
      { sql: Prisma.sql`d.doc_no`, pattern: /^CK\d/i },
      { sql: Prisma.sql`d.contract_no`, pattern: /^LG\d/i },
    ],
    customer: { sql: Prisma.sql`d.customer_id`, resolve: resolveCustomersByName },
  },
  filters: [
    { key: "status", kind: "enum", sql: Prisma.sql`d.status::text`, values: SLIP_STATUSES },
    { key: "contract", kind: "prefix", sql: Prisma.sql`d.contract_no`, upperCase: true },
    { key: "slipOn", kind: "dates", sql: Prisma.sql`d.slip_on` },
    { key: "issuedOn", kind: "dates", sql: Prisma.sql`d.issued_on` },
    { key: "exception", kind: "flag", sql: Prisma.sql`cardinality(d.approved_violations) > 0` },
    { key: "red", kind: "flag", sql: Prisma.sql`d.red_of_id is not null` },
  ],
  columns: [
    {
      key: "docNo",
      kind: "link",
      sql: Prisma.sql`coalesce(d.doc_no, '—')`,
      header: "shipping.columns.slip_no",
    },
    {
      key: "status",
      kind: "state",
      sql: Prisma.sql`case when d.red_of_id is null then d.status::text else 'RED' end`,
      header: "shipping.columns.status",
    },
    {
      key: "contractNo",
      kind: "code",
      sql: Prisma.sql`d.contract_no`,
      header: "shipping.columns.contract_no",
    },
    {
      key: "noticeNo",
      kind: "code",
      sql: Prisma.sql`coalesce(n.doc_no, '')`,
      header: "shipping.columns.notice_no",
    },
    {
      key: "customerName",
      kind: "text",
      sql: Prisma.sql`d.customer_name`,
      header: "shipping.columns.customer",
    },
    {
      key: "slipOn",
      kind: "date",
      sql: Prisma.sql`d.slip_on`,
      header: "shipping.columns.slip_on",
      sortable: true,
    },
    {
      key: "totalAmount",
      kind: "money",
      sql: Prisma.sql`d.total_amount`,
      header: "shipping.columns.amount",
      totalled: true,
      permission: "price:see",
    },
    {
      key: "issuedOn",
      kind: "date",
      sql: Prisma.sql`d.issued_on`,
      header: "shipping.columns.issued_on",
      nullable: true,
      sortable: true,
    },
    {
      key: "issuedByName",
      kind: "text",
      sql: Prisma.sql`coalesce(d.issued_by_name, '')`,
      header: "shipping.columns.keeper",
    },
    {
      key: "preparedByName",
      kind: "text",
      sql: Prisma.sql`d.prepared_by_name`,
      header: "shipping.columns.prepared_by",
    },
    {
      key: "createdAt",
      kind: "instant",
      sql: Prisma.sql`d.created_at`,
      header: "shipping.columns.created_at",
      sortable: true,
    },
  ],
});

/** One page of the slips that the actor may see. */
export function listSlips(actor: Actor, state: ListState): Promise<ListPage> {
  return listPage(slipList, { actor, state, scope: shippingScope(actor) });
}
