-- A fund closes its year: what came in above what went out is carried to its accumulated capital. Income and welfare stand since the founding, as statements tell them (V2); so what was carried stands on an account of its own beside them.
insert into present.ledger_code (code, kind, guarded) values ('W310', 'equity', false), ('W390', 'equity', false);

create table present.welfare_year (
  id bigint primary key default nextval('present.record_number'),
  fund_id bigint not null references present.welfare_fund (id),
  from_date date not null, until_date date not null check (until_date > from_date and until_date < from_date + interval '1 year'),
  capital_before bigint not null, surplus bigint not null,
  closed_on date not null, closed_by bigint not null references present.account (id), closed_name text not null,
  entry_id bigint unique references present.journal_entry (id),
  unique (fund_id, until_date)
);
comment on table present.welfare_year is 'Years of a fund that were closed, in satang: the capital at its beginning, what came in above what went out, and the entry that carried it to the accumulated capital (W310); none when nothing was to be carried.';
select keep_history('welfare_year');
insert into history.whereabouts (table_name, owner_column, owner_table) values ('welfare_year', 'fund_id', 'welfare_fund');

do $$
declare seen constant text := '(select present.sees_all_funds()) or fund_id in (select present.funds_in_scope())';
begin
  alter table present.welfare_year enable row level security;
  alter table history.welfare_year enable row level security;
  execute format('create policy within_scope on present.welfare_year to khabuan_app using (%s) with check (%s)', seen, seen);
  execute format('create policy within_scope on history.welfare_year for select to khabuan_app using (%s)', seen);
  create policy kept on history.welfare_year for insert to khabuan_app with check (true);
  alter view past.welfare_year set (security_invoker = true);
end $$;
