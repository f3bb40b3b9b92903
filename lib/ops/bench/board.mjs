/** The production board as HTML, against the bare SELECT of its cards and against a page without a list. */
import pg from "pg";
import { median } from "./statistics.mjs";

const EMPTY_PAGE = "/account";
const CARDS = 12;

const PLACED = (group) => `
  select l.id, ${group} as group_key, row_number() over (partition by ${group}
    order by (d.priority = 'URGENT') desc, l.expected_on nulls last, l.id) as place
  from task_line l join production_task d on d.id = l.task_id where l.status in ('OPEN', 'PARTIAL')`;
const SELECT = (group) => `
  with numbered as (${PLACED(group)})
  select l.*, d.doc_no, d.contract_no, d.customer_name, d.priority
  from numbered n join task_line l on l.id = n.id join production_task d on d.id = l.task_id
  where n.place <= ${CARDS} order by n.group_key, n.place`;
/** The factory's day, as the board counts: from midnight in Shanghai, not where the database stands. */
const TODAY = "(now() at time zone 'Asia/Shanghai')::date";
const BY_DATE = `case when l.expected_on < ${TODAY} then 'OVERDUE' when l.expected_on = ${TODAY} then 'TODAY'
  when l.expected_on <= ${TODAY} + 7 then 'WEEK' else 'LATER' end`;

const VIEWS = {
  "by stage": { path: "/production/board", sql: SELECT("l.stage::text") },
  "by date": { path: "/production/board?by=due", sql: SELECT(BY_DATE) },
};

/** Medians in milliseconds of both views, with the number of open tasks and of queries. */
export async function measureBoard(site, rounds) {
  const client = new pg.Client({ connectionString: site.databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query(
      "select count(*)::int as open from task_line where status in ('OPEN', 'PARTIAL')",
    );
    const views = {};
    for (const [name, { path, sql }] of Object.entries(VIEWS))
      views[name] = await measureView(site, client, { path, sql, rounds });
    return { open: rows[0].open, views };
  } finally {
    await client.end();
  }
}

async function measureView(site, client, { path, sql, rounds }) {
  const { rows } = await client.query(sql);
  const html = await site.read(path);
  if (!html.includes(rows[0].doc_no)) throw new Error(`${path} does not show ${rows[0].doc_no}`);
  const times = { page: [], select: [], empty: [] };
  for (let warm = 0; warm < 5; warm += 1) await site.read(path);
  for (let round = 0; round < rounds; round += 1) {
    times.page.push(await site.time(path));
    const started = performance.now();
    await client.query(sql);
    times.select.push(performance.now() - started);
    times.empty.push(await site.time(EMPTY_PAGE));
  }
  return {
    page: median(times.page),
    select: median(times.select),
    empty: median(times.empty),
    queries: await site.countQueries(path),
  };
}
