-- How good welfare funds are: the criteria, in versions with the days on which they hold, and who attested that a fund meets them. A criterion that changes in the midst of a year leaves what was
-- attested under its former version as it was; under the new one it must be attested anew.

create table present.welfare_criterion (
  id bigint primary key default nextval('present.record_number'),
  code text not null check (code ~ '^[a-z0-9.-]{1,20}$'),
  from_date date not null, until_date date check (until_date > from_date),
  position smallint not null,
  evidence text[] not null default '{}' check (evidence <@ array['regulations', 'one-page', 'report']),
  contents text[] not null default '{}' check (contents <@ array['problems', 'obstacles', 'limits', 'plan']),
  reckoned text check (reckoned in ('beyond-basic', 'any-kind', 'disadvantaged', 'members-grew', 'supported', 'money-grew')),
  all_of text[] not null default '{}',
  unique (code, from_date)
);
comment on table present.welfare_criterion is 'Criteria of the quality of funds, in versions: which papers prove one (any of them), what the paper must hold, what reckoning of statements stands beside it; a criterion that is made of others names them in all_of.';

create table present.welfare_attestation (
  id bigint primary key default nextval('present.record_number'),
  fund_id bigint not null references present.welfare_fund (id),
  fiscal_year int not null check (fiscal_year between 2540 and 2700),
  criterion_id bigint not null references present.welfare_criterion (id),
  met_on date not null, note text not null default '',
  recorded_by bigint, recorded_name text not null, recorded_on date not null,
  certified_by bigint, certified_name text, certified_on date,
  returned_on date, returned_because text,
  unique (fund_id, fiscal_year, criterion_id),
  check (present.fiscal_year(met_on) = fiscal_year),
  check ((certified_on is null) = (certified_name is null)),
  check (certified_on is null or returned_on is null),
  check ((returned_on is null) = (returned_because is null)),
  check (certified_by is null or certified_by <> recorded_by)
);
comment on table present.welfare_attestation is 'Who attested that a fund meets a version of a criterion in a fiscal year, from a day on. It counts when a second person has certified it and a paper that the criterion wants is attached.';

select keep_history(t) from unnest(array['welfare_criterion', 'welfare_attestation']) t;
create index on history.welfare_attestation (fund_id);
insert into history.whereabouts (table_name, owner_column, owner_table) values ('welfare_attestation', 'fund_id', 'welfare_fund');

select log.begin_change(null, 'khabuan', 'migration', 'welfare.criteria', 'ตัวชี้วัดคุณภาพกองทุนสวัสดิการชุมชน ปี 2562 และเกณฑ์ one page ที่ปรับหลังไตรมาส 3', '2018-01-01 00:00+07');
insert into present.welfare_criterion (code, from_date, until_date, position, evidence, contents, reckoned, all_of) values
  ('1.1', '2018-10-01', null, 1, '{report}', '{}', null, '{}'),
  ('1.2', '2018-10-01', null, 2, '{}', '{}', 'beyond-basic', '{}'),
  ('1.3', '2018-10-01', null, 3, '{}', '{}', 'any-kind', '{}'),
  ('1.4', '2018-10-01', null, 4, '{}', '{}', 'disadvantaged', '{}'),
  ('1.5', '2018-10-01', null, 5, '{}', '{}', 'members-grew', '{}'),
  ('1.6', '2018-10-01', null, 6, '{}', '{}', 'supported', '{}'),
  ('1.7', '2018-10-01', null, 7, '{}', '{}', 'money-grew', '{}'),
  ('1.8', '2018-10-01', null, 8, '{regulations,one-page}', '{}', null, '{}'),
  ('1.9', '2018-10-01', null, 9, '{}', '{}', null, '{}'),
  ('1.10', '2018-10-01', null, 10, '{}', '{}', null, '{}'),
  ('one-page', '2018-10-01', '2019-07-01', 11, '{one-page}', '{}', null, '{}'),
  ('one-page', '2019-07-01', null, 11, '{one-page}', '{problems,obstacles,limits,plan}', null, '{}'),
  ('five', '2018-10-01', null, 12, '{}', '{}', null, '{1.1,1.2,1.3,1.4,1.5}'),
  ('complete', '2018-10-01', null, 13, '{}', '{}', null, '{1.1,1.2,1.3,1.4,1.5,one-page}');
