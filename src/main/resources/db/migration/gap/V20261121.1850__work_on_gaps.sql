-- What people have agreed about a gap of a record: who mends it, and until when it may wait. The gap itself is never stored: it is open while its measure counts the record.
create table present.gap_case (
  id bigint primary key default nextval('present.record_number'),
  gap text not null,
  subject_id bigint not null,
  unit_code text not null references present.unit (code),
  assignee_id bigint references present.account (id),
  deferred_until date,
  deferred_because text not null default '' check (deferred_until is null or deferred_because <> ''),
  unique (gap, subject_id)
);
create index on present.gap_case (assignee_id) where assignee_id is not null;
create index on present.gap_case (unit_code);
comment on table present.gap_case is 'Who mends a gap of a record, and until when it is deferred and why.';
select keep_history('gap_case');

create table present.gap_comment (
  id bigint primary key default nextval('present.record_number'),
  gap text not null,
  subject_id bigint not null,
  unit_code text not null references present.unit (code),
  author text not null,
  said_at timestamptz not null default now(),
  words text not null check (words <> '')
);
create index on present.gap_comment (gap, subject_id);
comment on table present.gap_comment is 'What is said about a gap of a record.';
select keep_history('gap_comment');

-- A deadline that a committee has moved: for all records of a gap that would be due in a fiscal year, unless their own day is later.
create table present.gap_deadline (
  id bigint primary key default nextval('present.record_number'),
  gap text not null,
  fiscal_year int not null check (fiscal_year between 2551 and 2700),
  due_on date not null,
  committee text not null check (committee <> ''),
  resolution text not null check (resolution <> ''),
  resolved_on date not null,
  unique (gap, fiscal_year)
);
comment on table present.gap_deadline is 'Deadlines extended by the resolution of a committee.';
select keep_history('gap_deadline');
insert into history.whereabouts (table_name, unit_column) values ('gap_case', 'unit_code'), ('gap_comment', 'unit_code');
