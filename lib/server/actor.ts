import "server-only";
import type { Actor, ActorDelegation } from "@/lib/auth/permissions";
import type { Duty, Role } from "@/lib/auth/roles";
import { clock } from "@/lib/server/clock";
import { db } from "@/lib/server/db";

type ActorRow = {
  id: string;
  name: string;
  role: Role;
  duties: Duty[] | null;
  delegations: ActorDelegation[] | null;
  keeper_sees_prices: boolean | null;
  production_sees_customer: boolean | null;
  session_version: number;
};

/**
 * The active person with today's duties and delegations, in one query; null when unknown, inactive,
 * or when `sessionVersion` is given and no longer the current one.
 */
export async function findActor(personId: string, sessionVersion?: number): Promise<Actor | null> {
  const today = clock.today();
  const [row] = await db.$queryRaw<ActorRow[]>`
    select p.id, p.display_name as name, p.role::text as role, p.session_version,
      (select json_agg(distinct d.duty) from duty_assignment d
        where d.person_id = p.id and d.from_on <= ${today}::date and (d.to_on is null or d.to_on >= ${today}::date)
      ) as duties,
      (select json_agg(json_build_object('id', g.id, 'step', g.step, 'principalId', q.id,
          'principalName', q.display_name, 'principalRole', q.role, 'docNo', g.doc_no,
          'documentKinds', coalesce(g.document_kinds, '{}'), 'amountLimit', g.amount_limit::text))
        from delegation g join person q on q.id = g.principal_id and q.active
        where g.delegate_id = p.id and g.revoked_at is null
          and g.from_on <= ${today}::date and g.to_on >= ${today}::date
      ) as delegations,
      (select (s.value #>> '{}')::boolean from setting s
        where s.key = 'keeperSeesPrices' and s.effective_from <= ${today}::date
        order by s.effective_from desc, s.changed_at desc limit 1) as keeper_sees_prices,
      (select (s.value #>> '{}')::boolean from setting s
        where s.key = 'productionSeesCustomer' and s.effective_from <= ${today}::date
        order by s.effective_from desc, s.changed_at desc limit 1) as production_sees_customer
    from person p where p.id = ${personId}::uuid and p.active`;
  if (!row || (sessionVersion !== undefined && row.session_version !== sessionVersion)) return null;
  return {
    id: row.id,
    name: row.name,
    role: row.role,
    duties: row.duties ?? [],
    delegations: row.delegations ?? [],
    keeperSeesPrices: row.keeper_sees_prices ?? false,
    productionSeesCustomer: row.production_sees_customer ?? true,
  };
}
