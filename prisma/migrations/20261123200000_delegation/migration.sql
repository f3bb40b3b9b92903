-- Every document that carries signatures, with what a delegation is measured by and what the principal reads later (F45).
-- Documents without an amount have null there: an amount limit does not touch them.
create view signed_document as
  select 'contract'::text as subject_type, id, coalesce(contract_no, doc_no, '') as doc_no, customer_name,
    total_amount as amount from contract
  union all
  select 'contract_revision', r.id, coalesce(c.contract_no, '') || ' 第' || r.revision || '版', c.customer_name, r.total_after
    from contract_revision r join contract c on c.id = r.contract_id
  union all
  select 'contract_request', r.id, coalesce(c.contract_no, ''), c.customer_name, c.total_amount
    from contract_request r join contract c on c.id = r.contract_id
  union all
  select 'short_close', r.id, coalesce(c.contract_no, ''), c.customer_name, null
    from short_close r join contract c on c.id = r.contract_id
  union all
  select 'outbound_slip', id, coalesce(doc_no, ''), customer_name, total_amount from outbound_slip
  union all
  select 'slip_reversal', r.id, coalesce(s.doc_no, ''), s.customer_name, s.total_amount
    from slip_reversal r join outbound_slip s on s.id = r.slip_id
  union all
  select 'walk_in', id, coalesce(doc_no, ''), customer_name, total_amount from walk_in
  union all
  select 'term_change', id, coalesce(doc_no, ''), customer_name, null from term_change
  union all
  select 'review', id, coalesce(doc_no, ''), customer_name, null from review
  union all
  select 'production_task', id, coalesce(doc_no, ''), customer_name, null from production_task
  union all
  select 'preparation_order', id, coalesce(doc_no, ''), customer_name, null from preparation_order;

-- The principal's report reads by delegation, newest first.
create index signature_on_behalf on signature (on_behalf_of_id, signed_at desc, id) where on_behalf_of_id is not null;
