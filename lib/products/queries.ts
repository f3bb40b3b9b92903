import "server-only";
import { type Actor, seesPrices } from "@/lib/auth/permissions";
import { type CalendarDate, fromDbDate } from "@/lib/core/calendar-date";
import { Quantity } from "@/lib/core/quantity";
import { UnitPrice } from "@/lib/core/unit-price";
import { isUuid } from "@/lib/core/uuid";
import { db, type Tx } from "@/lib/server/db";
import type { Prisma } from "@/lib/server/generated/client";
import { currentSettings } from "@/lib/settings/queries";
import type { PriceCategory } from "@/lib/settings/setting-specs";
import { levelPrice } from "./policy";

const packs = { packs: { orderBy: { factor: "asc" } } } satisfies Prisma.ProductInclude;
type ProductRow = Prisma.ProductGetPayload<{ include: typeof packs }>;

/** What a line of an order copies from the product (snapshot); figures as exact text. */
export type ProductForLine = {
  id: string;
  productCode: string;
  name: string;
  category: string;
  spec: string;
  drawingNo: string;
  drawingRev: string;
  material: string;
  coating: string;
  accuracyGrade: string;
  shank: string;
  brand: string;
  unit: string;
  packs: { unit: string; factor: string }[];
  isStandard: boolean;
  isTool: boolean;
  firstProducedOn: CalendarDate | null;
  active: boolean;
  leadTimeDays: number | null;
  /** Null while nobody has set one. */
  listPrice: string | null;
  /** For the given customer category; null without one or without a list price. */
  levelPrice: string | null;
};

/** The products of an order's lines by id, unknown ones missing; with prices of a category when it is given. */
export async function getProductsForLines(
  client: Pick<Tx, "product" | "setting">,
  ids: readonly string[],
  category?: PriceCategory,
): Promise<Map<string, ProductForLine>> {
  if (ids.length === 0) return new Map();
  const rows = await client.product.findMany({ where: { id: { in: [...ids] } }, include: packs });
  const factor = category ? (await currentSettings(client)).priceFactors[category] : null;
  return new Map(rows.map((row) => [row.id, productForLine(row, factor)]));
}

function productForLine(row: ProductRow, factor: string | null): ProductForLine {
  const listPrice = UnitPrice.of(row.listPrice);
  return {
    id: row.id,
    productCode: row.productCode,
    name: row.name,
    category: row.category,
    spec: row.spec,
    drawingNo: row.drawingNo,
    drawingRev: row.drawingRev,
    material: row.material,
    coating: row.coating,
    accuracyGrade: row.accuracyGrade,
    shank: row.shank,
    brand: row.brand,
    unit: row.unit,
    packs: row.packs.map(({ unit, factor: size }) => ({
      unit,
      factor: Quantity.of(size).toString(),
    })),
    isStandard: row.isStandard,
    isTool: row.isTool,
    firstProducedOn: row.firstProducedOn ? fromDbDate(row.firstProducedOn) : null,
    active: row.active,
    leadTimeDays: row.leadTimeDays,
    listPrice: listPrice.isZero() ? null : listPrice.toString(),
    levelPrice: factor === null ? null : (levelPrice(listPrice, factor)?.toString() ?? null),
  };
}

/** One product as its pages show it. Prices are absent for those who may not see them. */
export type ProductView = Omit<ProductForLine, "levelPrice"> & {
  qualityStandard: string;
  minStock: string | null;
  maxStock: string | null;
  specialistId: string | null;
  specialistName: string | null;
  remark: string;
  rowVersion: number;
  createdAt: Date;
  /** Price of each customer category; empty without a list price or the right to see it. */
  levelPrices: { category: PriceCategory; price: string }[];
};

/** Everybody reads products; null when there is none. */
export async function findProduct(actor: Actor, id: string): Promise<ProductView | null> {
  if (!isUuid(id)) return null;
  const row = await db.product.findUnique({ where: { id }, include: packs });
  if (!row) return null;
  const specialist = row.specialistId
    ? await db.person.findUnique({ where: { id: row.specialistId }, select: { displayName: true } })
    : null;
  const { levelPrice: _level, ...line } = productForLine(row, null);
  const isPriced = seesPrices(actor) && line.listPrice !== null;
  return {
    ...line,
    listPrice: isPriced ? line.listPrice : null,
    qualityStandard: row.qualityStandard,
    minStock: row.minStock === null ? null : Quantity.of(row.minStock).toString(),
    maxStock: row.maxStock === null ? null : Quantity.of(row.maxStock).toString(),
    specialistId: row.specialistId,
    specialistName: specialist?.displayName ?? null,
    remark: row.remark,
    rowVersion: row.rowVersion,
    createdAt: row.createdAt,
    levelPrices: isPriced ? await levelPricesOf(UnitPrice.of(row.listPrice)) : [],
  };
}

async function levelPricesOf(listPrice: UnitPrice): Promise<ProductView["levelPrices"]> {
  const { priceFactors } = await currentSettings(db);
  return (Object.keys(priceFactors) as PriceCategory[]).flatMap((category) => {
    const price = levelPrice(listPrice, priceFactors[category]);
    return price === null ? [] : [{ category, price: price.toString() }];
  });
}

/** The technicians who can be named as a product's specialist (R2.3.3). */
export function listSpecialists(): Promise<{ id: string; displayName: string }[]> {
  return db.person.findMany({
    where: { active: true, role: "TECHNICAL" },
    orderBy: { displayName: "asc" },
    select: { id: true, displayName: true },
  });
}
