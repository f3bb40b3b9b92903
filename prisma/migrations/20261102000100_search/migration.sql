-- Customers and products are found by any part of their code, name, pinyin or phone.
create extension if not exists pg_trgm;

create index customer_search_text_trgm on customer using gin (search_text gin_trgm_ops);
create index customer_name_key_trgm on customer using gin (name_key gin_trgm_ops);
create index product_search_text_trgm on product using gin (search_text gin_trgm_ops);
