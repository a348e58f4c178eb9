-- From which chance on the house warns, for each fiscal year.
create table present.outlook_level (
  id bigint primary key default nextval('present.record_number'),
  fiscal_year int not null unique references present.agreement (fiscal_year),
  -- in a hundred
  level int not null check (level between 1 and 99),
  set_by text not null, set_on date not null
);
comment on table present.outlook_level is 'The level of warning (ระดับเตือน) of a fiscal year: the chance to meet a target, in a hundred, below which those who must know are told.';
select keep_history('outlook_level');

-- Who was warned of what: told once, until the chance is back at the level or the quarter is over.
create table present.outlook_warning (
  id bigint primary key default nextval('present.record_number'),
  indicator_id bigint not null references present.indicator (id),
  -- TH, or a region
  place text not null,
  quarter int not null check (quarter between 1 and 4),
  chance numeric not null check (chance between 0 and 1), level int not null,
  warned_on date not null,
  ended_on date, ended_because text check (ended_because in ('RECOVERED', 'OVER')),
  check ((ended_on is null) = (ended_because is null))
);
create unique index on present.outlook_warning (indicator_id, place, quarter) where ended_on is null;
comment on table present.outlook_warning is 'A warning (คำเตือน) that an indicator has little chance to meet its target, in the country or in a region; it ends when the chance is back at the level, or with its quarter.';
select keep_history('outlook_warning');
