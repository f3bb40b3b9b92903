/** What somebody waits for while typing an order or handing out a paper. */
import pg from "pg";
import { median } from "./statistics.mjs";

/** As people type: two characters, initials, pinyin, a code; and the end of a phone number comes from the data. */
const TYPED = ["宏达", "hd", "dalianhong", "C0042"];
const PHONE_END = "select right(phone, 5) as digits from customer where customer_code = 'C0042'";
const SLIP = "/api/pdf/slip/01900000-0000-7000-8000-0000000000f1";
const CUSTOMERS = `
  select id, customer_code, name from customer where search_text like $1 and merged_into_id is null
  order by length(name), customer_code limit 20`;
const SLIP_ROWS = `
  select * from outbound_slip s join slip_line l on l.slip_id = s.id
  where s.id = '01900000-0000-7000-8000-0000000000f1' order by l.line_no`;

/** Medians in milliseconds: type-ahead (all texts, and the slowest of them), and one outbound slip as PDF. */
export async function measureHints(site, rounds) {
  const client = new pg.Client({ connectionString: site.databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query(PHONE_END);
    const texts = [];
    for (const text of [...TYPED, rows[0].digits])
      texts.push(await measureText(site, client, text, rounds));
    const slip = await measure(rounds, {
      page: () => site.time(SLIP),
      select: () => timed(() => client.query(SLIP_ROWS)),
    });
    return { texts, slip };
  } finally {
    await client.end();
  }
}

async function measureText(site, client, text, rounds) {
  const path = `/api/search/customers?q=${encodeURIComponent(text)}`;
  const { results } = JSON.parse(await site.read(path));
  if (results.length === 0) throw new Error(`Nobody is found by ${text}`);
  const values = [`%${text.toLowerCase()}%`];
  const figures = await measure(rounds, {
    page: () => site.time(path),
    select: () => timed(() => client.query(CUSTOMERS, values)),
  });
  return { text, ...figures };
}

async function measure(rounds, { page, select }) {
  const times = { page: [], select: [] };
  for (let warm = 0; warm < 5; warm += 1) await page();
  for (let round = 0; round < rounds; round += 1) {
    times.page.push(await page());
    times.select.push(await select());
  }
  return { page: median(times.page), select: median(times.select) };
}

async function timed(work) {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
