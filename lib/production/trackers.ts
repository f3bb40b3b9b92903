import "server-only";
import { clock } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/db";

export type Tracker = { id: string; name: string };

/** Who holds the duty PRODUCTION_TRACKING today, the longest holder first (R1.1.3-T2). */
export async function listTrackers(client: Tx): Promise<Tracker[]> {
  return client.$queryRaw<Tracker[]>`
    select p.id::text as id, p.display_name as name
    from duty_assignment d join person p on p.id = d.person_id and p.active
    where d.duty = 'PRODUCTION_TRACKING' and d.from_on <= ${clock.today()}::date
      and (d.to_on is null or d.to_on >= ${clock.today()}::date)
    group by p.id, p.display_name order by min(d.from_on), p.id`;
}

/** The tracker of a new row of the register; null while nobody holds the duty. */
export async function defaultTracker(client: Tx): Promise<Tracker | null> {
  const [first] = await listTrackers(client);
  return first ?? null;
}
