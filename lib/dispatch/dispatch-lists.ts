import "server-only";
import { type Actor, seesOwnOnly } from "@/lib/auth/permissions";
import { resolveCustomersByName } from "@/lib/customers/queries";
import { Prisma } from "@/lib/server/db";
import { defineList } from "@/lib/server/list-spec";
import { PACKING_STATUSES, WAYBILL_STATUSES } from "./lifecycle";

/** Salespeople see what concerns their own customers and the contracts they handle (rules 5.9). */
function ownOnly(actor: Actor, customer: Prisma.Sql, contract: Prisma.Sql): Prisma.Sql {
  if (!seesOwnOnly(actor)) return Prisma.sql`true`;
  return Prisma.sql`(exists (select 1 from customer k where k.id = ${customer} and k.owner_id = ${actor.id}::uuid)
    or exists (select 1 from contract h where h.id = ${contract} and h.handler_id = ${actor.id}::uuid))`;
}

export const packingScope = (actor: Actor) =>
  ownOnly(actor, Prisma.sql`p.customer_id`, Prisma.sql`p.contract_id`);
export const logScope = (actor: Actor) =>
  ownOnly(actor, Prisma.sql`e.customer_id`, Prisma.sql`e.contract_id`);
export const slipScope = (actor: Actor) =>
  ownOnly(actor, Prisma.sql`s.customer_id`, Prisma.sql`s.contract_id`);
export function waybillScope(actor: Actor): Prisma.Sql {
  if (!seesOwnOnly(actor)) return Prisma.sql`true`;
  return Prisma.sql`exists (select 1 from waybill_packing_list x join packing_list p on p.id = x.packing_list_id
    where x.waybill_id = w.id and ${packingScope(actor)})`;
}

/** Packing lists (F11), the newest first. */
export const packingRegister = defineList({
  register: "packing",
  from: Prisma.sql`packing_list p`,
  id: Prisma.sql`p.id`,
  defaultSort: { key: "createdAt", direction: "desc" },
  search: {
    number: [
      { sql: Prisma.sql`p.doc_no`, pattern: /^ZX\d/i },
      { sql: Prisma.sql`p.contract_no`, pattern: /^LG\d/i },
    ],
    customer: { sql: Prisma.sql`p.customer_id`, resolve: resolveCustomersByName },
  },
  filters: [
    { key: "status", kind: "enum", sql: Prisma.sql`p.status::text`, values: PACKING_STATUSES },
    { key: "contract", kind: "prefix", sql: Prisma.sql`p.contract_no`, upperCase: true },
    { key: "created", kind: "dates", sql: Prisma.sql`p.created_at`, instant: true },
  ],
  columns: [
    {
      key: "docNo",
      kind: "link",
      sql: Prisma.sql`coalesce(p.doc_no, '—')`,
      header: "dispatch.packing_no",
    },
    { key: "slipId", kind: "text", sql: Prisma.sql`p.slip_id::text`, hidden: true },
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
    { key: "slipNo", kind: "link", sql: Prisma.sql`p.slip_no`, header: "dispatch.slip_no" },
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

/** Waybills (F12), the newest first. */
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
    { key: "handedOver", kind: "dates", sql: Prisma.sql`w.handed_over_at`, instant: true },
  ],
  columns: [
    {
      key: "docNo",
      kind: "link",
      sql: Prisma.sql`coalesce(w.doc_no, '—')`,
      header: "dispatch.waybill_doc_no",
    },
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
