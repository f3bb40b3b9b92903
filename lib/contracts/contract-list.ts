import "server-only";
import { contractSearch } from "@/lib/contracts/contract-scope";
import { CONTRACT_STATUSES } from "@/lib/contracts/lifecycle";
import { Prisma } from "@/lib/server/db";
import { defineList } from "@/lib/server/list-spec";

/** All contracts of both forms, drafts included. */
export const contractList = defineList({
  register: "contracts",
  from: Prisma.sql`contract c`,
  id: Prisma.sql`c.id`,
  defaultSort: { key: "createdAt", direction: "desc" },
  search: contractSearch,
  filters: [
    {
      key: "status",
      kind: "enum",
      type: "contract_status",
      sql: Prisma.sql`c.status`,
      values: CONTRACT_STATUSES,
    },
    {
      key: "form",
      kind: "enum",
      type: "contract_form",
      sql: Prisma.sql`c.form`,
      values: ["FORMAL", "VERBAL"],
    },
    {
      key: "contractClass",
      kind: "enum",
      type: "contract_class",
      sql: Prisma.sql`c.contract_class`,
      values: ["A", "B", "C"],
    },
    { key: "deliveryFrom", kind: "dates", sql: Prisma.sql`c.delivery_from` },
    { key: "createdAt", kind: "dates", sql: Prisma.sql`c.created_at`, instant: true },
    // Who "I" am is known to the scope (`contractListScope`).
    { key: "mine", kind: "flag", sql: Prisma.sql`true` },
  ],
  uncounted: { key: "status", sql: Prisma.sql`c.status`, values: ["VOIDED", "CANCELLED"] },
  columns: [
    {
      key: "number",
      kind: "code",
      sql: Prisma.sql`coalesce(c.contract_no, c.doc_no)`,
      header: "contracts.number",
    },
    {
      key: "status",
      kind: "state",
      sql: Prisma.sql`c.status::text`,
      header: "contracts.status_label",
    },
    {
      key: "awaitsProduction",
      kind: "boolean",
      sql: Prisma.sql`(c.status = 'EXECUTING' and c.contract_class <> 'A' and exists (select 1 from contract_line y
        where y.contract_id = c.id and y.qty_to_produce > y.produced_qty + y.closed_qty))`,
      hidden: true,
    },
    { key: "form", kind: "text", sql: Prisma.sql`c.form::text`, header: "contracts.form_label" },
    {
      key: "contractClass",
      kind: "text",
      sql: Prisma.sql`c.contract_class::text`,
      header: "contracts.class_label",
    },
    { key: "customerId", kind: "text", sql: Prisma.sql`c.customer_id::text`, hidden: true },
    {
      key: "customerName",
      kind: "text",
      sql: Prisma.sql`c.customer_name`,
      header: "contracts.customer",
      sortable: true,
    },
    {
      key: "productSummary",
      kind: "text",
      sql: Prisma.sql`c.product_summary`,
      header: "contracts.products",
    },
    {
      key: "totalAmount",
      kind: "money",
      sql: Prisma.sql`c.total_amount`,
      header: "contracts.total",
      totalled: true,
      sortable: true,
    },
    {
      key: "paymentTerm",
      kind: "text",
      sql: Prisma.sql`c.payment_term::text`,
      header: "contracts.payment_term",
    },
    {
      key: "deliveryFrom",
      kind: "date",
      sql: Prisma.sql`c.delivery_from`,
      header: "contracts.delivery_from",
    },
    {
      key: "draftedByName",
      kind: "text",
      sql: Prisma.sql`c.drafted_by_name`,
      header: "contracts.drafted_by",
    },
    {
      key: "createdAt",
      kind: "instant",
      sql: Prisma.sql`c.created_at`,
      header: "contracts.created_at",
      sortable: true,
    },
  ],
});
