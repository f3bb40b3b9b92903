-- Stock and receivables: what the data model cannot say (reliability I1, I2, I5, I13).

-- On hand and reserved ------------------------------------------------------------------------

alter table stock_balance
  add constraint stock_balance_quantities check (on_hand >= reserved and reserved >= 0);
alter table stock_movement
  add constraint stock_movement_quantity check (quantity <> 0),
  add constraint stock_movement_direction check (kind <> 'OUTBOUND' or quantity < 0),
  add constraint stock_movement_balance check (balance_after >= 0),
  add constraint stock_movement_bin_code_fkey foreign key (bin_code) references bin (code);
alter table stock_reservation
  add constraint stock_reservation_quantity check (quantity > 0),
  add constraint stock_reservation_closed check ((status = 'ACTIVE') = (closed_at is null)),
  add constraint stock_reservation_consumed check ((status = 'CONSUMED') = (consumed_by_line_id is not null));
alter table stock_demand
  add constraint stock_demand_quantities check (0 <= unbound and unbound <= planned);
alter table inbound_line
  add constraint inbound_line_quantities check (delivered_qty > 0 and received_qty > 0 and received_qty <= delivered_qty);
alter table inbound_slip
  add constraint inbound_slip_posted check ((status in ('POSTED', 'REVERSED')) = (doc_no is not null));

insert into bin (code, name) values ('A-01', '') on conflict do nothing;

-- Every movement is carried to the balance of its product, batch and bin.
create function carry_stock_movements() returns trigger language plpgsql as $$
begin
  insert into stock_balance (product_id, batch_no, bin_code, on_hand, reserved)
    select distinct product_id, batch_no, bin_code, 0::numeric, 0::numeric from added
    on conflict do nothing;
  update stock_balance b set on_hand = b.on_hand + m.quantity
    from (select product_id, batch_no, bin_code, sum(quantity) as quantity from added group by 1, 2, 3) m
    where b.product_id = m.product_id and b.batch_no = m.batch_no and b.bin_code = m.bin_code;
  return null;
end $$;
create trigger stock_movement_to_balance after insert on stock_movement
  referencing new table as added for each statement execute function carry_stock_movements();

-- Reserved is what the active reservations say, whoever writes them.
create function carry_stock_reservations() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    update stock_balance b set reserved = b.reserved + r.quantity
      from (select product_id, batch_no, bin_code, sum(quantity) as quantity
            from added where status = 'ACTIVE' group by 1, 2, 3) r
      where b.product_id = r.product_id and b.batch_no = r.batch_no and b.bin_code = r.bin_code;
    if (select count(*) from added a where a.status = 'ACTIVE' and not exists (
        select 1 from stock_balance b where b.product_id = a.product_id
          and b.batch_no = a.batch_no and b.bin_code = a.bin_code)) > 0 then
      raise exception 'reservation without stock violates constraint "stock_balance_quantities"'
        using errcode = '23514';
    end if;
  else
    update stock_balance b set reserved = b.reserved + r.quantity
      from (select product_id, batch_no, bin_code, sum(quantity) as quantity from (
              select product_id, batch_no, bin_code, quantity from added where status = 'ACTIVE'
              union all
              select product_id, batch_no, bin_code, -quantity from removed where status = 'ACTIVE') c
            group by 1, 2, 3) r
      where b.product_id = r.product_id and b.batch_no = r.batch_no and b.bin_code = r.bin_code
        and r.quantity <> 0;
  end if;
  return null;
end $$;
create trigger stock_reservation_added after insert on stock_reservation
  referencing new table as added for each statement execute function carry_stock_reservations();
create trigger stock_reservation_changed after update on stock_reservation
  referencing old table as removed new table as added for each statement
  execute function carry_stock_reservations();

-- Money ---------------------------------------------------------------------------------------

alter table receivable
  add constraint receivable_amounts check (0 <= settled_amount and settled_amount <= amount),
  add constraint receivable_reversed check (reversed_at is null or settled_amount = 0);
alter table receipt
  add constraint receipt_confirmed check (status not in ('CONFIRMED', 'REVERSED') or credited_on is not null),
  add constraint receipt_decided check ((status = 'UNCONFIRMED') = (decided_at is null)),
  add constraint receipt_bill_number check (bill_number = '' or bill_number ~ '^[0-9]{30}$');
alter table receipt_allocation
  add constraint receipt_allocation_amount check (amount > 0),
  add constraint receipt_allocation_target check (
    (kind = 'CREDIT_PAYMENT') = (receivable_id is not null)
    and (receivable_id is null) <> (contract_id is null));
alter table ledger_entry
  add constraint ledger_entry_one_side check (debit = 0 or credit = 0);
alter table settlement
  add constraint settlement_amount check (amount <> 0),
  add constraint settlement_receivable_id_fkey foreign key (receivable_id) references receivable (id),
  add constraint settlement_receipt_id_fkey foreign key (receipt_id) references receipt (id);
alter table contract_funds
  add constraint contract_funds_amount check (amount <> 0),
  add constraint contract_funds_receipt_id_fkey foreign key (receipt_id) references receipt (id);

-- A settlement is carried to its receivable.
create function carry_settlements() returns trigger language plpgsql as $$
begin
  update receivable r set settled_amount = r.settled_amount + s.amount
    from (select receivable_id, sum(amount) as amount from added group by 1) s
    where r.id = s.receivable_id;
  return null;
end $$;
create trigger settlement_to_receivable after insert on settlement
  referencing new table as added for each statement execute function carry_settlements();

-- Insert-only accounts ------------------------------------------------------------------------

create function refuse_change_of_account() returns trigger language plpgsql as $$
begin
  raise exception '% is insert-only: correct it with a reversing row', tg_table_name using errcode = '42501';
end $$;
create trigger stock_movement_insert_only before update or delete or truncate on stock_movement
  for each statement execute function refuse_change_of_account();
create trigger ledger_entry_insert_only before update or delete or truncate on ledger_entry
  for each statement execute function refuse_change_of_account();
create trigger settlement_insert_only before update or delete or truncate on settlement
  for each statement execute function refuse_change_of_account();
create trigger contract_funds_insert_only before update or delete or truncate on contract_funds
  for each statement execute function refuse_change_of_account();
create trigger due_date_event_insert_only before update or delete or truncate on due_date_event
  for each statement execute function refuse_change_of_account();
create trigger stock_reservation_keep before delete or truncate on stock_reservation
  for each statement execute function refuse_change_of_account();

create index receipt_bank_ref_index on receipt (bank_ref) where bank_ref <> '';
create index receivable_open_index on receivable (customer_id, due_on) where settled_amount < amount and reversed_at is null;
create index customer_account_balance_index on customer_account (customer_id) where balance <> 0;
