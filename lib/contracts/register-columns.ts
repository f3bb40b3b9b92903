import "server-only";
import { contractReceivedSql, lastReceiptOnSql } from "@/lib/receivables/contract-money-sql";
import { Prisma } from "@/lib/server/db";
import type { ListColumn } from "@/lib/server/list-spec";

const RECEIVED = contractReceivedSql(Prisma.sql`c.id`);

/** The columns of the contract register (F04) over `contract c` and `register_entry r`; `order` is its number. */
export function registerColumns(order: Prisma.Sql): readonly ListColumn[] {
  return [...contractFacts(order), ...WORK, ...SHIPPING, ...MONEY, ...PEOPLE, ...ENDS];
}

const contractFacts = (order: Prisma.Sql): readonly ListColumn[] => [
  { key: "order", kind: "integer", sql: order, sortable: true, hidden: true },
  {
    key: "contractNo",
    kind: "code",
    sql: Prisma.sql`c.contract_no`,
    header: "contracts.contract_no",
  },
  { key: "seq", kind: "integer", sql: Prisma.sql`c.seq`, header: "contracts.seq" },
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
  {
    // The class now; after a new split "B_A": now B, A at approval.
    key: "contractClass",
    kind: "text",
    sql: Prisma.sql`c.contract_class::text || case when r.original_class = c.contract_class then ''
    else '_' || r.original_class::text end`,
    header: "contracts.class_label",
  },
  { key: "form", kind: "text", sql: Prisma.sql`c.form::text`, header: "contracts.form_label" },
  {
    key: "effectiveOn",
    kind: "date",
    sql: Prisma.sql`c.effective_on`,
    header: "contracts.effective_on",
    sortable: true,
  },
  { key: "signDate", kind: "date", sql: Prisma.sql`c.sign_date`, header: "contracts.sign_date" },
  { key: "customerId", kind: "text", sql: Prisma.sql`c.customer_id::text`, hidden: true },
  {
    key: "customerName",
    kind: "text",
    sql: Prisma.sql`c.customer_name`,
    header: "contracts.customer",
    sortable: true,
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
    sortable: true,
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
];

/** Papers that the class asks for; all numbers of each. */
const WORK: readonly ListColumn[] = [
  { key: "taskNos", kind: "text", sql: Prisma.sql`r.task_nos`, header: "contracts.task_nos" },
  { key: "prepNos", kind: "text", sql: Prisma.sql`r.prep_nos`, header: "contracts.prep_nos" },
  { key: "reviewNos", kind: "text", sql: Prisma.sql`c.review_nos`, header: "contracts.review_nos" },
];

const SHIPPING: readonly ListColumn[] = [
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
    sql: Prisma.sql`(case when c.status in ('VOIDED', 'TERMINATED') then 0 else c.total_amount - r.shipped_amount - r.closed_amount end)`,
    header: "contracts.unshipped_amount",
    totalled: true,
  },
  {
    key: "closedAmount",
    kind: "money",
    // What a terminated contract had left is closed as well (Q09: what was voided counts nowhere).
    sql: Prisma.sql`(case when c.status = 'TERMINATED' then c.total_amount - r.shipped_amount else r.closed_amount end)`,
    header: "contracts.closed_amount",
    totalled: true,
  },
];

const MONEY: readonly ListColumn[] = [
  {
    key: "receivedAmount",
    kind: "money",
    sql: RECEIVED,
    header: "contracts.received_amount",
    totalled: true,
  },
  {
    key: "lastReceiptOn",
    kind: "date",
    sql: lastReceiptOnSql(Prisma.sql`c.id`),
    header: "contracts.last_receipt_on",
  },
  {
    key: "outstanding",
    kind: "money",
    sql: Prisma.sql`greatest(r.shipped_amount - ${RECEIVED}, 0)`,
    header: "contracts.outstanding",
    totalled: true,
  },
];

const PEOPLE: readonly ListColumn[] = [
  {
    key: "handlerName",
    kind: "text",
    sql: Prisma.sql`(select h.display_name from person h where h.id = c.handler_id)`,
    header: "contracts.handler",
  },
  {
    key: "preparedByName",
    kind: "text",
    sql: Prisma.sql`r.prepared_by_name`,
    header: "contracts.prepared_by",
  },
  {
    key: "preparedOn",
    kind: "date",
    sql: Prisma.sql`r.prepared_on`,
    header: "contracts.prepared_on",
  },
  {
    key: "checkedByName",
    kind: "text",
    sql: Prisma.sql`r.checked_by_name`,
    header: "contracts.checked_by",
  },
  {
    key: "checkedOn",
    kind: "date",
    sql: Prisma.sql`r.checked_on`,
    header: "contracts.checked_on",
  },
  {
    key: "approvedByName",
    kind: "text",
    sql: Prisma.sql`r.approved_by_name`,
    header: "contracts.approved_by",
  },
  {
    key: "approvedOn",
    kind: "date",
    sql: Prisma.sql`r.approved_on`,
    header: "contracts.approved_on",
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
];

const ENDS: readonly ListColumn[] = [
  {
    key: "archiveNo",
    kind: "code",
    sql: Prisma.sql`c.archive_no`,
    header: "contracts.archive_no",
  },
  { key: "migrated", kind: "boolean", sql: Prisma.sql`r.migrated`, header: "contracts.migrated" },
  {
    key: "endReason",
    kind: "text",
    sql: Prisma.sql`c.end_reason`,
    header: "contracts.end_reason",
  },
  { key: "remark", kind: "text", sql: Prisma.sql`r.remark`, header: "contracts.remark" },
];
