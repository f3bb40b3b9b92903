import "server-only";
import type { Tx } from "@/lib/server/db";

/** What an inbound line prints of its product, and whether its unit may be split. */
export type StoredProduct = {
  id: string;
  productCode: string;
  name: string;
  spec: string;
  unit: string;
  allowFraction: boolean;
};

/** The active products among these, by id. */
export async function storedProducts(
  client: Tx,
  productIds: readonly string[],
): Promise<Map<string, StoredProduct>> {
  const rows = await client.$queryRaw<StoredProduct[]>`
    select p.id::text, p.product_code as "productCode", p.name, p.spec, p.unit,
      coalesce(u.allow_fraction, false) as "allowFraction"
    from product p left join unit u on u.name = p.unit
    where p.active and p.id = any(${[...new Set(productIds)]}::uuid[])`;
  return new Map(rows.map((row) => [row.id, row]));
}
