import "server-only";
import type { ContractFacts } from "@/lib/contracts/lifecycle";
import { type CalendarDate, calendarDate } from "@/lib/core/calendar-date";
import { DomainError } from "@/lib/core/domain-error";
import { tier } from "@/lib/credit/tenure";
import type { Tier } from "@/lib/credit/terms-policy";
import { cooperationStartSql } from "@/lib/customers/cooperation";
import type { Tx } from "@/lib/server/db";
import { defaultSettings } from "@/lib/settings/setting-specs";

export type ApprovalCase = {
  id: string;
  rowVersion: number;
  revision: number;
  contentHash: string;
  contractNo: null;
  docNo: string | null;
  customerId: string;
  customerName: string;
  totalAmount: { toFixed(digits: number): string };
  contractClass: "A" | "B" | "C";
  settlementMode: string;
  /** The customer's tier on the day of approval. */
  tier: Tier;
  preparedByName: string;
  preparedOn: string;
  checkedByName: string;
  checkedOn: string;
  /** The walk-in pickup that it is made for afterwards; null for nearly all. */
  walkInId: string | null;
  facts: ContractFacts;
};

type Row = {
  id: string;
  row_version: number;
  revision: number;
  content_hash: string;
  doc_no: string | null;
  customer_id: string;
  customer_name: string;
  total_amount: { toFixed(digits: number): string };
  contract_class: "A" | "B" | "C";
  settlement_mode: string;
  cooperation_start: string | null;
  tier_years: readonly [number, number] | null;
  prepared_by: string;
  prepared_on: string;
  checked_by: string;
  checked_on: string;
  status: ContractFacts["status"];
  form: "FORMAL" | "VERBAL";
  drafted_by_id: string;
  drafter_ids: string[];
  checked_by_id: string | null;
  signed_or_waived: boolean;
  has_unreviewed_line: boolean;
  walk_in_id: string | null;
};

/** Everything the director's approval looks at, in one query under the contract's row lock. */
export async function approvalCase(
  tx: Tx,
  contractId: string,
  today: CalendarDate,
): Promise<ApprovalCase> {
  const [row] = await tx.$queryRaw<Row[]>`
    select c.id, c.row_version, c.revision, s.content_hash, c.doc_no, c.customer_id, c.customer_name,
      c.total_amount, c.contract_class::text, customer.settlement_mode::text, c.status::text, c.form::text,
      (${cooperationStartSql("customer")})::text as cooperation_start,
      (select value from setting where key = 'tierYears' and effective_from <= ${today}::date
        order by effective_from desc, changed_at desc limit 1) as tier_years,
      coalesce(p.signed_by_name, '') as prepared_by, coalesce(p.signed_on, '') as prepared_on,
      coalesce(h.signed_by_name, '') as checked_by, coalesce(h.signed_on, '') as checked_on,
      c.walk_in_id::text, c.drafted_by_id, c.drafter_ids, c.checked_by_id,
      (c.form = 'VERBAL' or c.signed_by_customer_on is not null or c.signature_waived_at is not null) as signed_or_waived,
      (c.contract_class = 'C' and exists (select 1 from contract_line l
        where l.contract_id = c.id and l.supply_type = 'NEW' and l.review_line_id is null)) as has_unreviewed_line
    from contract c
    join customer on customer.id = c.customer_id
    left join lateral (select content_hash from contract_submission
      where contract_id = c.id order by submission_no desc limit 1) s on true
    left join lateral (select signed_by_name, (signed_at at time zone 'Asia/Shanghai')::date::text as signed_on
      from signature where subject_id = c.id and step = 'PREPARED' and voided_at is null limit 1) p on true
    left join lateral (select signed_by_name || coalesce(' 代 ' || on_behalf_of_name, '') as signed_by_name,
      (signed_at at time zone 'Asia/Shanghai')::date::text as signed_on
      from signature where subject_id = c.id and step = 'CHECKED' and decision = 'AGREE' and voided_at is null limit 1) h on true
    where c.id = ${contractId}::uuid and c.deleted_at is null
    for update of c`;
  if (!row) throw new DomainError("common.not_found");
  return {
    id: row.id,
    rowVersion: row.row_version,
    revision: row.revision,
    contentHash: row.content_hash,
    contractNo: null,
    docNo: row.doc_no,
    customerId: row.customer_id,
    customerName: row.customer_name,
    totalAmount: row.total_amount,
    contractClass: row.contract_class,
    settlementMode: row.settlement_mode,
    tier: tier(row.cooperation_start === null ? null : calendarDate(row.cooperation_start), today, {
      tierYears: row.tier_years ?? defaultSettings().tierYears,
    }),
    preparedByName: row.prepared_by,
    preparedOn: row.prepared_on,
    checkedByName: row.checked_by,
    checkedOn: row.checked_on,
    walkInId: row.walk_in_id,
    facts: pendingFacts(row),
  };
}

/** Submission has settled the rest: a pending contract has lines and agreements. */
function pendingFacts(row: Row): ContractFacts {
  return {
    status: row.status,
    form: row.form,
    goodsLineCount: 1,
    termsAgreed: true,
    readBack: true,
    reviewSettled: !row.has_unreviewed_line,
    originalAttached: true,
    draftedById: row.drafted_by_id,
    drafterIds: row.drafter_ids,
    checkedById: row.checked_by_id,
    submittedBefore: true,
    registered: false,
    signedOrWaived: row.signed_or_waived,
    deliveredAnything: false,
    openPapers: 0,
    allDelivered: false,
    goodsInHouse: 0,
    openWork: 0,
    openChange: false,
  };
}
