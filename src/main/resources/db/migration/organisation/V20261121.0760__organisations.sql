create table present.organisation (
  id bigint primary key default nextval('present.record_number'),
  code text not null unique,
  unit_code text not null references present.unit (code),
  council_id bigint references present.council (id),
  name text not null,
  kind text not null default 'group' check (kind in ('group', 'network')),
  registered_on date not null check (registered_on >= '2008-01-01'),
  ended_on date check (ended_on >= registered_on),
  members int check (members >= 0), activities text not null default '',
  merged_into bigint references present.organisation (id)
);
create index on present.organisation (unit_code);
create index on present.organisation (council_id);
create index on present.organisation (registered_on);
create index organisation_name_trgm on present.organisation using gin (name gin_trgm_ops);
comment on table present.organisation is 'Community organisations and networks (กลุ่ม/องค์กรชุมชน/เครือข่าย).';

create table present.organisation_sighting (
  id bigint primary key default nextval('present.record_number'),
  organisation_id bigint not null references present.organisation (id),
  seen_on date not null, seen_by text not null, existing boolean not null, note text not null default ''
);
create index on present.organisation_sighting (organisation_id);
comment on table present.organisation_sighting is 'Existence checks (สถานะคงอยู่): who saw it, when, and whether it still exists.';

create table present.organisation_certification (
  id bigint primary key default nextval('present.record_number'),
  organisation_id bigint not null references present.organisation (id),
  fiscal_year int not null check (fiscal_year between 2551 and 2700),
  certified_on date not null,
  unique (organisation_id, fiscal_year)
);
comment on table present.organisation_certification is 'Certification of an organisation''s status for a fiscal year.';
select keep_history(t) from unnest(array['organisation','organisation_sighting','organisation_certification']) t;
