-- What was short closed is neither shipped nor still to be shipped (Q29).
alter table register_entry
  add column closed_amount decimal(14,2) not null default 0,
  add constraint register_entry_closed check (closed_amount >= 0);
