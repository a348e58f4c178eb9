-- Somebody says that a record, a place or a figure is wrong. What is asked never changes; what becomes of it are its steps.
create table present.correction (
  id bigint primary key default nextval('present.record_number'),
  subject_kind text not null,
  subject_id bigint,
  subject_word text not null default '',
  subject_title text not null check (subject_title <> ''),
  place_level text not null check (place_level in ('country', 'region', 'province', 'district', 'unit')),
  place_code text not null,
  unit_code text references present.unit (code),
  asked_on date not null,
  words text not null check (length(words) between 1 and 4000),
  file_id bigint references present.file (id),
  file_name text not null default '',
  contact_cipher bytea,
  requester_id bigint,
  requested_by text not null default '',
  token_hash bytea unique,
  check ((place_level = 'unit') = (unit_code is not null)),
  -- the public follows its request by a token, a person of the house by the account
  check ((requester_id is null) = (token_hash is not null))
);
create index on present.correction (unit_code);
create index on present.correction (requester_id) where requester_id is not null;
comment on table present.correction is 'A request to correct a record, a place or a figure (คำขอแก้ไข): what is wrong, a file, how to reach the requester (encrypted).';
select keep_history('correction');

create table present.correction_step (
  id bigint primary key default nextval('present.record_number'),
  correction_id bigint not null references present.correction (id),
  state text not null check (state in ('received', 'in-review', 'corrected', 'refused')),
  on_date date not null,
  taken_at timestamptz not null default now(),
  by_id bigint,
  by_name text not null,
  words text not null default '' check (state <> 'refused' or words <> ''),
  unique (correction_id, state)
);
create unique index one_end_of_a_correction on present.correction_step (correction_id) where state in ('corrected', 'refused');
comment on table present.correction_step is 'What became of a request for correction: received, in review, corrected or refused with the reason; who and when.';
select keep_history('correction_step');
insert into history.whereabouts (table_name, unit_column) values ('correction', 'unit_code');
insert into history.whereabouts (table_name, owner_column, owner_table) values ('correction_step', 'correction_id', 'correction');
