import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { type CalendarDate, fromDbDate } from "@/lib/core/calendar-date";
import { db, Prisma, type Tx } from "@/lib/server/db";
import type { InvoiceType, SettlementMode } from "@/lib/server/generated/enums";
import { soundOf } from "@/lib/server/homophones";
import { quickly } from "@/lib/server/quickly";
import { beginsPattern, containsPattern, searchWords } from "@/lib/server/search-text";
import { cooperationStartSql } from "./cooperation";
import { customerScopeSql } from "./scope";

export const MAX_HITS = 20;

/** A customer as the type-ahead shows it, with what an order is prefilled from. */
export type CustomerHit = {
  id: string;
  customerCode: string;
  name: string;
  shortName: string;
  formerName: string | null;
  settlementMode: SettlementMode;
  cooperationStart: CalendarDate | null;
  invoiceType: InvoiceType;
  contactName: string | null;
  contactTitle: string | null;
  contactPhone: string | null;
  addressId: string | null;
  place: string | null;
};

type HitRow = Omit<CustomerHit, "cooperationStart"> & { start: Date | null };

/**
 * At most 20 customers that the actor may see, best first: exact code, beginning of code or name, initials and
 * pinyin, the end of a phone number, any part, then similar spellings. Empty text gives the latest customers.
 */
export async function searchCustomers(actor: Actor, text: string): Promise<CustomerHit[]> {
  const words = searchWords(text);
  const scope = Prisma.sql`c.merged_into_id is null and ${customerScopeSql(actor)}`;
  const rows = await quickly((tx) => findRows(tx, words, scope));
  return rows.map(({ start, ...row }) => ({
    ...row,
    cooperationStart: start ? fromDbDate(start) : null,
  }));
}

async function findRows(
  tx: Tx,
  words: readonly string[],
  scope: Prisma.Sql,
): Promise<readonly HitRow[]> {
  const [first, ...others] = words;
  if (first === undefined) return tx.$queryRaw<HitRow[]>(latestQuery(scope));
  const rest = others.map((word) => Prisma.sql`c.search_text like ${containsPattern(word)}`);
  const beginnings = [first, ...codeBeginnings(first)].map(
    (word) => Prisma.sql`c.search_text like ${beginsPattern(word)}`,
  );
  // The index knows beginnings even of one character; all parts are looked at only when these do not fill the list.
  const begun = Prisma.join([Prisma.sql`(${Prisma.join(beginnings, " or ")})`, ...rest], " and ");
  const best = await tx.$queryRaw<HitRow[]>(hitsQuery(first, begun, scope));
  if (best.length === MAX_HITS) return best;
  const contained = Prisma.join(
    [Prisma.sql`c.search_text like ${containsPattern(first)}`, ...rest],
    " and ",
  );
  const found = await tx.$queryRaw<HitRow[]>(hitsQuery(first, contained, scope));
  if (found.length > 0 || words.some((word) => /\d/.test(word))) return found;
  return tx.$queryRaw<HitRow[]>(similarQuery(words.join(" "), scope));
}

function latestQuery(scope: Prisma.Sql): Prisma.Sql {
  return hitSelect(Prisma.sql`select c.id, 0 as rank from customer c
    where ${scope} order by c.id desc limit ${MAX_HITS}`);
}

function hitsQuery(first: string, matching: Prisma.Sql, scope: Prisma.Sql): Prisma.Sql {
  return hitSelect(Prisma.sql`select c.id, ${rankSql(first)} as rank from customer c
    where ${scope} and ${matching}
    order by rank, length(c.name), c.customer_code limit ${MAX_HITS}`);
}

/** Figures alone also name the code that they end: 123 is C0123 and the beginning of C1234. */
function codeBeginnings(word: string): string[] {
  return /^\d+$/.test(word) ? [`c${word.padStart(4, "0")}`, `c${word}`] : [];
}

/**
 * 0 the code itself (figures alone name it too), 1 a code that begins so, 2 a name or its pinyin that begins so,
 * 3 the end of a phone number, 4 any part.
 */
function rankSql(word: string): Prisma.Sql {
  const [code = word, beginning = word] = codeBeginnings(word);
  return Prisma.sql`case
    when lower(c.customer_code) = ${code} then 0
    when starts_with(lower(c.customer_code), ${beginning}) then 1
    when c.search_text like ${beginsPattern(word)} then 2
    when c.search_text like ${`${containsPattern(word).slice(0, -1)} %`} then 3
    else 4 end`;
}

// Only where nothing else was found, and never for codes: what sounds alike, then what is spelled alike.
function similarQuery(text: string, scope: Prisma.Sql): Prisma.Sql {
  const sound = soundOf(text);
  const soundsAlike = sound
    ? Prisma.sql`c.search_text like ${containsPattern(sound)}`
    : Prisma.sql`1 = 0`; // a bare `false` may not stand in ORDER BY
  return hitSelect(Prisma.sql`select c.id, 9 as rank from customer c
    where ${scope} and (${soundsAlike} or ${text} <% c.search_text)
    order by (${soundsAlike}) desc, word_similarity(${text}, c.search_text) desc, c.customer_code
    limit ${MAX_HITS}`);
}

// Ranking touches every match, the joins only the twenty that are shown.
function hitSelect(ranked: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    with hit as (select ranked.*, row_number() over () as place_no from (${ranked}) ranked)
    select c.id, c.customer_code as "customerCode", c.name, c.short_name as "shortName",
      c.settlement_mode::text as "settlementMode", ${cooperationStartSql()} as start,
      c.default_invoice_type::text as "invoiceType",
      (select f.name from customer_former_name f where f.customer_id = c.id
        order by f.until_on desc, f.id desc limit 1) as "formerName",
      p.name as "contactName", p.title as "contactTitle",
      coalesce(nullif(p.mobile, ''), p.landline) as "contactPhone",
      a.id as "addressId", nullif(concat(a.province, a.city, a.district), '') as place
    from hit join customer c on c.id = hit.id
    left join lateral (select * from customer_contact p where p.customer_id = c.id
      order by p.is_default desc, p.sort_no limit 1) p on true
    left join lateral (select * from customer_address a where a.customer_id = c.id
      order by a.is_default desc, a.sort_no limit 1) a on true
    order by hit.place_no`;
}

/**
 * Ids of the customers that the text names, for the filters of lists: merged files too, because old documents
 * hang on them. At most `limit`.
 */
export async function resolveCustomersByName(
  actor: Actor,
  text: string,
  limit = 500,
): Promise<readonly string[]> {
  const words = searchWords(text);
  if (words.length === 0) return [];
  const matching = words.map((word) => Prisma.sql`c.search_text like ${containsPattern(word)}`);
  const rows = await db.$queryRaw<{ id: string }[]>`
    select c.id from customer c
    where ${customerScopeSql(actor)} and ${Prisma.join(matching, " and ")}
    order by c.id limit ${limit}`;
  return rows.map(({ id }) => id);
}
