create table present.letter_allowance (
  id bigint primary key default nextval('present.record_number'),
  letter_id bigint not null unique references present.letter (id),
  lacking text[] not null check (cardinality(lacking) > 0),
  reason text not null check (reason <> '')
);
comment on table present.letter_allowance is 'Letters whose record lacked something when they were issued: what, by the keys of its messages, and why they were issued all the same.';

select keep_history('letter_allowance');
insert into history.whereabouts (table_name, owner_column, owner_table) values ('letter_allowance', 'letter_id', 'letter');
create trigger an_issued_letter_stays before update or delete on present.letter_allowance for each row execute function present.refuse_change_of_letter();
