-- A clerk's own drafts, in the order of the list of contracts.
CREATE INDEX contract_by_drafter ON contract (drafted_by_id, created_at, id);
