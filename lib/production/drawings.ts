import "server-only";
import { db } from "@/lib/server/db";

export type Drawing = { id: string; fileName: string; mediaType: string };

/** The files of products (their drawings), newest first, at most six of each; one query for any number of products. */
export async function drawingsOf(
  productIds: readonly string[],
): Promise<ReadonlyMap<string, Drawing[]>> {
  if (productIds.length === 0) return new Map();
  const rows = await db.$queryRaw<(Drawing & { productId: string })[]>`
    select p.id::text as "productId", a.id::text, a.file_name as "fileName", a.media_type as "mediaType"
    from unnest(${[...new Set(productIds)]}::uuid[]) as p(id)
    cross join lateral (select * from attachment f where f.subject_id = p.id
      order by f.uploaded_at desc, f.id desc limit 6) a`;
  const found = new Map<string, Drawing[]>();
  for (const { productId, ...drawing } of rows) {
    found.set(productId, [...(found.get(productId) ?? []), drawing]);
  }
  return found;
}
