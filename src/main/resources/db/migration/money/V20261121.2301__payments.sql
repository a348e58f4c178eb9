-- Payments out of the bank: each belongs to the record that asked for it, goes out in a batch, and is done when the bank says so.
create table present.payee (
  id bigint primary key default nextval('present.record_number'),
  owner_kind text not null, owner_id bigint not null,
  name text not null check (name <> ''),
  bank text not null check (bank ~ '^[0-9]{3}$'), account_number text not null check (account_number ~ '^[0-9]{10,15}$'),
  unique (owner_kind, owner_id, bank, account_number)
);
comment on table present.payee is 'Bank accounts of those who are paid: the bank by its three-digit code of the Bank of Thailand. The number is shown masked to who does not pay.';

create table present.payment_batch (
  id bigint primary key default nextval('present.record_number'),
  message_id text not null unique,
  made_on date not null, made_by bigint references present.account (id),
  released_on date, released_by bigint references present.account (id),
  file_sha256 text,
  constraint releaser_is_not_maker check (released_by is null or released_by is distinct from made_by)
);
comment on table present.payment_batch is 'Batches of payments as files for the bank (pain.001): made by one person, released by another. Released once, the file is the same for ever.';

create table present.payment (
  id bigint primary key default nextval('present.record_number'),
  subject_kind text not null, subject_id bigint not null,
  payee_id bigint references present.payee (id),
  amount bigint not null check (amount > 0),
  purpose text not null check (purpose <> ''),
  batch_id bigint references present.payment_batch (id),
  issued_on date, entry_id bigint references present.journal_entry (id),
  settled_on date, failed_on date, failure text not null default '',
  replaces bigint unique references present.payment (id),
  check (settled_on is null or failed_on is null)
);
create index on present.payment (subject_id);
create index on present.payment (batch_id) where batch_id is not null;
create index on present.payment (issued_on) where issued_on is not null;
comment on table present.payment is 'Payments in satang: waiting, issued in a batch, settled or failed as the bank said. One that failed is replaced by another.';
select keep_history(t) from unnest(array['payee', 'payment_batch', 'payment']) t;
insert into history.whereabouts (table_name, owner_column, owner_kind_column) values ('payment', 'subject_id', 'subject_kind');
