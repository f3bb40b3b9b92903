/** Open production tasks for the board: five lines a notice, in every stage, due over two months. */
import type { Client } from "pg";
import { STAFF } from "./staff";

const LINES_PER_NOTICE = 5;

export async function loadTasks(client: Client, count: number): Promise<void> {
  const notices = Math.ceil(count / LINES_PER_NOTICE);
  await client.query(
    `insert into production_task (id, doc_no, status, issued_on, source_type, contract_id, contract_no,
       contract_class, customer_id, customer_name, to_department, prior_person, prior_on, prior_promised_on, priority,
       prepared_by_id, prepared_by_name, accepted_by_id, accepted_by_name, accepted_at, promised_on, created_at)
     select gen_random_uuid(), 'SC' || c.year || '-' || lpad(c.n::text, 4, '0'), 'ACCEPTED', current_date - (c.n % 40)::int,
       'CONTRACT', c.id, c.contract_no, 'B', c.customer_id, c.customer_name, '机加车间', '周调度', current_date - 41,
       current_date + 20, case when c.n % 20 = 0 then 'URGENT' else 'NORMAL' end::task_priority,
       $2, $3, $2, $3, now(), current_date + 20, now() - c.n * interval '1 minute'
     from (select *, row_number() over (order by id desc) as n from contract where seq is not null
       order by id desc limit $1) c`,
    [notices, STAFF.clerk.id, STAFF.clerk.name],
  );
  await client.query(
    `insert into task_line (id, task_id, line_no, status, stage, product_id, product_code, product_name, spec,
       drawing_no, unit, quantity, finished_qty, required_on, contract_due_on, promised_on, expected_on, tracker_id,
       tracker_name)
     select gen_random_uuid(), t.id, n, 'OPEN',
       (array['NOT_STARTED','MATERIAL','MACHINING','HEAT_TREAT','GRINDING','COATING','INSPECTION','FINISHED','STOPPED'])
         [1 + (t.place + n) % 9]::task_stage,
       gen_random_uuid(), 'P' || n, '硬质合金立铣刀', 'φ' || n + 5 || '×22×72-4F', 'T-' || n, '支',
       20 + n, 10, current_date + (t.place % 60)::int - 10, current_date + (t.place % 60)::int - 7,
       current_date + (t.place % 60)::int - 10, current_date + (t.place % 60)::int - 10, $2, $3
     from (select id, row_number() over (order by id) as place from production_task) t,
       generate_series(1, $1::int) n`,
    [LINES_PER_NOTICE, STAFF.clerk.id, STAFF.clerk.name],
  );
}
