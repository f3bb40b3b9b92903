/** The goods lines of an order between the grid's cells and what the server takes. */
import { cellText, type GridRow, type RowSeed } from "@/components/line-grid/grid-types";
import type { Suggestion } from "@/components/type-ahead/suggestion";
import type { ChargeCells, GoodsCells, ProductFacts } from "@/lib/contracts/order-values";
import { signedCharge } from "@/lib/contracts/order-values";
import { Money } from "@/lib/core/money";
import { Quantity } from "@/lib/core/quantity";
import { grossPrice, lineAmount, parsePriceCell } from "@/lib/core/unit-price";
import { formatUnitPrice } from "@/lib/i18n/format";

/** The column under which a line's product stands; the server calls its cell productId or productName. */
export const PRODUCT = "productName";

/** Cells that are filled from the product and never shown: its packs and whether it is proven. */
const PACKS = "packs";
const PROVEN = "proven";
const BASE_UNIT = "baseUnit";
/** The price as it was copied from an earlier order; empty once another product is picked. */
export const COPIED_PRICE = "copiedPrice";

const nothing: readonly string[] = [];

/** Cells that a product fills. */
export function productCells(facts: ProductFacts): Record<string, string> {
  return {
    spec: facts.spec,
    drawingNo: facts.drawingNo,
    unit: facts.unit,
    [BASE_UNIT]: facts.unit,
    [PACKS]: facts.packs.map(({ unit, factor }) => `${unit}=${factor}`).join(";"),
    [PROVEN]: facts.isProven ? "1" : "0",
    ...(facts.price === null ? {} : { unitPrice: facts.price }),
  };
}

/** What a hit of the product search says about the product. */
export function hitCells({ extra = {} }: Suggestion): Record<string, string> {
  const text = (key: string) => {
    const value = extra[key];
    return typeof value === "string" ? value : "";
  };
  const price = text("levelPrice") || text("listPrice");
  return {
    spec: text("spec"),
    drawingNo: text("drawingNo"),
    unit: text("unit"),
    [BASE_UNIT]: text("unit"),
    [PACKS]: text("packs"),
    [COPIED_PRICE]: "",
    [PROVEN]: extra.isStandard === true && text("firstProducedOn") !== "" ? "1" : "0",
    ...(price === "" ? {} : { unitPrice: formatUnitPrice(price).replaceAll(",", "") }),
  };
}

export function goodsSeed(line: GoodsCells, { isCopied = false } = {}): RowSeed {
  const { product, ...cells } = line;
  if (!product) return { cells };
  const own = productCells(product);
  const copied = isCopied ? { [COPIED_PRICE]: cells.unitPrice } : {};
  return {
    cells: { ...own, ...cells, ...copied },
    picked: {
      [PRODUCT]: {
        id: product.id,
        code: product.code,
        label: product.name,
        sub: product.spec,
        extra: { name: product.name },
      },
    },
    prefilled: [BASE_UNIT, PACKS, PROVEN, COPIED_PRICE, "spec", "drawingNo"],
  };
}

export function chargeSeed({ lineKind, productName, amount, lineRemark }: ChargeCells): RowSeed {
  return { cells: { lineKind, productName, amount, lineRemark } };
}

/** A row with all that a draft in the browser has to keep. */
export function seedOf({ cells, picked, prefilled }: GridRow): RowSeed {
  return { cells, picked, prefilled: Object.keys(prefilled) };
}

export function goodsCells(row: GridRow): GoodsCells {
  const text = (key: string) => cellText(row, key).trim();
  const picked = row.picked[PRODUCT];
  return {
    product: picked ? productOf(row, picked) : null,
    productName: picked ? nameOf(picked) : text(PRODUCT),
    spec: text("spec"),
    drawingNo: text("drawingNo"),
    unit: text("unit"),
    quantity: text("quantity"),
    unitPrice: text("unitPrice"),
    deliveryOn: text("deliveryOn"),
    brand: text("brand"),
    lineRemark: text("lineRemark"),
  };
}

/** A hit is labelled with name and spec; the line keeps the name alone. */
function nameOf({ label, extra }: Suggestion): string {
  return typeof extra?.name === "string" ? extra.name : label;
}

function productOf(row: GridRow, picked: Suggestion): ProductFacts {
  return {
    id: picked.id,
    code: picked.code,
    name: nameOf(picked),
    spec: cellText(row, "spec"),
    drawingNo: cellText(row, "drawingNo"),
    unit: cellText(row, BASE_UNIT),
    packs: packsOf(row),
    isProven: cellText(row, PROVEN) === "1",
    price: null,
  };
}

export function chargeCells(row: GridRow): ChargeCells {
  const text = (key: string) => cellText(row, key).trim();
  return {
    lineKind: text("lineKind"),
    productName: text("productName"),
    amount: text("amount"),
    lineRemark: text("lineRemark"),
  };
}

/** `盒=10;箱=100`: the packs of the picked product with their content in base units. */
function packsOf(row: GridRow): { unit: string; factor: string }[] {
  if (!row.picked[PRODUCT]) return [];
  return cellText(row, PACKS)
    .split(";")
    .flatMap((pack) => {
      const [unit, factor] = pack.split("=");
      return unit && factor ? [{ unit, factor }] : [];
    });
}

/** Units a line may be typed in: the product's own and its packs, or all units for a product yet to be made. */
export function unitsOf(row: GridRow, allUnits: readonly string[]): readonly string[] {
  if (!row.picked[PRODUCT]) return allUnits;
  const base = cellText(row, BASE_UNIT) || cellText(row, "unit");
  return base === "" ? nothing : [base, ...packsOf(row).map(({ unit }) => unit)];
}

/** The typed quantity in base units; null while it cannot be read. */
export function baseQuantity(row: GridRow): Quantity | null {
  const typed = Quantity.parse(cellText(row, "quantity"));
  const pack = packsOf(row).find(({ unit }) => unit === cellText(row, "unit"));
  return typed && pack ? typed.times(pack.factor) : typed;
}

/** Quantity × tax-inclusive price, as the server will round it; null while either cannot be read. */
export function goodsAmount(row: GridRow, taxRate: string): Money | null {
  const quantity = baseQuantity(row);
  const typed = parsePriceCell(cellText(row, "unitPrice"));
  if (!quantity || !typed) return null;
  try {
    return lineAmount(quantity, typed.isNet ? grossPrice(typed.price, taxRate) : typed.price);
  } catch {
    return null;
  }
}

export function chargeAmount(row: GridRow): Money | null {
  return Money.parse(signedCharge(cellText(row, "lineKind"), cellText(row, "amount")));
}

/** A standard product that was made before: it may come from stock. */
export function isProvenRow(row: GridRow): boolean {
  return row.picked[PRODUCT] !== undefined && cellText(row, PROVEN) === "1";
}

/** Whether all that is known about a picked product has arrived. */
export function isKnownRow(row: GridRow): boolean {
  return row.picked[PRODUCT] === undefined || cellText(row, PROVEN) !== "";
}
