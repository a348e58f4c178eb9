-- Work that takes longer than a page waits for. Not a record: it says how far the work is, and what came of it.
create table present.job (
  id bigint primary key default nextval('present.record_number'),
  kind text not null, title text not null,
  account_id bigint references present.account (id), actor text not null,
  about text not null,
  begun_at timestamptz not null default clock_timestamp(), ended_at timestamptz,
  phase text not null default '', done bigint not null default 0,
  outcome text, failure text
);
create index on present.job (account_id, begun_at);
comment on table present.job is 'Work in the background: who asked for it, how far it is, and what came of it.';
