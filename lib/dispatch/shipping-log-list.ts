import "server-only";
import { resolveCustomersByName } from "@/lib/customers/queries";
import { Prisma } from "@/lib/server/db";
import { defineList } from "@/lib/server/list-spec";
import { DELIVERY_METHODS } from "@/lib/shipping/labels";
import { RECEIPT_RESULTS } from "./labels";

/** The shipping log (F13, R1.2.3-a). */
export const shippingLogRegister = defineList({
  register: "shipping-log",
  from: Prisma.sql`shipping_log_entry e`,
  id: Prisma.sql`e.id`,
  defaultSort: { key: "shippedOn", direction: "desc" },
  search: {
    number: { sql: Prisma.sql`e.contract_no`, pattern: /^LG\d/i },
    customer: { sql: Prisma.sql`e.customer_id`, resolve: resolveCustomersByName },
  },
  filters: [
    { key: "shippedOn", kind: "dates", sql: Prisma.sql`e.shipped_on` },
    {
      key: "deliveryMethod",
      kind: "enum",
      sql: Prisma.sql`e.delivery_method::text`,
      values: DELIVERY_METHODS,
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
    { key: "slipId", kind: "text", sql: Prisma.sql`e.slip_id::text`, hidden: true },
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
      // Every product of the shipment with its own quantity and unit; units may differ.
      key: "goods",
      kind: "text",
      sql: Prisma.sql`(select string_agg(concat_ws(' ', g.product_name, nullif(g.spec, ''),
          trim_scale(g.issued_qty)::text || g.unit), '；' order by g.line_no)
        from slip_line g where g.slip_id = e.slip_id and g.line_kind = 'GOODS' and g.issued_qty > 0)`,
      header: "dispatch.goods",
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
    {
      key: "invoiceWithGoods",
      kind: "boolean",
      sql: Prisma.sql`(select n.invoice_with_goods from outbound_slip s
        join shipping_notice n on n.id = s.notice_id where s.id = e.slip_id)`,
      header: "dispatch.invoice_with_goods",
    },
    { key: "noticeNo", kind: "code", sql: Prisma.sql`e.notice_no`, header: "dispatch.notice_no" },
    { key: "slipNo", kind: "link", sql: Prisma.sql`e.slip_no`, header: "dispatch.slip_no" },
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
      key: "freightPayer",
      kind: "text",
      sql: Prisma.sql`e.freight_payer::text`,
      header: "dispatch.freight_payer",
    },
    {
      key: "consignee",
      kind: "text",
      sql: Prisma.sql`e.consignee ->> 'contactPerson'`,
      header: "dispatch.contact",
    },
    {
      key: "phone",
      kind: "text",
      sql: Prisma.sql`e.consignee ->> 'phone'`,
      header: "dispatch.phone",
    },
    {
      key: "address",
      kind: "text",
      sql: Prisma.sql`e.consignee ->> 'address'`,
      header: "dispatch.address",
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
