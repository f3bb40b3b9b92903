/** Contracts that wait for the director, with everything that submission and check have left behind. */
import type { Client } from "pg";
import { newId } from "@/lib/server/ids";
import { STAFF } from "./staff";

const { clerk, chief } = STAFF;

/** Verbal orders of three lines, as many as asked for; answers their ids. */
export async function makePending(client: Client, count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => newId());
  await client.query("set session_replication_role = replica");
  for (const sql of [CONTRACTS, LINES, SUBMISSIONS, PREPARED, CHECKED, WORK_ITEMS])
    await client.query(sql, [ids]);
  await client.query("set session_replication_role = default");
  await client.query("vacuum analyze contract, signature, work_item, contract_submission");
  return ids;
}

const CONTRACTS = `
  insert into contract (id, form, status, doc_no, contract_class, submitted_at, submission_count, customer_id,
    customer_name, buyer, intake_id, channel, ordered_at, total_amount, consignee, delivery_from, delivery_to,
    product_summary, total_qty, payment_term, drafted_by_id, drafted_by_name, drafter_ids, handler_id, checked_by_id,
    created_at, updated_at)
  select wanted.id, 'VERBAL', 'PENDING_DIRECTOR', 'DH-' || right(wanted.id::text, 12), 'A', now(), 1, k.id,
    k.name, '{}', wanted.id, 'PHONE', now(), 3600, '{}', current_date + 10, current_date + 10,
    '硬质合金立铣刀 等3项', 36, 'MONTHLY', '${clerk.id}', '${clerk.name}', array['${clerk.id}'::uuid], '${clerk.id}',
    '${chief.id}', now(), now()
  from (select id, row_number() over () as n from unnest($1::uuid[]) as given(id)) wanted
  join (select id, name, row_number() over () as n, count(*) over () as total from customer) k
    on k.n = wanted.n % k.total + 1`;

const LINES = `
  insert into contract_line (id, contract_id, line_no, product_code, product_name, spec, unit, quantity, unit_price,
    amount, delivery_on, supply_type, qty_from_stock)
  select gen_random_uuid(), id, n, 'P' || n, '硬质合金立铣刀', 'φ' || n || '0×22×72-4F', '支', 12, 100, 1200,
    current_date + 10, 'STOCK', 12
  from unnest($1::uuid[]) as given(id), generate_series(1, 3) n`;

const SUBMISSIONS = `
  insert into contract_submission (id, contract_id, submission_no, revision, content, content_hash, submitted_by_id, submitted_at)
  select gen_random_uuid(), id, 1, 1, '{}', encode(sha256(id::text::bytea), 'hex'), '${clerk.id}', now()
  from unnest($1::uuid[]) as given(id)`;

const signed = (step: string, decision: string, { id, name }: { id: string; name: string }) => `
  insert into signature (id, subject_type, subject_id, step, decision, signed_by_id, signed_by_name, revision, content_hash, signed_at)
  select gen_random_uuid(), 'contract', given.id, '${step}', '${decision}', '${id}', '${name}', 1,
    encode(sha256(given.id::text::bytea), 'hex'), now()
  from unnest($1::uuid[]) as given(id)`;

const PREPARED = signed("PREPARED", "AGREE", clerk);
const CHECKED = signed("CHECKED", "AGREE", chief);

const WORK_ITEMS = `
  insert into work_item (id, kind, subject_type, subject_id, title, role, visible_from_on, due_on, opened_at)
  select gen_random_uuid(), 'contract.approve', 'contract', id, '等待批准', 'FACTORY_DIRECTOR', current_date, current_date, now()
  from unnest($1::uuid[]) as given(id)`;
