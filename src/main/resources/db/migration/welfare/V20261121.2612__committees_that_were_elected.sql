-- A committee that was elected, for which term: a fact about the fund. Who sits on it stands in welfare_office, which is guarded as all that tells of persons.
create table present.welfare_election (
  id bigint primary key default nextval('present.record_number'),
  fund_id bigint not null references present.welfare_fund (id),
  elected_on date not null, until_date date not null check (until_date > elected_on),
  unique (fund_id, elected_on)
);
comment on table present.welfare_election is 'Elections of a fund''s committee, and until when the term lasts; the next election ends it. The minutes are evidence of the fund.';
select keep_history('welfare_election');
insert into history.whereabouts (table_name, owner_column, owner_table) values ('welfare_election', 'fund_id', 'welfare_fund');

do $$ begin
  if exists (select from present.welfare_office) then
    perform log.begin_change(null, 'khabuan', 'migration', 'welfare.elect', '', null);
    insert into present.welfare_election (fund_id, elected_on, until_date) select fund_id, elected_on, max(until_date) from present.welfare_office group by 1, 2;
  end if;
end $$;

-- Bank accounts of a fund. The number is encrypted with the key of personal data; its last digits tell it apart.
create table present.welfare_account (
  id bigint primary key default nextval('present.record_number'),
  fund_id bigint not null references present.welfare_fund (id),
  bank text not null check (bank ~ '^[0-9]{3}$'), name text not null check (name <> ''),
  number_cipher bytea not null, number_hash bytea not null, digits text not null check (digits ~ '^[0-9]{4}$'),
  opened_on date not null, closed_on date check (closed_on >= opened_on),
  unique (fund_id, number_hash)
);
comment on table present.welfare_account is 'Bank accounts of a fund: the bank by its code of the Bank of Thailand, the name, the number encrypted (its keyed hash and last four digits beside it), from when until when.';
select keep_history('welfare_account');
insert into history.whereabouts (table_name, owner_column, owner_table) values ('welfare_account', 'fund_id', 'welfare_fund');
do $$
declare seen constant text := '(select present.sees_all_funds()) or fund_id in (select present.funds_in_scope())';
begin
  alter table present.welfare_account enable row level security;
  alter table history.welfare_account enable row level security;
  execute format('create policy within_scope on present.welfare_account to khabuan_app using (%s) with check (%s)', seen, seen);
  execute format('create policy within_scope on history.welfare_account for select to khabuan_app using (%s)', seen);
  create policy kept on history.welfare_account for insert to khabuan_app with check (true);
  alter view past.welfare_account set (security_invoker = true);
end $$;
