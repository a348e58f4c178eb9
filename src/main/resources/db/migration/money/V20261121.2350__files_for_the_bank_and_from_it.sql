-- From which of the institute's accounts the money of a fund is paid, and what the bank answered.
create table present.paying_account (
  id bigint primary key default nextval('present.record_number'),
  fund text not null unique check (fund in ('state', 'codi')),
  name text not null check (name <> ''),
  bank text not null check (bank ~ '^[0-9]{3}$'), account_number text not null check (account_number ~ '^[0-9]{10,15}$')
);
comment on table present.paying_account is 'The bank account of the institute from which the payments of a fund are made.';

create table present.payment_answer (
  id bigint primary key default nextval('present.record_number'),
  file_sha256 text not null unique,
  message_id text not null,
  batch_id bigint references present.payment_batch (id),
  read_on date not null, read_by bigint references present.account (id),
  applied_on date, applied_by bigint references present.account (id)
);
comment on table present.payment_answer is 'Answers of the bank (pain.002): the file as it was read, and when what it says was written. The same file is read once.';
create index on present.payment_answer (batch_id) where batch_id is not null;
select keep_history(t) from unnest(array['paying_account', 'payment_answer']) t;
