-- A comparison with an old system's extract: what was said beside the file, and what came of it. Not a record: what is written from it stands in the history.
create table present.reconciliation (
  id bigint primary key default nextval('present.record_number'),
  kind text not null, system text not null, extract_on date not null,
  -- what the extract covers: '' for the units that it names, or level and code of a place ('province:40', 'country:TH')
  area text not null default '',
  file_name text not null, file_sha256 text not null,
  scope_level text not null, scope_code text not null,
  account_id bigint references present.account (id), made_by text not null, made_at timestamptz not null default clock_timestamp(),
  job_id bigint, compared_at timestamptz, lines bigint not null default 0, unread text[] not null default '{}'
);
create index on present.reconciliation (made_at);
create index on present.reconciliation (account_id);
comment on table present.reconciliation is 'Comparisons with extracts of old systems (เทียบทะเบียน): which file, of which system and day, what it covers.';

-- A row of the comparison: a row of the extract, or a record that no row speaks of.
create table present.reconciliation_row (
  reconciliation_id bigint not null references present.reconciliation (id), number int not null,
  class text not null check (class in ('same', 'differs', 'likely', 'there', 'here', 'faulty')),
  -- where it stands in the file; null for a record that is only here
  line int,
  -- the record as it was compared: its number and version
  record_id bigint, version int,
  unit_code text references present.unit (code),
  name text not null, code text,
  -- the fields in which they differ, those of them that are empty here, and those whose values are to be taken
  differing text[] not null default '{}', empty_here text[] not null default '{}', taken text[] not null default '{}',
  score numeric(4, 3), reasons text[] not null default '{}',
  choice text check (choice in ('take', 'keep', 'create', 'note', 'leave')), chosen_by text not null default '', chosen_at timestamptz,
  outcome text check (outcome in ('applied', 'refused', 'moved-on', 'noted')), applied text[] not null default '{}', change_id bigint,
  primary key (reconciliation_id, number)
);
create index on present.reconciliation_row (reconciliation_id, class, number);
create index on present.reconciliation_row (unit_code);
comment on table present.reconciliation_row is 'Rows of a comparison: class, fields that differ, what was chosen and what came of it.';

-- What a row says, apart from it, so that counting and choosing read little.
create table present.reconciliation_said (
  reconciliation_id bigint not null, number int not null,
  unit_code text references present.unit (code),
  there jsonb, here jsonb, faults jsonb,
  primary key (reconciliation_id, number),
  foreign key (reconciliation_id, number) references present.reconciliation_row (reconciliation_id, number)
);
comment on table present.reconciliation_said is 'What the extract says in a row of a comparison, what stood here in the fields that differ, and what is wrong with it.';

-- An extract may name persons: the database itself leaves out the rows of other scopes; a row without a unit is seen where it was sent from.
alter table present.reconciliation_row enable row level security;
create policy within_scope on present.reconciliation_row to khabuan_app
  using ((select current_setting('khabuan.scope_level', true)) = 'country' or unit_code in (select present.units_in_scope())
    or unit_code is null and exists (select from present.reconciliation c where c.id = reconciliation_id
      and c.scope_level = current_setting('khabuan.scope_level', true) and c.scope_code = current_setting('khabuan.scope_code', true)));
alter table present.reconciliation_said enable row level security;
create policy within_scope on present.reconciliation_said to khabuan_app
  using ((select current_setting('khabuan.scope_level', true)) = 'country' or unit_code in (select present.units_in_scope())
    or unit_code is null and exists (select from present.reconciliation c where c.id = reconciliation_id
      and c.scope_level = current_setting('khabuan.scope_level', true) and c.scope_code = current_setting('khabuan.scope_code', true)));
