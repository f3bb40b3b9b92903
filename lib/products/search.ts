import "server-only";
import { type Actor, seesPrices } from "@/lib/auth/permissions";
import { type CalendarDate, fromDbDate } from "@/lib/core/calendar-date";
import { Quantity } from "@/lib/core/quantity";
import { UnitPrice } from "@/lib/core/unit-price";
import { Prisma, type Tx } from "@/lib/server/db";
import { soundOf } from "@/lib/server/homophones";
import { quickly } from "@/lib/server/quickly";
import { beginsPattern, containsPattern, searchWords } from "@/lib/server/search-text";
import { levelPrice } from "./policy";

const MAX_HITS = 20;

/** A product as the type-ahead shows it, with what a line is prefilled from. */
export type ProductHit = {
  id: string;
  productCode: string;
  name: string;
  spec: string;
  drawingNo: string;
  drawingRev: string;
  material: string;
  coating: string;
  accuracyGrade: string;
  unit: string;
  packs: { unit: string; factor: string }[];
  isStandard: boolean;
  firstProducedOn: CalendarDate | null;
  leadTimeDays: number | null;
  /** Absent for those who may not see prices, null while there is none. */
  listPrice?: string | null;
  levelPrice?: string | null;
};

type HitRow = Omit<ProductHit, "firstProducedOn" | "listPrice" | "levelPrice" | "packs"> & {
  firstProducedOn: Date | null;
  listPrice: Prisma.Decimal;
  packs: { unit: string; factor: string }[] | null;
};

export type ProductSearch = {
  text: string;
  /** Products that the order's customer has bought, latest first: they come before the others. */
  preferredIds?: readonly string[];
  /** Price factor of the customer's category. */
  factor?: string | null;
};

/**
 * At most 20 active products, best first: exact code or drawing, beginning of the code, of a name, spec or pinyin,
 * any part, then similar spellings; what the customer has bought before comes first among equals.
 */
export async function searchProducts(
  actor: Actor,
  { text, preferredIds = [], factor = null }: ProductSearch,
): Promise<ProductHit[]> {
  const rows = await quickly((tx) => findRows(tx, searchWords(text), preferredIds));
  return rows.map((row) => toHit(row, seesPrices(actor), factor));
}

function toHit(row: HitRow, isPriced: boolean, factor: string | null): ProductHit {
  const { listPrice, packs, firstProducedOn, ...fields } = row;
  const price = UnitPrice.of(listPrice);
  return {
    ...fields,
    packs: (packs ?? []).map(({ unit, factor: size }) => ({
      unit,
      factor: Quantity.of(size).toString(),
    })),
    firstProducedOn: firstProducedOn ? fromDbDate(firstProducedOn) : null,
    ...(isPriced && {
      listPrice: price.isZero() ? null : price.toString(),
      levelPrice: factor === null ? null : (levelPrice(price, factor)?.toString() ?? null),
    }),
  };
}

async function findRows(
  tx: Tx,
  words: readonly string[],
  preferredIds: readonly string[],
): Promise<readonly HitRow[]> {
  const [first, ...others] = words;
  if (first === undefined) return tx.$queryRaw<HitRow[]>(latestQuery(preferredIds));
  const rest = others.map((word) => Prisma.sql`p.search_text like ${containsPattern(word)}`);
  const beginnings = [first, ...codeBeginnings(first)].map(
    (word) => Prisma.sql`p.search_text like ${beginsPattern(word)}`,
  );
  // The index knows beginnings even of one character; all parts are looked at only when these do not fill the list.
  const begun = Prisma.join([Prisma.sql`(${Prisma.join(beginnings, " or ")})`, ...rest], " and ");
  const best = await tx.$queryRaw<HitRow[]>(hitsQuery(first, begun, preferredIds));
  if (best.length === MAX_HITS) return best;
  const contained = Prisma.join(
    [Prisma.sql`p.search_text like ${containsPattern(first)}`, ...rest],
    " and ",
  );
  const found = await tx.$queryRaw<HitRow[]>(hitsQuery(first, contained, preferredIds));
  if (found.length > 0 || words.some((word) => /\d/.test(word))) return found;
  return tx.$queryRaw<HitRow[]>(similarQuery(words.join(" ")));
}

/** What the customer has bought, then the products that were added last. */
function latestQuery(preferredIds: readonly string[]): Prisma.Sql {
  const preferred = Prisma.sql`${[...preferredIds]}::uuid[]`;
  return hitSelect(Prisma.sql`
    (select p.id, 0 as rank from product p where p.active and p.id = any(${preferred})
      order by array_position(${preferred}, p.id) limit ${MAX_HITS})
    union all
    (select p.id, 1 as rank from product p where p.active and p.id <> all(${preferred})
      order by p.id desc limit ${MAX_HITS})
    limit ${MAX_HITS}`);
}

function hitsQuery(
  first: string,
  matching: Prisma.Sql,
  preferredIds: readonly string[],
): Prisma.Sql {
  const preferred = Prisma.sql`coalesce(array_position(${[...preferredIds]}::uuid[], p.id), 1000)`;
  return hitSelect(Prisma.sql`select p.id, ${rankSql(first)} as rank from product p
    where p.active and ${matching}
    order by rank, ${preferred}, length(p.name), p.product_code limit ${MAX_HITS}`);
}

/** Figures alone also name the code that they end: 12 is XD-0012 and the beginning of XD-1234. */
function codeBeginnings(word: string): string[] {
  return /^\d+$/.test(word) ? [`xd-${word.padStart(4, "0")}`, `xd-${word}`] : [];
}

/** 0 code or drawing itself (figures alone name the code), 1 a code that begins so, 2 name, spec or pinyin, 3 any part. */
function rankSql(word: string): Prisma.Sql {
  const [code = word, beginning = word] = codeBeginnings(word);
  return Prisma.sql`case
    when lower(p.product_code) = ${code} or (p.drawing_no <> '' and lower(p.drawing_no) = ${word}) then 0
    when starts_with(lower(p.product_code), ${beginning}) then 1
    when p.search_text like ${beginsPattern(word)} then 2
    else 3 end`;
}

// Only where nothing else was found, and never for codes and specs: what sounds alike, then what is spelled alike.
function similarQuery(text: string): Prisma.Sql {
  const sound = soundOf(text);
  const soundsAlike = sound
    ? Prisma.sql`p.search_text like ${containsPattern(sound)}`
    : Prisma.sql`1 = 0`; // a bare `false` may not stand in ORDER BY
  return hitSelect(Prisma.sql`select p.id, 9 as rank from product p
    where p.active and (${soundsAlike} or ${text} <% p.search_text)
    order by (${soundsAlike}) desc, word_similarity(${text}, p.search_text) desc, p.product_code
    limit ${MAX_HITS}`);
}

function hitSelect(ranked: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    with hit as (select ranked.*, row_number() over () as place_no from (${ranked}) ranked)
    select p.id, p.product_code as "productCode", p.name, p.spec, p.drawing_no as "drawingNo",
      p.drawing_rev as "drawingRev", p.material, p.coating, p.accuracy_grade as "accuracyGrade", p.unit,
      p.is_standard as "isStandard", p.first_produced_on as "firstProducedOn", p.lead_time_days as "leadTimeDays",
      p.list_price as "listPrice",
      (select json_agg(json_build_object('unit', k.unit, 'factor', k.factor::text) order by k.factor)
        from product_pack k where k.product_id = p.id) as packs
    from hit join product p on p.id = hit.id order by hit.place_no`;
}
