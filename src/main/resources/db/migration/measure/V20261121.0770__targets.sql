create table present.target (
  id bigint primary key default nextval('present.record_number'),
  measure_code text not null, fiscal_year int not null,
  region_code text not null references present.region (code),
  amount numeric not null check (amount >= 0),
  unique (measure_code, fiscal_year, region_code)
);
comment on table present.target is 'The target of a measure for a fiscal year and region.';
select keep_history('target');
