import "server-only";
import { type Actor, can } from "@/lib/auth/permissions";
import { SUBJECTS, type SubjectType } from "@/lib/records/subjects";
import { Prisma } from "@/lib/server/db";
import { quickly } from "@/lib/server/quickly";

/** One line of the search box; the path of `use-search.ts`. */
export type SearchResult = {
  kind: string;
  id: string;
  label: string;
  sub: string | null;
  href: string;
};

/** Whose documents a salesperson sees, under the aliases of `NUMBERED`; the other kinds are open to their readers. */
export type SearchScopes = Record<
  | "contract"
  | "intake"
  | "review"
  | "production_task"
  | "shipping_notice"
  | "outbound_slip"
  | "packing_list"
  | "waybill",
  Prisma.Sql
>;

type Numbered = { kind: string; subject: SubjectType; from: string; number: string; about: string };

/** Which document a number's letters name. The letters are compared whole: CKH is no CK. */
const NUMBERED: Readonly<Record<string, Numbered>> = {
  LG: numbered("contract", "contract", "contract c", "c.contract_no"),
  DH: numbered("contract", "contract", "contract c", "c.doc_no"),
  YX: numbered("intake", "intake", "intake i", "i.doc_no"),
  BH: numbered("preparation", "preparation_order", "preparation_order d", "d.doc_no"),
  SC: numbered("task", "production_task", "production_task d", "d.doc_no", "d.contract_no"),
  FH: numbered("notice", "shipping_notice", "shipping_notice d", "d.doc_no"),
  LT: numbered("walk_in", "walk_in", "walk_in w", "w.doc_no"),
  CK: numbered("slip", "outbound_slip", "outbound_slip d", "d.doc_no"),
  ZX: numbered("packing_list", "packing_list", "packing_list p", "p.doc_no"),
  YD: numbered("waybill", "waybill", "waybill w", "w.doc_no", "w.recipient ->> 'company'"),
  SK: numbered("receipt", "receipt", "receipt r", "r.doc_no"),
  RK: numbered("inbound", "inbound_slip", "inbound_slip s", "s.doc_no", "s.from_department"),
  PS: numbered("review", "review", "review r", "r.doc_no"),
  XY: numbered("terms", "term_change", "term_change t", "t.doc_no"),
};

function numbered(
  kind: string,
  subject: SubjectType,
  from: string,
  number: string,
  about = `${number.charAt(0)}.customer_name`,
): Numbered {
  return { kind, subject, from, number, about };
}

const NUMBER = /^([A-Z]{2,4})(\d{0,4}(?:-\d{0,6})?)$/;
/** Sorts after every digit, before every letter. */
const AFTER_DIGITS = ":";
const LAST_CHARACTER = "\u{10FFFF}";
const MOST_DOCUMENTS = 10;
const MOST_CONTRACTS = 5;

type Row = { id: string; number: string; about: string | null };

/**
 * Documents whose number begins with the text, the exact one first, then the newest; at most 10. Nothing for text
 * that is no beginning of a number, and for documents whose kind the person may not read. Throws `common.busy`.
 */
export async function documentsByNumber(
  actor: Actor,
  text: string,
  scopes: SearchScopes,
): Promise<SearchResult[]> {
  const wanted = text.normalize("NFKC").toUpperCase().replace(/\s/g, "");
  const [, letters = "", rest = ""] = NUMBER.exec(wanted) ?? [];
  const source = NUMBERED[letters];
  if (!source) return [];
  const { read, path } = SUBJECTS[source.subject];
  if (!can(actor, read)) return [];
  const scope = scopeOf(source.subject, scopes);
  const rows = await quickly((tx) => tx.$queryRaw<Row[]>(numberQuery(source, wanted, rest, scope)));
  return rows.map(({ id, number, about }) => ({
    kind: source.kind,
    id,
    label: number,
    sub: about,
    href: `${path}${id}`,
  }));
}

function scopeOf(subject: SubjectType, scopes: SearchScopes): Prisma.Sql {
  return subject in scopes ? scopes[subject as keyof SearchScopes] : Prisma.sql`true`;
}

// The exact number by itself, so that no longer ones push it out; both halves walk the unique index.
function numberQuery(source: Numbered, wanted: string, rest: string, scope: Prisma.Sql) {
  const number = Prisma.raw(source.number);
  const id = Prisma.raw(`${source.number.charAt(0)}.id`);
  const select = Prisma.sql`select ${id}, ${number} as number, ${Prisma.raw(source.about)} as about
    from ${Prisma.raw(source.from)}`;
  const end = wanted + (rest === "" ? AFTER_DIGITS : LAST_CHARACTER);
  return Prisma.sql`
    (${select} where ${number} = ${wanted} and ${scope})
    union all
    (${select} where ${number} > ${wanted} and ${number} < ${end} and ${scope}
      order by ${number} desc limit ${MOST_DOCUMENTS - 1})`;
}

/** The latest contracts of customers that the text has named, files merged into them included; at most 5. */
export async function contractsOfCustomers(
  actor: Actor,
  customerIds: readonly string[],
  scope: Prisma.Sql,
): Promise<SearchResult[]> {
  if (customerIds.length === 0 || !can(actor, SUBJECTS.contract.read)) return [];
  const rows = await quickly(
    (tx) => tx.$queryRaw<Row[]>`
      select c.id, coalesce(c.contract_no, c.doc_no, '') as number,
        concat_ws(' · ', c.customer_name, nullif(c.product_summary, '')) as about
      from contract c
      where c.customer_id in (select k.id from customer k
          where k.id = any(${customerIds}::uuid[]) or k.merged_into_id = any(${customerIds}::uuid[]))
        and coalesce(c.contract_no, c.doc_no) is not null and ${scope}
      order by c.created_at desc, c.id desc limit ${MOST_CONTRACTS}`,
  );
  return rows.map(({ id, number, about }) => ({
    kind: "contract",
    id,
    label: number,
    sub: about,
    href: `${SUBJECTS.contract.path}${id}`,
  }));
}
