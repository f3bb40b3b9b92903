/**
 * Fills a migrated database for the benchmark, by COPY: `load.ts customers <count>` the people and customers,
 * `load.ts contracts <count>` numbered contracts with their register entries. Reads DATABASE_URL and BENCH_PASSWORD.
 */
import { Client } from "pg";
import {
  CONTRACT_COLUMNS,
  COOPERATION_COLUMNS,
  type KnownCustomer,
  makeContracts,
  REGISTER_COLUMNS,
  yearSizes,
} from "./contracts";
import { copyIn } from "./copy-in";
import { ADDRESS_COLUMNS, CONTACT_COLUMNS, CUSTOMER_COLUMNS, makeCustomers } from "./customers";
import { loadSlip } from "./slip";
import { loadStaff } from "./staff";
import { loadTasks } from "./tasks";

const OPEN_TASKS = 5_000;

export async function main([what, count = "0"]: readonly string[]): Promise<void> {
  const client = new Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  // Keys and triggers are the business of the application: here the rows are right by construction.
  await client.query("set session_replication_role = replica");
  const rows = Number.parseInt(count, 10);
  if (what === "customers") await loadCustomers(client, rows);
  else await loadContracts(client, rows);
  await client.query("vacuum analyze");
  await client.end();
}

async function loadCustomers(client: Client, count: number): Promise<void> {
  const password = process.env.BENCH_PASSWORD;
  if (!password) throw new Error("Set BENCH_PASSWORD: the password of everybody in the benchmark");
  await loadStaff(client, password);
  const customers = makeCustomers(count);
  await copyIn(client, "customer", CUSTOMER_COLUMNS, customers);
  await copyIn(client, "customer_contact", CONTACT_COLUMNS, customers);
  await copyIn(client, "customer_address", ADDRESS_COLUMNS, customers);
}

async function loadContracts(client: Client, count: number): Promise<void> {
  const today = new Date();
  const { rows: customers } = await client.query<KnownCustomer>(
    "select id, name from customer order by id",
  );
  for (const [table, columns] of [
    ["contract", CONTRACT_COLUMNS],
    ["register_entry", REGISTER_COLUMNS],
    ["cooperation_fact", COOPERATION_COLUMNS],
  ] as const)
    await withoutIndexes(client, table, () =>
      copyIn(client, table, columns, makeContracts(count, customers, today)),
    );
  for (const [year, size] of yearSizes(count, today))
    await client.query("insert into counter (prefix, year, last) values ('LG', $1, $2)", [
      year,
      size,
    ]);
  await loadSlip(client, today);
  await loadTasks(client, OPEN_TASKS);
}

/** Building an index over what is there is many times quicker than keeping it up to date row by row. */
async function withoutIndexes(client: Client, table: string, work: () => Promise<void>) {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
     from pg_index i where i.indrelid = $1::regclass
       and not exists (select 1 from pg_constraint c where c.conindid = i.indexrelid)`,
    [table],
  );
  for (const { name } of rows) await client.query(`drop index ${name}`);
  await work();
  await client.query("set maintenance_work_mem = '256MB'");
  for (const { definition } of rows) await client.query(definition);
}
