-- A change of settlement terms is checked by somebody else than its drafter and numbered once submitted (R1.3.1-a).
alter table term_change
  add constraint term_change_four_eyes check (checked_by_id is null or checked_by_id <> created_by_id),
  add constraint term_change_numbered check (
    doc_no is not null or status in ('DRAFT', 'CANCELLED') or triggered_by <> 'MANUAL');

alter table credit_commitment add constraint credit_commitment_amount check (amount >= 0);

-- A prepaid customer has no limit; an accumulated one has a threshold.
alter table customer
  add constraint customer_limit_with_credit check (settlement_mode <> 'PREPAID' or credit_limit is null),
  add constraint customer_threshold_when_accumulated check (
    (settlement_mode = 'ACCUMULATED') = (accumulated_from is not null)),
  add constraint customer_legacy_start check (
    legacy_confirmed_at is null or (legacy_start_on is not null and legacy_evidence <> '' and legacy_confirmed_by_id is not null)),
  add constraint customer_not_its_own_duplicate check (merged_into_id is null or merged_into_id <> id);

alter table product_pack add constraint product_pack_factor check (factor > 0);
alter table product
  add constraint product_price check (list_price >= 0),
  add constraint product_drawing_when_special check (is_standard or drawing_no <> '');
