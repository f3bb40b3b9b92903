import { formatUnitPrice } from "@/lib/i18n/format";

/** A stored price as somebody would type it. */
export function plainPrice(price: string | null): string {
  return price === null ? "" : formatUnitPrice(price).replaceAll(",", "");
}
