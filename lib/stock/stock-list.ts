import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import type { CalendarDate } from "@/lib/core/calendar-date";
import type { ListPage, ListState } from "@/lib/core/list-state";
import { clock } from "@/lib/server/clock";
import { Prisma } from "@/lib/server/db";
import { listPage } from "@/lib/server/list-query";
import { defineList, type ListColumn, type ListSpec } from "@/lib/server/list-spec";
import { STOCK_LEVELS } from "@/lib/stock/labels";

const column = (key: string, rest: Omit<ListColumn, "key">): ListColumn => ({ key, ...rest });

const level = Prisma.sql`case
  when s.on_hand - s.reserved - d.unbound < 0 then 'SHORT'
  when p.min_stock is not null and s.on_hand < p.min_stock then 'LOW'
  when s.on_hand = 0 then 'NONE' else 'ENOUGH' end`;

/**
 * What lies in the store, product by product: on hand, reserved, free to promise (F28, rules 5.6), and what drafts
 * would like to keep as of `today`, which binds nothing (Q28).
 */
export function stockList(today: CalendarDate): ListSpec {
  return defineList({
    register: "stock",
    from: Prisma.sql`product p
    cross join lateral (select coalesce(sum(b.on_hand), 0) as on_hand, coalesce(sum(b.reserved), 0) as reserved,
      string_agg(distinct b.bin_code, ' ' order by b.bin_code) filter (where b.on_hand > 0) as bins
      from stock_balance b where b.product_id = p.id) s
    cross join lateral (select coalesce(sum(u.unbound), 0) as unbound
      from stock_demand u where u.product_id = p.id) d
    cross join lateral (select coalesce(sum(k.quantity), 0) as held
      from stock_hold k where k.product_id = p.id and k.until_on >= ${today}::date) h`,
    id: Prisma.sql`p.id`,
    columns: [
      column("productCode", {
        kind: "link",
        sql: Prisma.sql`p.product_code`,
        header: "stock.columns.product_code",
        sortable: true,
      }),
      column("name", {
        kind: "text",
        sql: Prisma.sql`p.name`,
        header: "stock.columns.name",
        sortable: true,
      }),
      column("spec", { kind: "text", sql: Prisma.sql`p.spec`, header: "stock.columns.spec" }),
      column("drawingNo", {
        kind: "code",
        sql: Prisma.sql`p.drawing_no`,
        header: "stock.columns.drawing_no",
      }),
      column("unit", { kind: "text", sql: Prisma.sql`p.unit`, header: "stock.columns.unit" }),
      column("onHand", {
        kind: "quantity",
        sql: Prisma.sql`s.on_hand`,
        header: "stock.columns.on_hand",
        totalled: true,
      }),
      column("reserved", {
        kind: "quantity",
        sql: Prisma.sql`s.reserved`,
        header: "stock.columns.reserved",
        totalled: true,
      }),
      column("freeToPromise", {
        kind: "quantity",
        sql: Prisma.sql`s.on_hand - s.reserved - d.unbound`,
        header: "stock.columns.free_to_promise",
        totalled: true,
      }),
      column("held", {
        kind: "quantity",
        sql: Prisma.sql`h.held`,
        header: "stock.columns.held",
        totalled: true,
      }),
      column("level", { kind: "state", sql: level, header: "stock.columns.level" }),
      column("minStock", {
        kind: "quantity",
        sql: Prisma.sql`p.min_stock`,
        header: "stock.columns.min_stock",
        nullable: true,
      }),
      column("bins", {
        kind: "text",
        sql: Prisma.sql`s.bins`,
        header: "stock.columns.bins",
        nullable: true,
      }),
    ],
    filters: [
      { key: "level", kind: "enum", sql: level, values: STOCK_LEVELS },
      { key: "inStock", kind: "flag", sql: Prisma.sql`s.on_hand > 0` },
    ],
    search: { text: { sql: Prisma.sql`p.search_text` } },
    defaultSort: { key: "productCode", direction: "asc" },
  });
}

/** One page of the register of products on sale; nobody's view is narrower. */
export function listStock(actor: Actor, state: ListState): Promise<ListPage> {
  return listPage(stockList(clock.today()), { actor, state, scope: stockScope() });
}

export function stockScope(): Prisma.Sql {
  return Prisma.sql`p.active`;
}
