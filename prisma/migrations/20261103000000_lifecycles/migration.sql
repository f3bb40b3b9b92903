-- A document's status moves only as its life cycle says (reliability I11).
insert into lifecycle_transition (document, from_state, to_state) values
  ('contract', 'DRAFT', 'CANCELLED'),
  ('contract', 'DRAFT', 'PENDING_CHIEF'),
  ('contract', 'EFFECTIVE', 'EXECUTING'),
  ('contract', 'EFFECTIVE', 'VOIDED'),
  ('contract', 'EXECUTING', 'VOIDED'),
  ('contract', 'PENDING_CHIEF', 'CANCELLED'),
  ('contract', 'PENDING_CHIEF', 'DRAFT'),
  ('contract', 'PENDING_CHIEF', 'PENDING_DIRECTOR'),
  ('contract', 'PENDING_DIRECTOR', 'CANCELLED'),
  ('contract', 'PENDING_DIRECTOR', 'DRAFT'),
  ('contract', 'PENDING_DIRECTOR', 'EFFECTIVE'),
  ('term_change', 'DRAFT', 'CANCELLED'),
  ('term_change', 'DRAFT', 'PENDING_CHIEF'),
  ('term_change', 'PENDING_CHIEF', 'DRAFT'),
  ('term_change', 'PENDING_CHIEF', 'PENDING_DIRECTOR'),
  ('term_change', 'PENDING_CHIEF', 'REJECTED'),
  ('term_change', 'PENDING_DIRECTOR', 'DRAFT'),
  ('term_change', 'PENDING_DIRECTOR', 'EFFECTIVE'),
  ('term_change', 'PENDING_DIRECTOR', 'REJECTED'),
  ('receipt', 'CONFIRMED', 'REVERSED'),
  ('receipt', 'UNCONFIRMED', 'CONFIRMED'),
  ('receipt', 'UNCONFIRMED', 'REJECTED'),
  ('shipping_notice', 'ACKNOWLEDGED', 'CANCELLED'),
  ('shipping_notice', 'ACKNOWLEDGED', 'CLOSED'),
  ('shipping_notice', 'AWAITING_FUNDS', 'CANCELLED'),
  ('shipping_notice', 'AWAITING_FUNDS', 'ISSUED'),
  ('shipping_notice', 'CLOSED', 'ACKNOWLEDGED'),
  ('shipping_notice', 'DRAFT', 'AWAITING_FUNDS'),
  ('shipping_notice', 'DRAFT', 'CANCELLED'),
  ('shipping_notice', 'DRAFT', 'ISSUED'),
  ('shipping_notice', 'ISSUED', 'ACKNOWLEDGED'),
  ('shipping_notice', 'ISSUED', 'CANCELLED'),
  ('outbound_slip', 'APPROVED', 'CANCELLED'),
  ('outbound_slip', 'APPROVED', 'ISSUED'),
  ('outbound_slip', 'APPROVED', 'PENDING_DIRECTOR'),
  ('outbound_slip', 'DRAFT', 'CANCELLED'),
  ('outbound_slip', 'DRAFT', 'PENDING_DEPT_HEAD'),
  ('outbound_slip', 'ISSUED', 'PACKED'),
  ('outbound_slip', 'ISSUED', 'REVERSED'),
  ('outbound_slip', 'ISSUED', 'SHIPPED'),
  ('outbound_slip', 'PACKED', 'ISSUED'),
  ('outbound_slip', 'PACKED', 'REVERSED'),
  ('outbound_slip', 'PACKED', 'SHIPPED'),
  ('outbound_slip', 'PENDING_DEPT_HEAD', 'APPROVED'),
  ('outbound_slip', 'PENDING_DEPT_HEAD', 'CANCELLED'),
  ('outbound_slip', 'PENDING_DEPT_HEAD', 'DRAFT'),
  ('outbound_slip', 'PENDING_DEPT_HEAD', 'PENDING_DIRECTOR'),
  ('outbound_slip', 'PENDING_DEPT_HEAD', 'REJECTED'),
  ('outbound_slip', 'PENDING_DIRECTOR', 'APPROVED'),
  ('outbound_slip', 'PENDING_DIRECTOR', 'CANCELLED'),
  ('outbound_slip', 'PENDING_DIRECTOR', 'DRAFT'),
  ('outbound_slip', 'PENDING_DIRECTOR', 'REJECTED'),
  ('inbound_slip', 'DRAFT', 'CANCELLED'),
  ('inbound_slip', 'DRAFT', 'POSTED'),
  ('packing_list', 'BOXED', 'VOIDED'),
  ('packing_list', 'DRAFT', 'BOXED'),
  ('packing_list', 'DRAFT', 'VOIDED'),
  ('waybill', 'DRAFT', 'NOTIFIED'),
  ('waybill', 'DRAFT', 'VOIDED'),
  ('waybill', 'EXCEPTION', 'RETURNED'),
  ('waybill', 'EXCEPTION', 'SIGNED'),
  ('waybill', 'HANDED_OVER', 'EXCEPTION'),
  ('waybill', 'HANDED_OVER', 'RETURNED'),
  ('waybill', 'HANDED_OVER', 'SIGNED'),
  ('waybill', 'NOTIFIED', 'HANDED_OVER'),
  ('waybill', 'NOTIFIED', 'VOIDED');

create function refuse_illegal_move() returns trigger language plpgsql as $$
begin
  if not exists (
    select 1 from lifecycle_transition
    where document = tg_table_name and from_state = old.status::text and to_state = new.status::text
  ) then
    raise exception '% does not move from % to %', tg_table_name, old.status, new.status
      using errcode = 'restrict_violation';
  end if;
  return new;
end $$;

create trigger contract_moves before update on contract
  for each row when (old.status is distinct from new.status) execute function refuse_illegal_move();
create trigger term_change_moves before update on term_change
  for each row when (old.status is distinct from new.status) execute function refuse_illegal_move();
create trigger receipt_moves before update on receipt
  for each row when (old.status is distinct from new.status) execute function refuse_illegal_move();
create trigger shipping_notice_moves before update on shipping_notice
  for each row when (old.status is distinct from new.status) execute function refuse_illegal_move();
create trigger outbound_slip_moves before update on outbound_slip
  for each row when (old.status is distinct from new.status) execute function refuse_illegal_move();
create trigger inbound_slip_moves before update on inbound_slip
  for each row when (old.status is distinct from new.status) execute function refuse_illegal_move();
create trigger packing_list_moves before update on packing_list
  for each row when (old.status is distinct from new.status) execute function refuse_illegal_move();
create trigger waybill_moves before update on waybill
  for each row when (old.status is distinct from new.status) execute function refuse_illegal_move();
