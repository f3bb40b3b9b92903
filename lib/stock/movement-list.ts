import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import type { ListPage, ListState } from "@/lib/core/list-state";
import { Prisma } from "@/lib/server/db";
import { listPage } from "@/lib/server/list-query";
import { defineList, type ListSpec } from "@/lib/server/list-spec";
import { MOVEMENT_KINDS } from "@/lib/stock/labels";

/** The stock account of one product (F28): what came in, what went out, what was left. */
export const movementList: ListSpec = defineList({
  register: "stock_movements",
  from: Prisma.sql`stock_movement m`,
  id: Prisma.sql`m.id`,
  columns: [
    {
      key: "movedAt",
      kind: "instant",
      sql: Prisma.sql`m.moved_at`,
      header: "stock.columns.moved_at",
      sortable: true,
    },
    {
      key: "sourceNo",
      kind: "code",
      sql: Prisma.sql`m.source_no`,
      header: "stock.columns.source_no",
    },
    { key: "kind", kind: "state", sql: Prisma.sql`m.kind`, header: "stock.columns.kind" },
    { key: "summary", kind: "text", sql: Prisma.sql`m.summary`, header: "stock.columns.summary" },
    {
      key: "contractNo",
      kind: "code",
      sql: Prisma.sql`m.contract_no`,
      header: "stock.columns.contract_no",
    },
    {
      key: "quantityIn",
      kind: "quantity",
      sql: Prisma.sql`case when m.quantity > 0 then m.quantity end`,
      header: "stock.columns.quantity_in",
      nullable: true,
      totalled: true,
    },
    {
      key: "quantityOut",
      kind: "quantity",
      sql: Prisma.sql`case when m.quantity < 0 then -m.quantity end`,
      header: "stock.columns.quantity_out",
      nullable: true,
      totalled: true,
    },
    {
      key: "balanceAfter",
      kind: "quantity",
      sql: Prisma.sql`m.balance_after`,
      header: "stock.columns.balance_after",
    },
    { key: "batchNo", kind: "code", sql: Prisma.sql`m.batch_no`, header: "stock.columns.batch_no" },
    { key: "binCode", kind: "code", sql: Prisma.sql`m.bin_code`, header: "stock.columns.bin_code" },
    {
      key: "movedByName",
      kind: "text",
      sql: Prisma.sql`m.moved_by_name`,
      header: "stock.columns.moved_by",
    },
  ],
  filters: [
    { key: "kind", kind: "enum", sql: Prisma.sql`m.kind`, values: MOVEMENT_KINDS },
    { key: "moved", kind: "dates", sql: Prisma.sql`m.moved_on` },
  ],
  defaultSort: { key: "movedAt", direction: "desc" },
});

/** One page of a product's account, latest first. */
export function listMovements(
  actor: Actor,
  productId: string,
  state: ListState,
): Promise<ListPage> {
  return listPage(movementList, { actor, state, scope: movementScope(productId) });
}

export function movementScope(productId: string): Prisma.Sql {
  return Prisma.sql`m.product_id = ${productId}::uuid`;
}
