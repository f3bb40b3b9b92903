/**
 * Approves contracts in turns by the service and by hand-written SQL on pg: `approvals.ts <count>` of each with one
 * connection, and as many again with four. The last line is the result as JSON.
 */
import { randomUUID } from "node:crypto";
import { Client } from "pg";
import type { Actor } from "@/lib/auth/permissions";
import { approveContract } from "@/lib/contracts/approve-contract";
import { findActor } from "@/lib/server/actor";
import { approveByHand } from "./approval-floor";
import { makePending } from "./pending-contracts";
import { STAFF } from "./staff";
import { median } from "./statistics.mjs";

const CONNECTIONS = 4;
const ROUNDS = 10;
const WARM_UP = 20;

type Way = (contractId: string, worker: number) => Promise<string>;

type ApprovalFigures = {
  /** Median milliseconds of one approval, one after another. */
  medianMs: { service: number; floor: number };
  /** Approvals a second over four connections. */
  perSecond: { service: number; floor: number };
};

export async function main([count = "200"]: readonly string[]): Promise<void> {
  const each = Math.ceil(Number.parseInt(count, 10) / ROUNDS) * ROUNDS;
  const clients = await Promise.all(Array.from({ length: CONNECTIONS }, connect));
  const [client] = clients;
  const director = await findActor(STAFF.director.id);
  if (!client || !director) throw new Error("Load the benchmark's people first");
  const ids = await makePending(client, 2 * WARM_UP + 4 * each);
  const ways: Ways = {
    service: (contractId) => approveByService(director, contractId),
    floor: (contractId, worker) => approveByHand(clients[worker] ?? client, contractId),
  };
  await inTurns(ids, WARM_UP, ways, 1);
  await sameRows(client);
  const alone = await inTurns(ids, each, ways, 1);
  const together = await inTurns(ids, each, ways, CONNECTIONS);
  await Promise.all(clients.map((one) => one.end()));
  const figures: ApprovalFigures = {
    medianMs: { service: median(alone.service.each), floor: median(alone.floor.each) },
    perSecond: { service: rate(together.service), floor: rate(together.floor) },
  };
  console.log(JSON.stringify(figures));
}

async function connect(): Promise<Client> {
  const client = new Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  return client;
}

async function approveByService(director: Actor, contractId: string): Promise<string> {
  const input = { contractId, rowVersion: 1, comment: "" };
  return (await approveContract(director, input, randomUUID())).contractNo;
}

type Ways = { service: Way; floor: Way };
type Times = { each: number[]; totalMs: number };

const rate = ({ each, totalMs }: Times) => (each.length / totalMs) * 1000;

/** A share of each way's contracts at a time, so that whatever slows the machine down slows both. */
async function inTurns(ids: string[], each: number, ways: Ways, connections: number) {
  const times = { service: emptyTimes(), floor: emptyTimes() };
  for (let round = 0; round < ROUNDS; round += 1) {
    const order =
      round % 2 === 0 ? (["service", "floor"] as const) : (["floor", "service"] as const);
    for (const name of order)
      await approveAll(ids.splice(0, each / ROUNDS), ways[name], connections, times[name]);
  }
  return times;
}

function emptyTimes(): Times {
  return { each: [], totalMs: 0 };
}

async function approveAll(ids: string[], way: Way, connections: number, times: Times) {
  const started = performance.now();
  const work = async (_: unknown, worker: number) => {
    for (let id = ids.pop(); id; id = ids.pop()) {
      const begun = performance.now();
      await way(id, worker);
      times.each.push(performance.now() - begun);
    }
  };
  await Promise.all(Array.from({ length: connections }, work));
  times.totalMs += performance.now() - started;
}

/** Throws unless both ways have left the same number of rows of each kind for each of their contracts. */
async function sameRows(client: Client): Promise<void> {
  const { rows } = await client.query<{ kinds: string }>(ROWS_LEFT);
  if (rows.length !== 1)
    throw new Error(`The two ways wrote different rows: ${JSON.stringify(rows)}`);
}

const ROWS_LEFT = `
  select distinct concat_ws(' ',
    (select count(*) from signature s where s.subject_id = c.id and s.step = 'APPROVED'),
    (select count(*) from work_item w where w.subject_id = c.id and w.closed_at is null),
    (select count(*) from work_item w where w.subject_id = c.id and w.closed_at is not null),
    (select count(*) from cooperation_fact f where f.contract_id = c.id),
    (select count(*) from register_entry r where r.contract_id = c.id),
    (select count(*) from audit_event a where a.subject_id = c.id),
    (select count(*) from idempotency_key i where i.result ->> 'contractNo' = c.contract_no)) as kinds
  from contract c where c.doc_no like 'DH-%' and c.status = 'EFFECTIVE'`;
