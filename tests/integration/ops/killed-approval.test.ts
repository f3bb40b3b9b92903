import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { migrate } from "@/lib/ops/migrate.mjs";
import { startTemporaryPostgres, type TemporaryPostgres, withClient } from "@/lib/ops/postgres.mjs";

/** As in production: what was committed has been written. */
const DURABLE = { fsync: "off", synchronous_commit: "on" };

const PATIENCE_MS = 120_000; // types and checks two dozen contracts first

let server: TemporaryPostgres;
beforeAll(async () => {
  server = await startTemporaryPostgres({ settings: DURABLE });
});
afterAll(() => server.stop());

async function freshDatabase(name: string): Promise<void> {
  await withClient(server.url("postgres"), (client) => client.query(`create database ${name}`));
  await migrate(server.url(name));
}

/** Starts the approving process, and kills somebody after its third approval; answers the numbers it was told. */
async function approveUntil(database: string, kill: (approver: ChildProcess) => void) {
  const args = ["lib/ops/run-typescript.mjs", "tests/support/approve-many.ts"];
  const approver = spawn(process.execPath, args, {
    env: { ...process.env, DATABASE_URL: server.url(database) },
    stdio: ["ignore", "pipe", "ignore"],
  });
  const ended = new Promise((resolve) => approver.once("exit", resolve));
  const told: string[] = [];
  for await (const line of createInterface({ input: approver.stdout })) {
    if (line.startsWith("approved ")) told.push(line.slice("approved ".length));
    if (told.length === 3) kill(approver);
  }
  await ended;
  return told;
}

type Stored = { status: string; contract_no: string | null; registered: boolean; signed: boolean };

function storedContracts(database: string): Promise<Stored[]> {
  return withClient(server.url(database), async (client) => {
    const { rows } = await client.query<Stored>(`
      select c.status::text, c.contract_no,
        exists (select 1 from register_entry r where r.contract_id = c.id) as registered,
        exists (select 1 from signature s where s.subject_id = c.id and s.step = 'APPROVED') as signed
      from contract c order by c.seq`);
    return rows;
  });
}

function assertAllOrNothing(contracts: Stored[], told: string[]) {
  const approved = contracts.filter(({ status }) => status === "EFFECTIVE");
  const waiting = contracts.filter(({ status }) => status === "PENDING_DIRECTOR");
  expect(approved.length + waiting.length).toBe(contracts.length);
  expect(approved.length).toBeGreaterThanOrEqual(3);
  expect(waiting.length).toBeGreaterThan(0);
  expect(approved.every(({ registered, signed }) => registered && signed)).toBe(true);
  expect(waiting.some(({ registered, signed }) => registered || signed)).toBe(false);
  expect(waiting.every(({ contract_no }) => contract_no === null)).toBe(true);
  const numbers = approved.map(({ contract_no }) => contract_no ?? "");
  expect(numbers.map((number) => Number.parseInt(number.split("-")[1] ?? "", 10))).toEqual(
    numbers.map((_, index) => index + 1),
  );
  expect(numbers).toEqual(expect.arrayContaining(told));
}

describe("an approval that is cut off", { timeout: PATIENCE_MS }, () => {
  it("[R1.1.4-c][R1.1.5-N][R1.1.5-R1] by a killed server is whole or has not been, and leaves no gap", async () => {
    await freshDatabase("killed_server");
    const told = await approveUntil("killed_server", (approver) => approver.kill("SIGKILL"));
    assertAllOrNothing(await storedContracts("killed_server"), told);
  });

  it("[R1.1.4-c][R1.1.5-N][R1.1.5-R1] by a killed PostgreSQL too, after it has been started again", async () => {
    await freshDatabase("killed_postgres");
    const told = await approveUntil("killed_postgres", () => {
      if (server.pid) process.kill(server.pid, "SIGKILL");
    });
    server = await server.startAgain();
    assertAllOrNothing(await storedContracts("killed_postgres"), told);
  });
});
