-- A year that was closed stays closed: its days are never opened again.
alter table present.ledger_book add year_closed_until date;
alter table history.ledger_book add year_closed_until date;
alter table present.ledger_book add constraint closed_year_stays_closed check (year_closed_until is null or closed_until is not null and closed_until >= year_closed_until);
comment on column present.ledger_book.year_closed_until is 'The last day of the last year that was closed; periods of it are not opened again.';
select keep_history_anew('ledger_book');
