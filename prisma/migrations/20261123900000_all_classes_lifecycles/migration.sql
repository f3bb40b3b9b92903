-- A document's status moves only as its life cycle says (reliability I11).
insert into lifecycle_transition (document, from_state, to_state) values
  ('contract', 'COMPLETED', 'ARCHIVED'),
  ('contract', 'EFFECTIVE', 'TERMINATED'),
  ('contract', 'EXECUTING', 'COMPLETED'),
  ('contract', 'EXECUTING', 'TERMINATED'),
  ('contract_revision', 'DRAFT', 'CANCELLED'),
  ('contract_revision', 'DRAFT', 'PENDING_CHIEF'),
  ('contract_revision', 'EFFECTIVE', 'SUPERSEDED'),
  ('contract_revision', 'PENDING_CHIEF', 'CANCELLED'),
  ('contract_revision', 'PENDING_CHIEF', 'DRAFT'),
  ('contract_revision', 'PENDING_CHIEF', 'PENDING_DIRECTOR'),
  ('contract_revision', 'PENDING_DIRECTOR', 'CANCELLED'),
  ('contract_revision', 'PENDING_DIRECTOR', 'DRAFT'),
  ('contract_revision', 'PENDING_DIRECTOR', 'EFFECTIVE'),
  ('review', 'CIRCULATING', 'DRAFT'),
  ('review', 'CIRCULATING', 'PENDING_CHIEF'),
  ('review', 'DRAFT', 'CANCELLED'),
  ('review', 'DRAFT', 'CIRCULATING'),
  ('review', 'EFFECTIVE', 'SUPERSEDED'),
  ('review', 'PENDING_CHIEF', 'DRAFT'),
  ('review', 'PENDING_CHIEF', 'PENDING_DIRECTOR'),
  ('review', 'PENDING_CHIEF', 'REJECTED'),
  ('review', 'PENDING_DIRECTOR', 'DRAFT'),
  ('review', 'PENDING_DIRECTOR', 'EFFECTIVE'),
  ('review', 'PENDING_DIRECTOR', 'REJECTED'),
  ('preparation_order', 'CONSUMED', 'PREPARED'),
  ('preparation_order', 'DRAFT', 'CANCELLED'),
  ('preparation_order', 'DRAFT', 'PENDING_CHIEF'),
  ('preparation_order', 'ISSUED', 'CANCELLED'),
  ('preparation_order', 'ISSUED', 'PREPARING'),
  ('preparation_order', 'PENDING_CHIEF', 'CANCELLED'),
  ('preparation_order', 'PENDING_CHIEF', 'DRAFT'),
  ('preparation_order', 'PENDING_CHIEF', 'ISSUED'),
  ('preparation_order', 'PENDING_CHIEF', 'REJECTED'),
  ('preparation_order', 'PREPARED', 'CANCELLED'),
  ('preparation_order', 'PREPARED', 'CONSUMED'),
  ('preparation_order', 'PREPARING', 'CANCELLED'),
  ('preparation_order', 'PREPARING', 'PREPARED'),
  ('inbound_slip', 'INSPECTED', 'CANCELLED'),
  ('inbound_slip', 'INSPECTED', 'POSTED'),
  ('inbound_slip', 'PENDING_INSPECTION', 'CANCELLED'),
  ('inbound_slip', 'PENDING_INSPECTION', 'INSPECTED'),
  ('production_task', 'ACCEPTED', 'CANCELLED'),
  ('production_task', 'ACCEPTED', 'DONE'),
  ('production_task', 'DRAFT', 'CANCELLED'),
  ('production_task', 'DRAFT', 'PENDING_CHIEF'),
  ('production_task', 'ISSUED', 'ACCEPTED'),
  ('production_task', 'ISSUED', 'CANCELLED'),
  ('production_task', 'PENDING_CHIEF', 'CANCELLED'),
  ('production_task', 'PENDING_CHIEF', 'DRAFT'),
  ('production_task', 'PENDING_CHIEF', 'ISSUED'),
  ('production_task', 'PENDING_CHIEF', 'REJECTED');

create trigger contract_revision_moves before update on contract_revision
  for each row when (old.status is distinct from new.status) execute function refuse_illegal_move();
create trigger review_moves before update on review
  for each row when (old.status is distinct from new.status) execute function refuse_illegal_move();
create trigger preparation_order_moves before update on preparation_order
  for each row when (old.status is distinct from new.status) execute function refuse_illegal_move();
create trigger production_task_moves before update on production_task
  for each row when (old.status is distinct from new.status) execute function refuse_illegal_move();
