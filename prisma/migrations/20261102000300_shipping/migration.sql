-- Shipping notices and outbound slips: what the data model cannot say (reliability I3, I4, I17).

alter table notice_line
  add constraint notice_line_posted check (posted_qty >= 0 and posted_qty <= slipped_qty),
  add constraint notice_line_goods_positive check (line_kind <> 'GOODS' or quantity > 0);

alter table shipping_notice
  add constraint shipping_notice_numbered check (doc_no is not null or status in ('DRAFT', 'CANCELLED')),
  add constraint shipping_notice_issued check (status not in ('ISSUED', 'ACKNOWLEDGED', 'CLOSED') or issued_at is not null),
  add constraint shipping_notice_acknowledged check (
    status not in ('ACKNOWLEDGED', 'CLOSED') or acknowledged_at is not null);

alter table outbound_slip
  add constraint outbound_slip_numbered check (doc_no is not null or status in ('DRAFT', 'CANCELLED')),
  -- Issued once: by a keeper, on a date.
  add constraint outbound_slip_issued check (
    (status in ('ISSUED', 'PACKED', 'SHIPPED', 'REVERSED')) = (issued_at is not null and issued_on is not null)),
  -- No goods leave without the department head (R1.2.2-b); a red slip is signed on its reversal.
  add constraint outbound_slip_signed check (
    red_of_id is not null or status not in ('APPROVED', 'ISSUED', 'PACKED', 'SHIPPED', 'REVERSED')
    or dept_head_by_id is not null);

alter table slip_line
  add constraint slip_line_quantities check (
    (requested_qty >= 0 and (issued_qty is null or (issued_qty >= 0 and issued_qty <= requested_qty)))
    or (requested_qty <= 0 and issued_qty = requested_qty));

-- One request to reverse a slip at a time.
create unique index slip_reversal_open on slip_reversal (slip_id) where status = 'REQUESTED';
create index shipping_notice_waiting on shipping_notice (contract_id) where status = 'AWAITING_FUNDS';
create index slip_line_contract_line on slip_line (contract_line_id);
