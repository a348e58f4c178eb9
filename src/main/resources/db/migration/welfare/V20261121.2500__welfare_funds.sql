-- Community welfare funds (กองทุนสวัสดิการชุมชน): the register, who saw them, who leads them, and what they state of themselves.

create table present.welfare_fund (
  id bigint primary key default nextval('present.record_number'),
  code text not null unique,
  unit_code text not null references present.unit (code),
  name text not null,
  founded_on date not null check (founded_on >= '1990-01-01'),
  ended_on date check (ended_on >= founded_on),
  books_since date,
  merged_into bigint references present.welfare_fund (id)
);
create index on present.welfare_fund (unit_code);
create index welfare_fund_name_trgm on present.welfare_fund using gin (name gin_trgm_ops);
comment on table present.welfare_fund is 'Community welfare funds (กองทุนสวัสดิการชุมชน); books_since tells from which day a fund keeps its books here.';

create table present.welfare_fund_unit (
  id bigint primary key default nextval('present.record_number'),
  fund_id bigint not null references present.welfare_fund (id),
  unit_code text not null references present.unit (code),
  unique (fund_id, unit_code)
);
create index on present.welfare_fund_unit (unit_code);
comment on table present.welfare_fund_unit is 'The local units that a fund covers beside its own.';

create table present.welfare_visit (
  id bigint primary key default nextval('present.record_number'),
  fund_id bigint not null references present.welfare_fund (id),
  visited_on date not null, visited_by text not null, met text not null, note text not null default ''
);
create index on present.welfare_visit (fund_id, visited_on);
comment on table present.welfare_visit is 'Visits to a fund: who was there, on which day, and whom they met.';

create table present.welfare_office (
  id bigint primary key default nextval('present.record_number'),
  fund_id bigint not null references present.welfare_fund (id),
  person_id bigint not null references present.person (id),
  office text not null check (office in ('chair', 'deputy', 'secretary', 'treasurer', 'registrar', 'auditor', 'member')),
  elected_on date not null, until_date date not null check (until_date > elected_on), left_on date check (left_on >= elected_on)
);
create index on present.welfare_office (fund_id);
create index on present.welfare_office (person_id);
comment on table present.welfare_office is 'The committee of a fund: who was elected to which office, for which term.';

create table present.welfare_statement (
  id bigint primary key default nextval('present.record_number'),
  fund_id bigint not null references present.welfare_fund (id),
  fiscal_year int not null check (fiscal_year between 2540 and 2700),
  quarter smallint not null check (quarter between 1 and 4),
  as_of date not null,
  basis text not null default 'reported' check (basis in ('reported', 'books')),
  members int not null check (members >= 0),
  working int not null default 0 check (working >= 0), young int not null default 0 check (young >= 0), elderly int not null default 0 check (elderly >= 0),
  disadvantaged int not null default 0 check (disadvantaged >= 0), other int not null default 0 check (other >= 0),
  villages int not null check (villages >= 0), committee int check (committee > 0),
  from_members bigint not null check (from_members >= 0), from_local bigint not null default 0 check (from_local >= 0), from_codi bigint not null default 0 check (from_codi >= 0),
  from_state bigint not null default 0 check (from_state >= 0), from_other bigint not null default 0 check (from_other >= 0), from_donations bigint not null default 0 check (from_donations >= 0),
  reason text not null default '',
  recorded_by bigint, recorded_name text not null, recorded_on date not null,
  certified_by bigint, certified_name text, certified_on date,
  returned_on date, returned_because text,
  unique (fund_id, fiscal_year, quarter),
  check (working + young + elderly + disadvantaged + other <= members),
  check (present.fiscal_year(as_of) = fiscal_year),
  check ((certified_on is null) = (certified_name is null)),
  check (certified_on is null or returned_on is null),
  check (certified_by is null or certified_by <> recorded_by)
);
create index on present.welfare_statement (fund_id, as_of);
comment on table present.welfare_statement is 'What a fund states of itself at a day (V2): members by class, villages, committee, the money it has received since it was founded by source, in satang. It counts when a second person has certified it.';

create table present.welfare_benefit (
  id bigint primary key default nextval('present.record_number'),
  statement_id bigint not null references present.welfare_statement (id),
  kind text not null check (kind in ('birth', 'sickness', 'death', 'elderly', 'disadvantaged', 'education', 'disaster', 'public', 'other')),
  recipients int not null check (recipients >= 0), amount bigint not null check (amount >= 0),
  unique (statement_id, kind)
);
comment on table present.welfare_benefit is 'The welfare that a statement tells of, by kind: how many received how much, in satang, since the fund was founded.';

select keep_history(t) from unnest(array['welfare_fund', 'welfare_fund_unit', 'welfare_visit', 'welfare_office', 'welfare_statement', 'welfare_benefit']) t;
create index on history.welfare_statement (fund_id);

insert into history.whereabouts (table_name, unit_column) values ('welfare_fund', 'unit_code');
insert into history.whereabouts (table_name, owner_column, owner_table) values ('welfare_fund_unit', 'fund_id', 'welfare_fund'), ('welfare_visit', 'fund_id', 'welfare_fund'), ('welfare_office', 'fund_id', 'welfare_fund'),
  ('welfare_statement', 'fund_id', 'welfare_fund'), ('welfare_benefit', 'statement_id', 'welfare_statement');
