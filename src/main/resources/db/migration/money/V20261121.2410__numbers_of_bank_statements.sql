-- What a line of the bank's statement is called there, so that a statement that comes again is not taken twice.
alter table present.bank_receipt add statement_number text not null default '';
alter table history.bank_receipt add statement_number text not null default '';
create unique index bank_receipt_statement_number on present.bank_receipt (fund, statement_number) where statement_number <> '';
comment on column present.bank_receipt.statement_number is 'The number of the line in the bank''s statement; empty when it was entered by hand or the statement has none.';
select keep_history_anew('bank_receipt');
