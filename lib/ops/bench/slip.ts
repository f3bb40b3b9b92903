/** One issued outbound slip of six lines, as a paper to draw. */
import type { Client } from "pg";
import { dateInShanghai } from "@/lib/core/calendar-date";
import { STAFF } from "./staff";

const SLIP_ID = "01900000-0000-7000-8000-0000000000f1";
const LINES = 6;

export async function loadSlip(client: Client, now: Date): Promise<void> {
  const on = dateInShanghai(now);
  const credit = {
    exposureBefore: "12000.00",
    thisAmount: "3600.00",
    exposureAfter: "15600.00",
    limit: "50000.00",
    overdueAmount: "0.00",
    oldestDueOn: on,
    violations: [],
    checkedAt: now.toISOString(),
  };
  await client.query(
    `insert into outbound_slip (id, doc_no, status, slip_on, contract_id, contract_no, customer_id, customer_name,
       delivery_method, payment_term, is_credit_slip, total_amount, tier, tenure_text, credit_snapshot,
       prepared_by_id, prepared_by_name, dept_head_by_id, created_at, issued_by_id, issued_by_name, issued_at, issued_on)
     select $1, 'CK' || c.year || '-0001', 'ISSUED', $2, c.id, c.contract_no, c.customer_id, c.customer_name,
       'EXPRESS', 'MONTHLY', true, 3600, 'MID', '2年3个月', $3,
       $4, $5, $7, $6, $4, $5, $6, $2
     from contract c where c.seq is not null limit 1`,
    [SLIP_ID, on, JSON.stringify(credit), STAFF.clerk.id, STAFF.clerk.name, now, STAFF.chief.id],
  );
  await client.query(
    `insert into slip_line (id, slip_id, line_no, line_kind, product_code, product_name, spec, drawing_no, unit,
       requested_qty, issued_qty, unit_price, amount, issued_amount, bin_code, batch_no)
     select gen_random_uuid(), $1, n, 'GOODS', 'P' || n, '硬质合金立铣刀', 'φ' || n + 5 || '×22×72-4F', '', '支',
       12, 12, 50, 600, 600, 'A-01-0' || n, '2026110' || n
     from generate_series(1, $2::int) n`,
    [SLIP_ID, LINES],
  );
}
