/**
 * The approval of a contract as one would write it by hand on pg: the rows that the service writes, one statement for
 * each kind of row, in one transaction. What the service is measured against.
 */
import { createHash, randomUUID } from "node:crypto";
import type { Client } from "pg";
import { dateInShanghai } from "@/lib/core/calendar-date";
import { newId } from "@/lib/server/ids";
import { STAFF } from "./staff";

const { director } = STAFF;

const FIND = `
  select c.*, s.content_hash, k.settlement_mode as customer_mode,
    (select min(f.effective_on) from cooperation_fact f where f.customer_id = c.customer_id and f.voided_on is null) as cooperation_start,
    (select value from setting where key = 'tierYears' and effective_from <= $2
      order by effective_from desc, changed_at desc limit 1) as tier_years,
    p.signed_by_name as prepared_by, p.signed_at as prepared_at, h.signed_by_name as checked_by, h.signed_at as checked_at
  from contract c
  join customer k on k.id = c.customer_id
  join contract_submission s on s.contract_id = c.id and s.submission_no = c.submission_count
  join signature p on p.subject_id = c.id and p.step = 'PREPARED' and p.voided_at is null
  join signature h on h.subject_id = c.id and h.step = 'CHECKED' and h.voided_at is null
  where c.id = $1 and c.status = 'PENDING_DIRECTOR' and c.deleted_at is null
    and not exists (select 1 from contract_line l where l.contract_id = c.id and l.supply_type = 'NEW')
  for update of c`;

type Found = {
  customer_id: string;
  customer_name: string;
  customer_mode: string;
  contract_class: string;
  total_amount: string;
  revision: number;
  content_hash: string;
  cooperation_start: Date | null;
  prepared_by: string;
  prepared_at: Date;
  checked_by: string;
  checked_at: Date;
};

/** Approves a contract that waits for the director; answers its number. */
export async function approveByHand(client: Client, contractId: string): Promise<string> {
  const now = new Date();
  const today = dateInShanghai(now);
  const key = randomUUID();
  await client.query("begin");
  await client.query(
    `insert into idempotency_key (key, actor_id, action, input_hash, created_at)
     values ($1, $2, 'contract.approve', $3, $4)`,
    [key, director.id, createHash("sha256").update(contractId).digest("hex"), now],
  );
  const { rows } = await client.query<Found>(FIND, [contractId, today]);
  const [found] = rows;
  if (!found) throw new Error(`Contract ${contractId} does not wait for the director`);
  const approval = { client, contractId, found, now, today };
  await signAndPassOn(approval);
  const contractNo = await numberAndRegister(approval);
  await client.query(
    `insert into audit_event (id, type, subject_type, subject_id, actor_id, actor_name, at, details)
     values ($1, 'contract.approved', 'contract', $2, $3, $4, $5, $6)`,
    [newId(), contractId, director.id, director.name, now, { totalAmount: found.total_amount }],
  );
  const keep = "update idempotency_key set result = $2 where key = $1";
  await client.query(keep, [key, { contractNo }]);
  await client.query("commit");
  return contractNo;
}

type Approval = {
  client: Client;
  contractId: string;
  found: Found;
  now: Date;
  today: string;
};

async function signAndPassOn({ client, contractId, found, now, today }: Approval): Promise<void> {
  await client.query(
    `insert into signature (id, subject_type, subject_id, step, decision, signed_by_id, signed_by_name,
       revision, content_hash, signed_at)
     values ($1, 'contract', $2, 'APPROVED', 'AGREE', $3, $4, $5, $6, $7)`,
    [newId(), contractId, director.id, director.name, found.revision, found.content_hash, now],
  );
  await client.query(
    `update work_item set closed_at = $2
     where subject_id = $1 and kind = 'contract.approve' and closed_at is null`,
    [contractId, now],
  );
  await client.query(
    `insert into work_item (id, kind, subject_type, subject_id, title, duty, visible_from_on, due_on, opened_at)
     values ($1, 'contract.register', 'contract', $2, $3, 'CONTRACT_NUMBERING', $4, $4, $5)`,
    [newId(), contractId, `${found.customer_name} ${found.total_amount}`, today, now],
  );
  await client.query(
    "insert into cooperation_fact (contract_id, customer_id, effective_on) values ($1, $2, $3)",
    [contractId, found.customer_id, today],
  );
}

async function numberAndRegister({ client, contractId, found, now, today }: Approval) {
  const year = Number.parseInt(today.slice(0, 4), 10);
  const { rows } = await client.query<{ last: number }>(
    `insert into counter (prefix, year, last) values ('LG', $1, 1)
     on conflict (prefix, year) do update set last = counter.last + 1 returning last`,
    [year],
  );
  const seq = rows[0]?.last ?? 0;
  const contractNo = `LG${year}-${String(seq).padStart(3, "0")}`;
  await client.query(
    `update contract set status = 'EFFECTIVE', effective_on = $2, year = $3, seq = $4, contract_no = $5,
       row_version = row_version + 1, updated_at = $6 where id = $1`,
    [contractId, today, year, seq, contractNo, now],
  );
  await client.query(
    `insert into register_entry (contract_id, contract_no, settlement_mode, tier, original_class,
       prepared_by_name, prepared_on, checked_by_name, checked_on, approved_by_name, approved_on)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      ...[contractId, contractNo, found.customer_mode, found.cooperation_start ? "OLD" : "NEW"],
      ...[found.contract_class, found.prepared_by, dateInShanghai(found.prepared_at)],
      ...[found.checked_by, dateInShanghai(found.checked_at), director.name, today],
    ],
  );
  return contractNo;
}
