import "server-only";
import { type Actor, seesOwnOnly } from "@/lib/auth/permissions";
import { parseLandline, parseMobile } from "@/lib/core/contact-data";
import { isLegacyTaxId, normaliseUscc } from "@/lib/core/tax-id";
import { Prisma } from "@/lib/server/db";
import { quickly } from "@/lib/server/quickly";
import type { DuplicateReason } from "./duplicate-reasons";
import { nameKey } from "./name-key";

export type DuplicateHit = {
  id: string;
  customerCode: string;
  name: string;
  reason: DuplicateReason;
};

const MOST = 5;

/**
 * Existing customers that what is being typed may be: same name in another spelling, a former name, a very similar
 * one, the same tax id or telephone. `text` is whichever of these the form has. A salesperson is told of own
 * customers only; the unique name is guarded at saving. At most five.
 */
export async function findDuplicates(
  actor: Actor,
  text: string,
  exceptId: string | null,
): Promise<DuplicateHit[]> {
  const typed = text.trim().slice(0, 80);
  const key = nameKey(typed);
  if (key.length < 2) return [];
  const scope = Prisma.sql`c.merged_into_id is null
    ${seesOwnOnly(actor) ? Prisma.sql`and c.owner_id = ${actor.id}::uuid` : Prisma.empty}
    ${exceptId ? Prisma.sql`and c.id <> ${exceptId}::uuid` : Prisma.empty}`;
  return quickly(
    (tx) =>
      tx.$queryRaw<DuplicateHit[]>`
      with found as (${Prisma.join(sources(typed, key, scope), " union all ")})
      select id, "customerCode", name, reason from (
        select distinct on (id) * from found order by id, place
      ) best order by place, "customerCode" limit ${MOST}`,
  );
}

function sources(typed: string, key: string, scope: Prisma.Sql): Prisma.Sql[] {
  const phone = parseMobile(typed) ?? parseLandline(typed);
  if (phone) return [byPhone(phone, scope)];
  const taxId = normaliseUscc(typed);
  if (isLegacyTaxId(taxId)) {
    return [hit("tax_id", 1, Prisma.sql`customer c where ${scope} and c.tax_id = ${taxId}`)];
  }
  return [
    hit("name", 1, Prisma.sql`customer c where ${scope} and c.name_key = ${key}`),
    hit(
      "former_name",
      2,
      Prisma.sql`customer c join customer_former_name f on f.customer_id = c.id
        where ${scope} and f.name = ${typed}`,
    ),
    // Half a name is enough to ask: the clerk decides whether it is the same firm.
    hit(
      "similar_name",
      3,
      Prisma.sql`customer c where ${scope} and (c.name_key like ${`%${key.replace(/[\\%_]/g, "\\$&")}%`}
        or similarity(c.name_key, ${key}) > 0.55)`,
    ),
  ];
}

function byPhone(phone: string, scope: Prisma.Sql): Prisma.Sql {
  return hit(
    "phone",
    1,
    Prisma.sql`customer c where ${scope} and (c.phone = ${phone}
      or exists (select 1 from customer_contact p where p.customer_id = c.id and ${phone} in (p.mobile, p.landline))
      or exists (select 1 from customer_address a where a.customer_id = c.id and ${phone} in (a.mobile, a.landline)))`,
  );
}

function hit(reason: DuplicateReason, place: number, from: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(select c.id, c.customer_code as "customerCode", c.name, ${reason}::text as reason,
    ${place}::int as place from ${from} limit ${MOST})`;
}
