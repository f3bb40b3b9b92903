-- What the chief let go of goods bound by a preparation order, and the reservations bound before a notice took them over.
alter table preparation_line add column released_qty decimal(12,3) not null default 0;
alter table preparation_line
  drop constraint preparation_line_quantities,
  add constraint preparation_line_quantities check (
    prepare_qty > 0 and released_qty >= 0 and released_qty <= prepare_qty
    and (prepared_qty is null or (prepared_qty >= 0 and prepared_qty <= prepare_qty - released_qty)));
create index stock_reservation_bound_by_line_id_idx on stock_reservation (bound_by_line_id);
