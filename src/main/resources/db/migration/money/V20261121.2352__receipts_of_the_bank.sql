-- Money that came to the bank. Until somebody knows what it is, it stands on the suspense account (บัญชีพัก).
create table present.bank_receipt (
  id bigint primary key default nextval('present.record_number'),
  fund text not null check (fund in ('state', 'codi')),
  received_on date not null, amount bigint not null check (amount > 0),
  payer text not null default '', reference text not null default '',
  entry_id bigint references present.journal_entry (id),
  known_as text not null default '', subject_id bigint, known_on date, known_by bigint references present.account (id),
  check ((known_on is null) = (known_as = '')), check ((known_on is null) = (subject_id is null))
);
create index on present.bank_receipt (received_on) where known_on is null;
comment on table present.bank_receipt is 'Money that came to the bank, in satang: in suspense until it is known what it is (known_as: a word of the room that takes it, subject_id: its record).';
select keep_history('bank_receipt');
