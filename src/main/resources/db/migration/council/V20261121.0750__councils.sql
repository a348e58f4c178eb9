create table present.council (
  id bigint primary key default nextval('present.record_number'),
  code text not null unique,
  unit_code text not null references present.unit (code),
  name text not null,
  registered_on date not null check (registered_on >= '2008-01-01'),
  ended_on date check (ended_on >= registered_on),
  -- loaded from the old systems as a second council of its unit: kept, counted as it was, and marked
  surplus boolean not null default false,
  merged_into bigint references present.council (id)
);
create unique index one_council_in_force on present.council (unit_code) where ended_on is null and merged_into is null and not surplus;
create index on present.council (unit_code);
create index on present.council (registered_on);
create index council_name_trgm on present.council using gin (name gin_trgm_ops);
comment on table present.council is 'Tambon community organisation councils (สภาองค์กรชุมชนตำบล).';

create table present.council_member (
  id bigint primary key default nextval('present.record_number'),
  council_id bigint not null references present.council (id),
  person_id bigint not null references present.person (id),
  class text not null check (class in ('community', 'qualified')),
  village text not null default '', gender text not null default '' check (gender in ('', 'female', 'male', 'other')),
  selected_on date not null, ended_on date check (ended_on >= selected_on)
);
create index on present.council_member (council_id);
comment on table present.council_member is 'Members of a council: representatives of communities, and qualified members (at most one fifth of them).';

create table present.council_term (
  id bigint primary key default nextval('present.record_number'),
  council_id bigint not null references present.council (id),
  number int not null check (number >= 1),
  selected_on date not null,
  due_on date not null generated always as ((selected_on + interval '4 years')::date) stored,
  reviewed_on date,
  -- entered in error; it no longer counts, and says why
  withdrawn_because text not null default ''
);
create index on present.council_term (council_id);
create unique index on present.council_term (council_id, number) where withdrawn_because = '';
comment on table present.council_term is 'Four-year terms (s.8): selected, due, reviewed.';

create table present.council_meeting (
  id bigint primary key default nextval('present.record_number'),
  council_id bigint not null references present.council (id),
  held_on date not null, subject text not null default '', attendance int check (attendance >= 0),
  unique (council_id, held_on)
);
comment on table present.council_meeting is 'Council meetings (s.19: at least four a year).';

create table present.council_mission (
  id bigint primary key default nextval('present.record_number'),
  council_id bigint not null references present.council (id),
  fiscal_year int not null check (fiscal_year between 2551 and 2700),
  mission int not null check (mission between 1 and 12),
  done_on date not null, note text not null default '',
  unique (council_id, fiscal_year, mission)
);
comment on table present.council_mission is 'The twelve missions of s.21 that a council did in a fiscal year.';

create table present.council_certification (
  id bigint primary key default nextval('present.record_number'),
  council_id bigint not null references present.council (id),
  fiscal_year int not null check (fiscal_year between 2551 and 2700),
  certified_on date not null,
  unique (council_id, fiscal_year)
);
comment on table present.council_certification is 'The regional officer''s certification of a council''s result of a fiscal year.';

-- The rules of s.19 and s.21 by the fiscal year from which they hold.
create table present.council_rule (
  id bigint primary key default nextval('present.record_number'),
  code text not null check (code in ('concrete', 'capacity')),
  from_fiscal_year int not null,
  meetings int not null default 0, base_missions int[] not null default '{}', other_missions int not null default 0,
  any_of int[] not null default '{}', all_of int[] not null default '{}', evidence text[] not null default '{}',
  unique (code, from_fiscal_year)
);
comment on table present.council_rule is 'Versioned rules: concrete performance (s.19, s.21) and the ก.พ.ร. capacity test.';
select keep_history(t) from unnest(array['council','council_member','council_term','council_meeting','council_mission','council_certification','council_rule']) t;
