-- Who closed the books until when, and who opened them again: another person.
create table present.period_close (
  id bigint primary key default nextval('present.record_number'),
  book_id bigint not null references present.ledger_book (id),
  closed_until date not null, before date,
  closed_on date not null, closed_by bigint references present.account (id), reason text not null check (reason <> ''),
  opened_on date, opened_by bigint references present.account (id), opening_reason text not null default '',
  check (opened_on is null or opening_reason <> ''),
  constraint opener_is_not_closer check (opened_by is null or opened_by is distinct from closed_by)
);
create index on present.period_close (book_id);
comment on table present.period_close is 'Closes of the books (ปิดงวดบัญชี): until which day, who and why; "before" is the day until which they were closed before. Another person opens them again, with a reason.';
select keep_history('period_close');
