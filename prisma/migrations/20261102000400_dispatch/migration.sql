-- One packing list for a slip, unless it was voided.
CREATE UNIQUE INDEX packing_list_one_per_slip ON packing_list (slip_id) WHERE status <> 'VOIDED';
