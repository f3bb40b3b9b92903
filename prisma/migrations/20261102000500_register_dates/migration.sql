-- The year in the number is the year of the effective date (reliability I8). The register's date filter relies on it.
alter table contract add constraint contract_number_year check (year = extract(year from effective_on));

-- A few days out of many years are found by their date and then sorted, instead of walking the register down to them.
create index contract_register_dates on contract (effective_on) where seq is not null;
-- Both kinds of number in the one column that people search.
create index contract_any_number on contract (coalesce(contract_no, doc_no));
