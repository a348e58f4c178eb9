-- Two records that may be one and the same, and what people decided of them: one row for each pair, for ever.
create table present.duplicate_pair (
  id bigint primary key default nextval('present.record_number'),
  record_kind text not null,
  first_id bigint not null, second_id bigint not null check (first_id < second_id),
  -- where the first and the second stood when they were last compared
  unit_code text not null references present.unit (code), other_unit_code text not null references present.unit (code),
  score numeric(4, 3) not null check (score between 0 and 1), reasons text[] not null,
  state text not null default 'suspected' check (state in ('suspected', 'different', 'proposed', 'merged', 'gone')),
  -- the names and units on which it was decided that they differ: with others, they are compared anew
  decided_on_names text not null default '',
  survivor_id bigint check (survivor_id in (first_id, second_id)), taken text[] not null default '{}',
  proposer_id bigint, proposed_by text not null default '', proposed_on date, reason text not null default '',
  confirmer_id bigint, confirmed_by text not null default '', confirmed_on date,
  merge_change bigint,
  unique (record_kind, first_id, second_id),
  constraint proposed_by_somebody check (state not in ('proposed', 'merged') or proposer_id is not null and survivor_id is not null and reason <> ''),
  constraint confirmed_by_another check (state <> 'merged' or confirmer_id is not null and confirmer_id <> proposer_id and merge_change is not null)
);
create index on present.duplicate_pair (state, unit_code);
create index on present.duplicate_pair (second_id);
create index on present.duplicate_pair (other_unit_code);
comment on table present.duplicate_pair is 'Two records that may be one (รายการซ้ำ): how alike, why, and what was decided by whom.';
select keep_history('duplicate_pair');
insert into history.whereabouts (table_name, unit_column) values ('duplicate_pair', 'unit_code');
