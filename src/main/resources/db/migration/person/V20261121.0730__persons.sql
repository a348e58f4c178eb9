-- Personal data apart from the facts that are counted: a membership is countable by all, the person behind it is not.
create table present.person (
  id bigint primary key default nextval('present.record_number'),
  unit_code text not null references present.unit (code),
  full_name text not null,
  national_id_cipher bytea, national_id_hash bytea, phone_cipher bytea
);
create index on present.person (unit_code);
create unique index on present.person (national_id_hash) where national_id_hash is not null;
comment on table present.person is 'A natural person. Guarded by row-level security; each reading is logged (PDPA).';
select keep_history('person');
