-- The contract of a walk-in pickup is made afterwards (R1.2.4-b): only then do the rows that its delivery left behind
-- learn its number. Nothing else of an account may change.
create function takes_contract_once() returns trigger language plpgsql as $$
begin
  if old.contract_id is null and new.contract_id is not null
    and to_jsonb(new) - array['contract_id', 'contract_no'] = to_jsonb(old) - array['contract_id', 'contract_no'] then
    return new;
  end if;
  raise exception '% is insert-only: correct it with a reversing row', tg_table_name using errcode = '42501';
end $$;

drop trigger ledger_entry_insert_only on ledger_entry;
create trigger ledger_entry_insert_only before delete or truncate on ledger_entry
  for each statement execute function refuse_change_of_account();
create trigger ledger_entry_takes_contract before update on ledger_entry
  for each row execute function takes_contract_once();

-- A pickup's slip has neither notice nor contract until the contract is made; any other sale has both.
alter table outbound_slip
  add constraint outbound_slip_walk_in check ((outbound_type = 'WALK_IN') = (walk_in_id is not null));

-- Overdue pickups, for the list and before the customer's next one.
create index walk_in_deadlines on walk_in (draft_due_on, effective_due_on) where status in ('HANDED_OVER', 'CONTRACT_DRAFTED');
