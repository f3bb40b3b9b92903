-- The name by which lib/ops/grants.mjs knows what the application may not change: of the ledger it may set the contract alone.
alter function takes_contract_once() rename to refuse_change_but_contract;
