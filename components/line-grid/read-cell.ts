import type { CalendarDate } from "@/lib/core/calendar-date";
import { Money } from "@/lib/core/money";
import { Quantity } from "@/lib/core/quantity";
import { UnitPrice } from "@/lib/core/unit-price";
import { formatUnitPrice } from "@/lib/i18n/format";
import { parseTypedDate } from "@/lib/i18n/typed-date";
import { type CellReading, cellText, type GridColumn, type GridRow } from "./grid-types";

/** Reads a typed cell by the column's own reading, or by its kind's. An empty cell is always readable. */
export function readCell(column: GridColumn, row: GridRow, today: CalendarDate): CellReading {
  const text = cellText(row, column.key).trim();
  if (column.parse) return column.parse(text, row);
  if (text === "") return { value: "" };
  const { maxLength } = column;
  if (maxLength !== undefined && text.length > maxLength) {
    const details = { max: String(maxLength), length: String(text.length) };
    return { code: "common.too_long_by", details };
  }
  switch (column.kind) {
    case "quantity":
      return readOr(Quantity.parse(text), "common.quantity_malformed");
    case "price":
      return readPrice(text);
    case "money":
      return readOr(Money.parse(text), "common.amount_malformed");
    case "date":
      return readOr(parseTypedDate(text, today), "common.date_malformed");
    case "product":
      return column.freeText || row.picked[column.key]
        ? { value: text }
        : { code: "grid.not_picked" };
    default:
      return { value: text };
  }
}

function readPrice(text: string): CellReading {
  const price = UnitPrice.parse(text);
  return price ? { value: priceText(price) } : { code: "common.price_malformed" };
}

/** A stored unit price as it stands in a cell: 12.5000 becomes 12.50, without thousands commas. */
function priceText(price: UnitPrice | string): string {
  return formatUnitPrice(price).replaceAll(",", "");
}

function readOr(value: { toString(): string } | null, code: string): CellReading {
  return value === null ? { code } : { value: value.toString() };
}
