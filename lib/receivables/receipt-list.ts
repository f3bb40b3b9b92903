import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import type { ListPage, ListState } from "@/lib/core/list-state";
import { resolveCustomersByName } from "@/lib/customers/search";
import { PAYMENT_CHANNELS, RECEIPT_STATUSES } from "@/lib/receivables/labels";
import { Prisma } from "@/lib/server/db";
import { listPage } from "@/lib/server/list-query";
import { defineList, type ListSpec } from "@/lib/server/list-spec";

/** The register of receipts (F16), latest first. */
export const receiptList: ListSpec = defineList({
  register: "receipts",
  from: Prisma.sql`receipt r`,
  id: Prisma.sql`r.id`,
  columns: [
    {
      key: "docNo",
      kind: "link",
      sql: Prisma.sql`r.doc_no`,
      header: "receivables.columns.doc_no",
      sortable: true,
    },
    {
      key: "registeredOn",
      kind: "date",
      sql: Prisma.sql`r.registered_on`,
      header: "receivables.columns.registered_on",
      sortable: true,
    },
    {
      key: "customerName",
      kind: "text",
      sql: Prisma.sql`r.customer_name`,
      header: "receivables.columns.customer",
    },
    {
      key: "payerName",
      kind: "text",
      sql: Prisma.sql`r.payer_name`,
      header: "receivables.columns.payer",
    },
    {
      key: "channel",
      kind: "text",
      sql: Prisma.sql`r.channel`,
      header: "receivables.columns.channel",
    },
    {
      key: "amount",
      kind: "money",
      sql: Prisma.sql`r.amount`,
      header: "receivables.columns.amount",
      totalled: true,
    },
    {
      key: "paidOn",
      kind: "date",
      sql: Prisma.sql`r.paid_on`,
      header: "receivables.columns.paid_on",
    },
    {
      key: "creditedOn",
      kind: "date",
      sql: Prisma.sql`r.credited_on`,
      header: "receivables.columns.credited_on",
      nullable: true,
    },
    {
      key: "status",
      kind: "state",
      sql: Prisma.sql`r.status`,
      header: "receivables.columns.status",
    },
    {
      key: "bankRef",
      kind: "code",
      sql: Prisma.sql`r.bank_ref`,
      header: "receivables.columns.bank_ref",
    },
    {
      key: "createdByName",
      kind: "text",
      sql: Prisma.sql`r.created_by_name`,
      header: "receivables.columns.created_by",
    },
    {
      key: "decidedByName",
      kind: "text",
      sql: Prisma.sql`r.decided_by_name`,
      header: "receivables.columns.decided_by",
      nullable: true,
    },
  ],
  filters: [
    { key: "status", kind: "enum", sql: Prisma.sql`r.status`, values: RECEIPT_STATUSES },
    { key: "channel", kind: "enum", sql: Prisma.sql`r.channel`, values: PAYMENT_CHANNELS },
    { key: "registered", kind: "dates", sql: Prisma.sql`r.registered_on` },
    { key: "credited", kind: "dates", sql: Prisma.sql`r.credited_on` },
  ],
  search: {
    number: { sql: Prisma.sql`r.doc_no`, pattern: /^sk\d/ },
    customer: { sql: Prisma.sql`r.customer_id`, resolve: resolveCustomersByName },
  },
  defaultSort: { key: "registeredOn", direction: "desc" },
});

/** One page of the register; whoever reads receipts sees all of them. */
export function listReceipts(actor: Actor, state: ListState): Promise<ListPage> {
  return listPage(receiptList, { actor, state, scope: Prisma.sql`true` });
}
