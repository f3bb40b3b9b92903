import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import type { ListPage, ListState } from "@/lib/core/list-state";
import { resolveCustomersByName } from "@/lib/customers/queries";
import { Prisma } from "@/lib/server/db";
import { listPage } from "@/lib/server/list-query";
import { defineList, type ListSpec } from "@/lib/server/list-spec";
import { DELIVERY_METHODS } from "./labels";
import { NOTICE_STATUSES } from "./notice-lifecycle";
import { shippingScope } from "./scope";

/** The register of shipping notices (F09), newest first. */
export const noticeList: ListSpec = defineList({
  register: "notices",
  from: Prisma.sql`shipping_notice d`,
  id: Prisma.sql`d.id`,
  defaultSort: { key: "createdAt", direction: "desc" },
  search: {
    number: [
      { sql: Prisma.sql`d.doc_no`, pattern: /^FH\d/i },
      { sql: Prisma.sql`d.contract_no`, pattern: /^LG\d/i },
    ],
    customer: { sql: Prisma.sql`d.customer_id`, resolve: resolveCustomersByName },
  },
  filters: [
    { key: "status", kind: "enum", sql: Prisma.sql`d.status::text`, values: NOTICE_STATUSES },
    { key: "contract", kind: "prefix", sql: Prisma.sql`d.contract_no`, upperCase: true },
    { key: "shipOn", kind: "dates", sql: Prisma.sql`d.required_ship_on` },
    {
      key: "method",
      kind: "enum",
      sql: Prisma.sql`d.delivery_method::text`,
      values: DELIVERY_METHODS,
    },
  ],
  columns: [
    {
      key: "docNo",
      kind: "link",
      sql: Prisma.sql`coalesce(d.doc_no, '—')`,
      header: "shipping.columns.notice_no",
    },
    { key: "status", kind: "state", sql: Prisma.sql`d.status`, header: "shipping.columns.status" },
    {
      key: "contractNo",
      kind: "code",
      sql: Prisma.sql`d.contract_no`,
      header: "shipping.columns.contract_no",
    },
    {
      key: "customerName",
      kind: "text",
      sql: Prisma.sql`d.customer_name`,
      header: "shipping.columns.customer",
    },
    {
      key: "requiredShipOn",
      kind: "date",
      sql: Prisma.sql`d.required_ship_on`,
      header: "shipping.columns.required_ship_on",
      sortable: true,
    },
    {
      key: "method",
      kind: "text",
      sql: Prisma.sql`d.delivery_method::text`,
      header: "shipping.columns.method",
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
      key: "fundsStatus",
      kind: "state",
      sql: Prisma.sql`case when d.doc_no is null then 'AT_ISSUE' else d.funds_status::text end`,
      header: "shipping.columns.funds",
    },
    {
      key: "preparedByName",
      kind: "text",
      sql: Prisma.sql`coalesce(d.issued_by_name, d.prepared_by_name)`,
      header: "shipping.columns.filled_by",
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

/** One page of the notices that the actor may see. */
export function listNotices(actor: Actor, state: ListState): Promise<ListPage> {
  return listPage(noticeList, { actor, state, scope: shippingScope(actor) });
}
