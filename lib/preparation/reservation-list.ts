import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import type { ListPage, ListState } from "@/lib/core/list-state";
import { resolveCustomersByName } from "@/lib/customers/queries";
import { Prisma } from "@/lib/server/db";
import { listPage } from "@/lib/server/list-query";
import { defineList, type ListColumn, type ListSpec } from "@/lib/server/list-spec";
import { RESERVATION_SOURCES } from "./labels";

const column = (
  key: string,
  kind: ListColumn["kind"],
  sql: Prisma.Sql,
  rest: Partial<ListColumn> = {},
): ListColumn => ({ key, kind, sql, header: `preparation.reservations.${key}`, ...rest });

const source = Prisma.sql`case when d.source_type in ('preparation_order', 'inbound_slip', 'shipping_notice')
  then d.source_type else 'other' end`;

/** What is bound to which contract, and by what (rules 5.6); the oldest first. */
export const reservationList: ListSpec = defineList({
  register: "reservations",
  from: Prisma.sql`stock_reservation d join product p on p.id = d.product_id
    left join contract c on c.id = d.contract_id
    left join preparation_line pl on pl.id = d.source_line_id
    left join preparation_order po on po.id = pl.preparation_id
    left join notice_line nl on nl.id = d.source_line_id
    left join shipping_notice n on n.id = nl.notice_id
    left join inbound_line il on il.id = d.source_line_id
    left join inbound_slip s on s.id = il.inbound_slip_id`,
  id: Prisma.sql`d.id`,
  defaultSort: { key: "since", direction: "asc" },
  search: {
    number: { sql: Prisma.sql`c.contract_no`, pattern: /^LG\d/i },
    customer: { sql: Prisma.sql`c.customer_id`, resolve: resolveCustomersByName },
  },
  filters: [
    { key: "source", kind: "enum", sql: source, values: RESERVATION_SOURCES },
    { key: "contract", kind: "prefix", sql: Prisma.sql`c.contract_no`, upperCase: true },
    { key: "code", kind: "prefix", sql: Prisma.sql`p.product_code`, upperCase: true },
    { key: "since", kind: "dates", sql: Prisma.sql`d.reserved_at`, instant: true },
  ],
  columns: [
    column("productId", "text", Prisma.sql`p.id::text`, { hidden: true }),
    column("contractId", "text", Prisma.sql`d.contract_id::text`, { hidden: true }),
    column("code", "link", Prisma.sql`p.product_code`),
    column("product", "text", Prisma.sql`p.name`),
    column("spec", "text", Prisma.sql`p.spec`),
    column("contract", "code", Prisma.sql`coalesce(c.contract_no, '')`),
    column("customer", "text", Prisma.sql`coalesce(c.customer_name, '')`),
    column("source", "text", source),
    column("document", "code", Prisma.sql`coalesce(po.doc_no, n.doc_no, s.doc_no, '')`),
    column("quantity", "quantity", Prisma.sql`d.quantity`, { totalled: true }),
    column("unit", "text", Prisma.sql`p.unit`),
    column("batch", "code", Prisma.sql`d.batch_no`),
    column("bin", "code", Prisma.sql`d.bin_code`),
    column("since", "instant", Prisma.sql`d.reserved_at`, { sortable: true }),
  ],
});

/** One page of what is bound now; everybody who sees the stock sees it. */
export function listReservations(actor: Actor, state: ListState): Promise<ListPage> {
  return listPage(reservationList, { actor, state, scope: reservationScope() });
}

export function reservationScope(): Prisma.Sql {
  return Prisma.sql`d.status = 'ACTIVE'`;
}
