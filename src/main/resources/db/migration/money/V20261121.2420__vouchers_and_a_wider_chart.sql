-- What the statements of the institute tell apart, and entries that are written by hand: opening balances, loans, income and expense that no other record makes.
insert into present.ledger_code (code, kind) values
  ('1110', 'asset'), ('1210', 'asset'), ('1390', 'asset'), ('1490', 'asset'), ('2200', 'liability'), ('4900', 'income'), ('5190', 'expense'), ('5910', 'expense')
  on conflict (code) do nothing;

create table present.voucher (
  id bigint primary key default nextval('present.record_number'),
  book_id bigint not null references present.ledger_book (id),
  day date not null,
  memo text not null check (memo <> ''),
  written_on date not null, written_by bigint references present.account (id),
  posted_on date, posted_by bigint references present.account (id), entry_id bigint references present.journal_entry (id),
  refused_on date, refused_by bigint references present.account (id), reason text not null default '',
  check ((posted_on is null) = (entry_id is null)), check (posted_on is null or refused_on is null), check (refused_on is null or reason <> ''),
  constraint poster_is_not_writer check (posted_by is null or posted_by is distinct from written_by)
);
create index on present.voucher (day);
comment on table present.voucher is 'Entries that people write by hand (ใบสำคัญ): opening balances and what no other record makes. One writes, another posts; what is posted is taken back by the opposite entry.';

create table present.voucher_line (
  id bigint primary key default nextval('present.record_number'),
  voucher_id bigint not null references present.voucher (id),
  line int not null check (line > 0),
  code text not null references present.ledger_code (code),
  fund text not null check (fund in ('state', 'codi')),
  amount bigint not null check (amount <> 0),
  unique (voucher_id, line)
);
comment on table present.voucher_line is 'The lines of an entry by hand, in satang: debit above nothing, credit below. Budget accounts are not written by hand.';
select keep_history(t) from unnest(array['voucher', 'voucher_line']) t;
