import "server-only";
import { type Actor, seesOwnOnly } from "@/lib/auth/permissions";
import { resolveCustomersByName } from "@/lib/customers/queries";
import { Prisma } from "@/lib/server/db";
import { defineList } from "@/lib/server/list-spec";
import { RECEIPT_RESULTS } from "./labels";
import { PACKING_STATUSES, WAYBILL_STATUSES } from "./lifecycle";

/** Salespeople see what concerns their own customers; `customer` is the row's customer id. */
function ownCustomers(actor: Actor, customer: Prisma.Sql): Prisma.Sql {
  if (!seesOwnOnly(actor)) return Prisma.sql`true`;
  return Prisma.sql`exists (select 1 from customer k where k.id = ${customer} and k.owner_id = ${actor.id}::uuid)`;
}

export const packingScope = (actor: Actor) => ownCustomers(actor, Prisma.sql`p.customer_id`);
export const logScope = (actor: Actor) => ownCustomers(actor, Prisma.sql`e.customer_id`);
export function waybillScope(actor: Actor): Prisma.Sql {
  if (!seesOwnOnly(actor)) return Prisma.sql`true`;
  return Prisma.sql`exists (select 1 from waybill_packing_list x join packing_list p on p.id = x.packing_list_id
    where x.waybill_id = w.id and ${packingScope(actor)})`;
}

export const packingRegister = defineList({
  register: "packing",
  from: Prisma.sql`packing_list p`,
  id: Prisma.sql`p.id`,
  defaultSort: { key: "createdAt", direction: "desc" },
  search: {
    number: { sql: Prisma.sql`p.doc_no`, pattern: /^ZX\d{0,4}/i },
    customer: { sql: Prisma.sql`p.customer_id`, resolve: resolveCustomersByName },
  },
  filters: [
    { key: "status", kind: "enum", sql: Prisma.sql`p.status::text`, values: PACKING_STATUSES },
  ],
  columns: [
    { key: "docNo", kind: "code", sql: Prisma.sql`p.doc_no`, header: "dispatch.packing_no" },
    {
      key: "status",
      kind: "state",
      sql: Prisma.sql`p.status::text`,
      header: "dispatch.status_label",
    },
    {
      key: "customerName",
      kind: "text",
      sql: Prisma.sql`p.customer_name`,
      header: "dispatch.customer",
    },
    {
      key: "contractNo",
      kind: "code",
      sql: Prisma.sql`p.contract_no`,
      header: "dispatch.contract_no",
    },
    { key: "slipNo", kind: "code", sql: Prisma.sql`p.slip_no`, header: "dispatch.slip_no" },
    {
      key: "boxCount",
      kind: "integer",
      sql: Prisma.sql`p.box_count`,
      header: "dispatch.box_count",
      totalled: true,
    },
    {
      key: "packedByName",
      kind: "text",
      sql: Prisma.sql`p.packed_by_name`,
      header: "dispatch.packed_by",
    },
    {
      key: "checkedByName",
      kind: "text",
      sql: Prisma.sql`p.checked_by_name`,
      header: "dispatch.checked_by",
    },
    { key: "boxedAt", kind: "instant", sql: Prisma.sql`p.boxed_at`, header: "dispatch.boxed_at" },
    {
      key: "createdAt",
      kind: "instant",
      sql: Prisma.sql`p.created_at`,
      header: "dispatch.created_at",
      sortable: true,
    },
  ],
});

export const waybillRegister = defineList({
  register: "waybills",
  from: Prisma.sql`waybill w`,
  id: Prisma.sql`w.id`,
  defaultSort: { key: "createdAt", direction: "desc" },
  search: {
    number: {
      sql: Prisma.sql`coalesce(nullif(w.waybill_no, ''), w.doc_no)`,
      pattern: /^[A-Z0-9-]{2,}$/i,
    },
  },
  filters: [
    { key: "status", kind: "enum", sql: Prisma.sql`w.status::text`, values: WAYBILL_STATUSES },
  ],
  columns: [
    { key: "docNo", kind: "code", sql: Prisma.sql`w.doc_no`, header: "dispatch.waybill_doc_no" },
    {
      key: "status",
      kind: "state",
      sql: Prisma.sql`w.status::text`,
      header: "dispatch.status_label",
    },
    {
      key: "courierName",
      kind: "text",
      sql: Prisma.sql`w.courier_name`,
      header: "dispatch.courier",
    },
    {
      key: "waybillNo",
      kind: "code",
      sql: Prisma.sql`w.waybill_no`,
      header: "dispatch.waybill_no",
    },
    {
      key: "recipient",
      kind: "text",
      sql: Prisma.sql`w.recipient ->> 'company'`,
      header: "dispatch.recipient",
    },
    {
      key: "pieces",
      kind: "integer",
      sql: Prisma.sql`w.pieces`,
      header: "dispatch.pieces",
      totalled: true,
    },
    { key: "weightKg", kind: "quantity", sql: Prisma.sql`w.weight_kg`, header: "dispatch.weight" },
    {
      key: "freightAmount",
      kind: "money",
      sql: Prisma.sql`w.freight_amount`,
      header: "dispatch.freight",
      totalled: true,
      permission: "price:see",
    },
    {
      key: "handedOverAt",
      kind: "instant",
      sql: Prisma.sql`w.handed_over_at`,
      header: "dispatch.handed_over_at",
    },
    {
      key: "createdAt",
      kind: "instant",
      sql: Prisma.sql`w.created_at`,
      header: "dispatch.created_at",
      sortable: true,
    },
  ],
});

/** The shipping log (F13, R1.2.3-a). */
export const shippingLogRegister = defineList({
  register: "shipping-log",
  from: Prisma.sql`shipping_log_entry e`,
  id: Prisma.sql`e.id`,
  defaultSort: { key: "shippedOn", direction: "desc" },
  search: {
    number: { sql: Prisma.sql`e.contract_no`, pattern: /^LG\d{0,4}/i },
    customer: { sql: Prisma.sql`e.customer_id`, resolve: resolveCustomersByName },
  },
  filters: [
    { key: "shippedOn", kind: "dates", sql: Prisma.sql`e.shipped_on` },
    {
      key: "deliveryMethod",
      kind: "enum",
      sql: Prisma.sql`e.delivery_method::text`,
      values: ["EXPRESS", "LOGISTICS", "DELIVERY", "PICKUP"],
    },
    {
      key: "receiptResult",
      kind: "enum",
      sql: Prisma.sql`e.receipt_result::text`,
      values: RECEIPT_RESULTS,
    },
    {
      key: "unconfirmed",
      kind: "flag",
      sql: Prisma.sql`e.receipt_result is distinct from 'RECEIVED_OK'`,
    },
  ],
  columns: [
    { key: "seq", kind: "integer", sql: Prisma.sql`e.seq`, header: "dispatch.seq" },
    {
      key: "shippedOn",
      kind: "date",
      sql: Prisma.sql`e.shipped_on`,
      header: "dispatch.shipped_on",
      sortable: true,
    },
    { key: "contractId", kind: "text", sql: Prisma.sql`e.contract_id::text`, hidden: true },
    { key: "slipId", kind: "text", sql: Prisma.sql`e.slip_id::text`, hidden: true },
    { key: "waybillId", kind: "text", sql: Prisma.sql`e.waybill_id::text`, hidden: true },
    {
      key: "contractNo",
      kind: "code",
      sql: Prisma.sql`e.contract_no`,
      header: "dispatch.contract_no",
    },
    {
      key: "contractClass",
      kind: "text",
      sql: Prisma.sql`e.contract_class::text`,
      header: "dispatch.contract_class",
    },
    {
      key: "customerName",
      kind: "text",
      sql: Prisma.sql`e.customer_name`,
      header: "dispatch.customer",
    },
    {
      key: "productSummary",
      kind: "text",
      sql: Prisma.sql`e.product_summary`,
      header: "dispatch.products",
    },
    {
      key: "totalQty",
      kind: "quantity",
      sql: Prisma.sql`e.total_qty`,
      header: "dispatch.total_qty",
    },
    {
      key: "amount",
      kind: "money",
      sql: Prisma.sql`e.amount`,
      header: "dispatch.amount",
      totalled: true,
      permission: "price:see",
    },
    { key: "noticeNo", kind: "code", sql: Prisma.sql`e.notice_no`, header: "dispatch.notice_no" },
    { key: "slipNo", kind: "code", sql: Prisma.sql`e.slip_no`, header: "dispatch.slip_no" },
    {
      key: "packingListNo",
      kind: "code",
      sql: Prisma.sql`e.packing_list_no`,
      header: "dispatch.packing_no",
    },
    {
      key: "deliveryMethod",
      kind: "text",
      sql: Prisma.sql`e.delivery_method::text`,
      header: "dispatch.method",
    },
    { key: "carrier", kind: "text", sql: Prisma.sql`e.carrier`, header: "dispatch.courier" },
    {
      key: "waybillNo",
      kind: "code",
      sql: Prisma.sql`e.waybill_no`,
      header: "dispatch.waybill_no",
    },
    { key: "pieces", kind: "integer", sql: Prisma.sql`e.pieces`, header: "dispatch.pieces" },
    { key: "weightKg", kind: "quantity", sql: Prisma.sql`e.weight_kg`, header: "dispatch.weight" },
    {
      key: "freightAmount",
      kind: "money",
      sql: Prisma.sql`e.freight_amount`,
      header: "dispatch.freight",
      permission: "price:see",
    },
    {
      key: "consignee",
      kind: "text",
      sql: Prisma.sql`e.consignee ->> 'contactPerson'`,
      header: "dispatch.contact",
    },
    {
      key: "receivedOn",
      kind: "date",
      sql: Prisma.sql`e.received_on`,
      header: "dispatch.received_on",
    },
    {
      key: "receiptResult",
      kind: "text",
      sql: Prisma.sql`e.receipt_result::text`,
      header: "dispatch.result_label",
    },
    {
      key: "handlerName",
      kind: "text",
      sql: Prisma.sql`e.handler_name`,
      header: "dispatch.handler",
    },
    { key: "remark", kind: "text", sql: Prisma.sql`e.remark`, header: "dispatch.remark" },
  ],
});
