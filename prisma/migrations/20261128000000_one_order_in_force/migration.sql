-- A cancelled or rejected preparation order keeps its production notice; another may take its place (R1.1.3-P).
drop index "preparation_order_task_id_key";
create unique index preparation_order_in_force_of_task on preparation_order (task_id)
  where status not in ('CANCELLED', 'REJECTED');
