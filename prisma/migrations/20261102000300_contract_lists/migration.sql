-- Indexes in the order in which the contract lists are read, so that a page deep in a million rows costs what the first does.
CREATE INDEX contract_register_order ON contract ((year * 1000000 + seq), id) WHERE seq IS NOT NULL;
CREATE INDEX contract_register_by_customer ON contract (customer_id, (year * 1000000 + seq), id) WHERE seq IS NOT NULL;
CREATE INDEX contract_register_by_status ON contract (status, (year * 1000000 + seq), id) WHERE seq IS NOT NULL;
CREATE INDEX contract_pending ON contract (status, submitted_at) WHERE status IN ('PENDING_CHIEF', 'PENDING_DIRECTOR');
CREATE INDEX contract_due ON contract (delivery_from) WHERE status IN ('EFFECTIVE', 'EXECUTING');
