import "server-only";
import { db } from "@/lib/server/db";

export type Drawing = { id: string; fileName: string; mediaType: string };

/**
 * The drawings of task lines, newest first, at most six of each: the product's files and, for what was never made
 * before, those of the review that the contract's line rests on (F06). One query for any number of lines.
 */
export async function drawingsOf(
  taskLineIds: readonly string[],
): Promise<ReadonlyMap<string, Drawing[]>> {
  if (taskLineIds.length === 0) return new Map();
  const rows = await db.$queryRaw<(Drawing & { taskLineId: string })[]>`
    select t.id::text as "taskLineId", a.id::text, a.file_name as "fileName", a.media_type as "mediaType"
    from task_line t
    left join contract_line c on c.id = t.contract_line_id
    left join review_line r on r.id = c.review_line_id
    cross join lateral (select * from attachment f where f.subject_id in (t.product_id, r.review_id)
      order by f.uploaded_at desc, f.id desc limit 6) a
    where t.id = any(${[...new Set(taskLineIds)]}::uuid[])`;
  const found = new Map<string, Drawing[]>();
  for (const { taskLineId, ...drawing } of rows) {
    found.set(taskLineId, [...(found.get(taskLineId) ?? []), drawing]);
  }
  return found;
}
