/** The register as HTML at two sizes, against the bare SELECT and against a page of the application without a list. */
import pg from "pg";
import { median } from "./statistics.mjs";

const EMPTY_PAGE = "/account";
const PAGE_SIZE = 50;
const DEEP = 0.9;
/** Part of a few dozen customers' names. */
const NAME_PART = "宏达";

const SELECT = `
  select c.id, c.contract_no, c.status::text, c.contract_class::text, c.form::text, c.effective_on, c.sign_date,
    c.customer_id, c.customer_name, r.settlement_mode::text, r.tier, c.product_summary, c.total_qty, c.total_amount,
    c.delivery_from, c.delivery_to, c.payment_term::text, r.shipping_methods, r.shipped_dates, r.last_shipped_on,
    r.shipped_amount, r.prepared_by_name, r.checked_by_name, r.approved_by_name, r.registered_by_name,
    r.registered_at, c.end_reason, r.remark
  from contract c join register_entry r on r.contract_id = c.id
  where c.seq is not null and c.deleted_at is null`;
const ORDER = `order by c.year * 1000000 + c.seq desc, c.id desc limit ${PAGE_SIZE + 1}`;

/** The four ways of looking at the register; `sql` and `values` are the bare query for the same rows. */
function viewsOf({ sortValue, id }) {
  const cursor = Buffer.from(JSON.stringify([sortValue, id])).toString("base64url");
  return {
    first: { path: "/register", sql: `${SELECT} ${ORDER}`, values: [] },
    deep: {
      path: `/register?after=${cursor}`,
      sql: `${SELECT} and (c.year * 1000000 + c.seq, c.id) < ($1, $2) ${ORDER}`,
      values: [sortValue, id],
    },
    filtered: {
      path: "/register?status=VOIDED&contractClass=A",
      sql: `${SELECT} and c.status = 'VOIDED' and c.contract_class = 'A' ${ORDER}`,
      values: [],
    },
    searched: {
      path: `/register?q=${encodeURIComponent(NAME_PART)}`,
      sql: `${SELECT} and c.customer_id = any(array(select id from customer where search_text like $1)) ${ORDER}`,
      values: [`%${NAME_PART}%`],
    },
  };
}

/**
 * For each view and size the medians in milliseconds of the page, of the bare SELECT and of a page without a list, and
 * the number of queries. Everything is asked in turns, so that whatever slows the machine down slows all of it.
 */
export async function measureRegister({ small, large, rounds }) {
  const sides = { small: await openSide(small), large: await openSide(large) };
  const all = Object.values(sides);
  try {
    for (const side of all) for (const view of Object.values(side.views)) await warmUp(side, view);
    for (let round = 0; round < rounds; round += 1)
      for (const name of Object.keys(sides.small.views))
        for (const side of round % 2 === 0 ? all : all.toReversed()) await measureOnce(side, name);
    for (const side of all)
      for (const view of Object.values(side.views))
        view.queries = await side.site.countQueries(view.path);
    return { small: figuresOf(sides.small), large: figuresOf(sides.large) };
  } finally {
    for (const { client } of all) await client.end();
  }
}

async function openSide(site) {
  const client = new pg.Client({ connectionString: site.databaseUrl });
  await client.connect();
  const { rows } = await client.query(
    `select (year * 1000000 + seq)::text as "sortValue", id from contract where seq is not null
     order by year * 1000000 + seq desc, id desc
     offset (select floor(count(*) * ${DEEP}) from contract where seq is not null) limit 1`,
  );
  const views = viewsOf(rows[0]);
  for (const view of Object.values(views)) Object.assign(view, { page: [], select: [] });
  return { site, client, views, empty: [] };
}

async function warmUp({ site, client }, { path, sql, values }) {
  const { rows } = await client.query(sql, values);
  const html = await site.read(path);
  const number = rows[0]?.contract_no;
  if (!number || !html.includes(number)) throw new Error(`${path} does not show ${number}`);
  await site.read(EMPTY_PAGE);
  for (let again = 0; again < 3; again += 1) await site.read(path);
}

async function measureOnce({ site, client, views, empty }, name) {
  const { path, sql, values, page, select } = views[name];
  page.push(await site.time(path));
  const started = performance.now();
  await client.query(sql, values);
  select.push(performance.now() - started);
  empty.push(await site.time(EMPTY_PAGE));
}

function figuresOf({ views, empty }) {
  const entries = Object.entries(views).map(([name, { page, select, queries }]) => [
    name,
    { page: median(page), select: median(select), queries },
  ]);
  return { empty: median(empty), views: Object.fromEntries(entries) };
}
