-- What a fund spends on its own work: one enters it with its paper, another approves it, and with that the money leaves cash or bank.
create table present.welfare_cost (
  id bigint primary key default nextval('present.record_number'),
  fund_id bigint not null references present.welfare_fund (id),
  day date not null, payee text not null check (payee <> ''), purpose text not null check (purpose <> ''),
  amount bigint not null check (amount > 0),
  place text not null check (place in ('W110', 'W120')),
  paper_id bigint not null references present.file (id),
  asked_by bigint not null references present.account (id), asked_name text not null, asked_on date not null,
  approved_by bigint references present.account (id), approved_name text, approved_on date,
  entry_id bigint unique references present.journal_entry (id),
  refused_on date, refused_because text,
  withdrawn_on date, withdrawn_because text,
  check ((approved_by is null) = (approved_on is null) and (approved_name is null) = (approved_on is null) and (entry_id is null) = (approved_on is null)),
  check ((refused_on is null) = (refused_because is null) and (withdrawn_on is null) = (withdrawn_because is null)),
  check (refused_on is null or approved_on is null), check (withdrawn_on is null or approved_on is not null),
  constraint approver_is_not_asker check (approved_by <> asked_by)
);
create index on present.welfare_cost (fund_id, day);
comment on table present.welfare_cost is 'Operating costs of a fund, in satang: whom it pays for what out of cash (W110) or bank (W120), with the paper that proves it; asked by one, approved by another, or refused with a reason. A wrong one is withdrawn, with its entry.';
select keep_history('welfare_cost');
insert into history.whereabouts (table_name, owner_column, owner_table) values ('welfare_cost', 'fund_id', 'welfare_fund');

do $$
declare seen constant text := '(select present.sees_all_funds()) or fund_id in (select present.funds_in_scope())';
begin
  alter table present.welfare_cost enable row level security;
  alter table history.welfare_cost enable row level security;
  execute format('create policy within_scope on present.welfare_cost to khabuan_app using (%s) with check (%s)', seen, seen);
  execute format('create policy within_scope on history.welfare_cost for select to khabuan_app using (%s)', seen);
  create policy kept on history.welfare_cost for insert to khabuan_app with check (true);
  alter view past.welfare_cost set (security_invoker = true);
end $$;
