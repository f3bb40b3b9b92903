-- Reviews, production, preparation, revisions, walk-in pickups: what the data model cannot say.

-- Business rows are voided, cancelled or closed, never deleted (Q48).
do $$
declare
  guarded text;
begin
  foreach guarded in array array['contract_revision', 'short_close', 'review', 'production_task', 'preparation_order',
    'walk_in', 'acknowledgement']
  loop
    execute format('create trigger %I before delete on %I for each row execute function refuse_change()',
      guarded || '_no_delete', guarded);
  end loop;
end $$;
create trigger task_log_append_only before update or delete on task_log
  for each row execute function refuse_change();

-- Contract lines -----------------------------------------------------------------------------

-- What is short closed is neither noticed nor delivered (Q29).
alter table contract_line drop constraint contract_line_quantities;
alter table contract_line
  add constraint contract_line_quantities check (
    delivered_qty >= 0 and delivered_qty <= noticed_qty and closed_qty >= 0 and noticed_qty <= quantity - closed_qty),
  add constraint contract_line_made check (
    tasked_qty >= 0 and produced_qty >= 0 and prepared_qty >= 0 and prepared_qty <= ordered_prep_qty);

-- A numbered contract's lines change with an approved revision only: its use-case names the contract for the transaction.
create or replace function contract_content_stays() returns trigger language plpgsql as $$
declare
  owner uuid := coalesce(new.contract_id, old.contract_id);
  owner_status contract_status;
begin
  select status into owner_status from contract where id = owner;
  if owner_status = 'DRAFT'
    or (owner_status in ('EFFECTIVE', 'EXECUTING') and current_setting('app.revised_contract', true) = owner::text) then
    return coalesce(new, old);
  end if;
  if tg_op <> 'UPDATE' or (new.product_id, new.quantity, new.unit_price, new.amount, new.delivery_on, new.line_kind)
    is distinct from (old.product_id, old.quantity, old.unit_price, old.amount, old.delivery_on, old.line_kind) then
    raise exception 'lines are edited in drafts only' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;

alter table contract
  add constraint contract_completed check (status not in ('COMPLETED', 'ARCHIVED') or completed_at is not null),
  add constraint contract_archived check (status <> 'ARCHIVED' or (archive_no <> '' and archived_on is not null));

-- One open change, one open short close to a contract.
create unique index contract_revision_open on contract_revision (contract_id)
  where status in ('DRAFT', 'PENDING_CHIEF', 'PENDING_DIRECTOR');
create unique index short_close_open on short_close (contract_id) where status = 'PENDING';
alter table contract_revision
  add constraint contract_revision_number check (revision > 1),
  add constraint contract_revision_four_eyes check (checked_by_id is null or not (checked_by_id = any (drafter_ids)));
alter table short_close_line add constraint short_close_line_quantity check (quantity > 0);

-- Reviews ------------------------------------------------------------------------------------

alter table review
  add constraint review_numbered check (doc_no is not null or status in ('DRAFT', 'CANCELLED')),
  add constraint review_four_eyes check (concluded_by_id is null or not (concluded_by_id = any (drafter_ids))),
  add constraint review_concluded check (
    status <> 'EFFECTIVE' or (conclusion is not null and conclusion <> 'REJECT' and valid_until is not null));
alter table review_line
  add constraint review_line_positive check (
    quantity > 0 and (approved_price is null or approved_price >= 0) and (target_price is null or target_price >= 0));

-- Production ---------------------------------------------------------------------------------

alter table production_task
  add constraint production_task_numbered check (doc_no is not null or status in ('DRAFT', 'CANCELLED')),
  add constraint production_task_source check ((source_type = 'CONTRACT') = (contract_id is not null)),
  add constraint production_task_accepted check (
    status not in ('ACCEPTED', 'DONE') or (accepted_at is not null and promised_on is not null));
alter table task_line
  add constraint task_line_quantities check (
    quantity > 0 and extra_qty >= 0 and extra_qty <= quantity and finished_qty >= 0 and received_qty >= 0);
alter table task_log add constraint task_log_quantity check (done_qty >= 0);
alter table inbound_line
  add constraint inbound_line_packing check (
    rejected_qty >= 0 and (qty_per_pack is null or qty_per_pack > 0) and (pack_count is null or pack_count > 0));

-- Preparation --------------------------------------------------------------------------------

alter table preparation_order
  add constraint preparation_order_numbered check (doc_no is not null or status in ('DRAFT', 'CANCELLED'));
alter table preparation_line
  add constraint preparation_line_quantities check (
    prepare_qty > 0 and (prepared_qty is null or (prepared_qty >= 0 and prepared_qty <= prepare_qty)));
alter table stock_hold add constraint stock_hold_quantity check (quantity > 0);
alter table stock_reservation
  add constraint stock_reservation_bound check ((bound_by_type is null) = (bound_by_line_id is null));

-- Walk-in pickup -----------------------------------------------------------------------------

alter table walk_in
  add constraint walk_in_numbered check (doc_no is not null or status in ('DRAFT', 'CANCELLED')),
  -- Two people count (R1.2.4-a).
  add constraint walk_in_two_counters check (
    counted_by_keeper_id is null or counted_by_clerk_id is null or counted_by_keeper_id <> counted_by_clerk_id),
  add constraint walk_in_handed_over check (
    status not in ('HANDED_OVER', 'CONTRACT_DRAFTED', 'CONTRACT_EFFECTIVE')
    or (counted_by_keeper_at is not null and counted_by_clerk_at is not null and receiver_signed_at is not null
      and draft_due_on is not null and effective_due_on is not null)),
  add constraint walk_in_contract check (
    status not in ('CONTRACT_DRAFTED', 'CONTRACT_EFFECTIVE') or contract_id is not null);
alter table walk_in_line
  add constraint walk_in_line_positive check (quantity > 0 and unit_price >= 0);
alter table delegation
  add constraint delegation_amount check (amount_limit is null or amount_limit > 0);

-- Open acknowledgements by who must give them.
create index acknowledgement_open on acknowledgement (holder, opened_at, id) where acknowledged_at is null;
-- The board and the reminder read open rows only.
create index task_line_open on task_line (expected_on, id) where status in ('OPEN', 'PARTIAL');
create index walk_in_open on walk_in (customer_id) where status in ('HANDED_OVER', 'CONTRACT_DRAFTED');
