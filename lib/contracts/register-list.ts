import "server-only";
import { contractSearch } from "@/lib/contracts/contract-scope";
import { Prisma } from "@/lib/server/db";
import { defineList } from "@/lib/server/list-spec";

/** Numbers order the register, not text: LG2026-1000 follows LG2026-999 (Q08). */
const REGISTER_ORDER = Prisma.sql`(c.year * 1000000 + c.seq)`;

// A number carries the year of its effective date: the database keeps both equal (contract_number_whole, contract_number_year).
function withinYears(first: string, last: string): Prisma.Sql[] {
  return [
    ...(first
      ? [Prisma.sql`${REGISTER_ORDER} >= ${Number.parseInt(first, 10) * 1_000_000}::bigint`]
      : []),
    ...(last
      ? [Prisma.sql`${REGISTER_ORDER} < ${(Number.parseInt(last, 10) + 1) * 1_000_000}::bigint`]
      : []),
  ];
}

const YEAR_OF_NUMBER = /^LG(\d{4})/;

/** The contract register (F04), ordered by number (R1.1.5-R1). */
export const registerList = defineList({
  register: "register",
  // The condition on seq opens the indexes in the register's order, which hold numbered contracts only.
  from: Prisma.sql`contract c join register_entry r on r.contract_id = c.id and c.seq is not null`,
  id: Prisma.sql`c.id`,
  defaultSort: { key: "order", direction: "desc" },
  search: {
    ...contractSearch,
    number: {
      ...contractSearch.number,
      sql: Prisma.sql`c.contract_no`,
      implied: (beginning) => {
        const [, year = ""] = YEAR_OF_NUMBER.exec(beginning) ?? [];
        return withinYears(year, year);
      },
    },
  },
  filters: [
    {
      key: "status",
      kind: "enum",
      type: "contract_status",
      sql: Prisma.sql`c.status`,
      values: ["EFFECTIVE", "EXECUTING", "VOIDED"],
    },
    {
      key: "contractClass",
      kind: "enum",
      type: "contract_class",
      sql: Prisma.sql`c.contract_class`,
      values: ["A", "B", "C"],
    },
    {
      key: "form",
      kind: "enum",
      type: "contract_form",
      sql: Prisma.sql`c.form`,
      values: ["FORMAL", "VERBAL"],
    },
    {
      key: "effectiveOn",
      kind: "dates",
      sql: Prisma.sql`c.effective_on`,
      implied: (from, to) => withinYears(from.slice(0, 4), to.slice(0, 4)),
    },
    {
      key: "unregistered",
      kind: "flag",
      sql: Prisma.sql`r.registered_at is null and c.status = 'EFFECTIVE'`,
    },
  ],
  columns: [
    { key: "order", kind: "integer", sql: REGISTER_ORDER, sortable: true, hidden: true },
    {
      key: "contractNo",
      kind: "code",
      sql: Prisma.sql`c.contract_no`,
      header: "contracts.contract_no",
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
      sql: Prisma.sql`(c.status = 'EXECUTING' and c.contract_class <> 'A')`,
      hidden: true,
    },
    {
      key: "contractClass",
      kind: "text",
      sql: Prisma.sql`c.contract_class::text`,
      header: "contracts.class_label",
    },
    { key: "form", kind: "text", sql: Prisma.sql`c.form::text`, header: "contracts.form_label" },
    {
      key: "effectiveOn",
      kind: "date",
      sql: Prisma.sql`c.effective_on`,
      header: "contracts.effective_on",
    },
    { key: "signDate", kind: "date", sql: Prisma.sql`c.sign_date`, header: "contracts.sign_date" },
    { key: "customerId", kind: "text", sql: Prisma.sql`c.customer_id::text`, hidden: true },
    {
      key: "customerName",
      kind: "text",
      sql: Prisma.sql`c.customer_name`,
      header: "contracts.customer",
    },
    {
      key: "settlementMode",
      kind: "text",
      sql: Prisma.sql`r.settlement_mode::text`,
      header: "contracts.settlement",
    },
    { key: "tier", kind: "text", sql: Prisma.sql`r.tier`, header: "contracts.tier" },
    {
      key: "productSummary",
      kind: "text",
      sql: Prisma.sql`c.product_summary`,
      header: "contracts.products",
    },
    {
      key: "totalQty",
      kind: "quantity",
      sql: Prisma.sql`c.total_qty`,
      header: "contracts.total_qty",
    },
    {
      key: "totalAmount",
      kind: "money",
      sql: Prisma.sql`c.total_amount`,
      header: "contracts.total",
      totalled: true,
    },
    {
      key: "deliveryFrom",
      kind: "date",
      sql: Prisma.sql`c.delivery_from`,
      header: "contracts.delivery_from",
    },
    {
      key: "deliveryTo",
      kind: "date",
      sql: Prisma.sql`c.delivery_to`,
      header: "contracts.delivery_to",
    },
    {
      key: "paymentTerm",
      kind: "text",
      sql: Prisma.sql`c.payment_term::text`,
      header: "contracts.payment_term",
    },
    {
      key: "shippingMethods",
      kind: "text",
      sql: Prisma.sql`r.shipping_methods`,
      header: "contracts.shipping_methods",
    },
    {
      key: "shippedDates",
      kind: "text",
      sql: Prisma.sql`r.shipped_dates`,
      header: "contracts.shipped_dates",
    },
    {
      key: "lastShippedOn",
      kind: "date",
      sql: Prisma.sql`r.last_shipped_on`,
      header: "contracts.last_shipped_on",
    },
    {
      key: "shippedAmount",
      kind: "money",
      sql: Prisma.sql`r.shipped_amount`,
      header: "contracts.shipped_amount",
      totalled: true,
    },
    {
      key: "unshippedAmount",
      kind: "money",
      sql: Prisma.sql`(case when c.status = 'VOIDED' then 0 else c.total_amount - r.shipped_amount end)`,
      header: "contracts.unshipped_amount",
      totalled: true,
    },
    {
      key: "preparedByName",
      kind: "text",
      sql: Prisma.sql`r.prepared_by_name`,
      header: "contracts.prepared_by",
    },
    {
      key: "checkedByName",
      kind: "text",
      sql: Prisma.sql`r.checked_by_name`,
      header: "contracts.checked_by",
    },
    {
      key: "approvedByName",
      kind: "text",
      sql: Prisma.sql`r.approved_by_name`,
      header: "contracts.approved_by",
    },
    {
      key: "registeredByName",
      kind: "text",
      sql: Prisma.sql`r.registered_by_name`,
      header: "contracts.registered_by",
    },
    {
      key: "registeredAt",
      kind: "instant",
      sql: Prisma.sql`r.registered_at`,
      header: "contracts.registered_at",
    },
    {
      key: "endReason",
      kind: "text",
      sql: Prisma.sql`c.end_reason`,
      header: "contracts.end_reason",
    },
    { key: "remark", kind: "text", sql: Prisma.sql`r.remark`, header: "contracts.remark" },
  ],
});
