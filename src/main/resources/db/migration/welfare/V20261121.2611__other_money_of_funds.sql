-- What a fund receives beside its members' contributions, by source, and cash that goes to the bank and back. Each is one entry of the fund's book.
create table present.welfare_money (
  id bigint primary key default nextval('present.record_number'),
  fund_id bigint not null references present.welfare_fund (id),
  what text not null check (what in ('received', 'banked', 'drawn')),
  source text check (source in ('local', 'codi', 'state', 'other', 'donations')),
  day date not null, amount bigint not null check (amount > 0),
  place text not null check (place in ('W110', 'W120')),
  party text not null default '', note text not null default '',
  recorded_name text not null, entry_id bigint not null unique references present.journal_entry (id),
  withdrawn_on date, withdrawn_because text,
  check ((what = 'received') = (source is not null)), check (what <> 'received' or party <> ''),
  check ((withdrawn_on is null) = (withdrawn_because is null))
);
create index on present.welfare_money (fund_id, day);
comment on table present.welfare_money is 'Money of a fund beside contributions and claims, in satang: received from a source into cash (W110) or bank (W120), with a receipt; cash that was banked; cash that was drawn. A wrong one is withdrawn, with its entry.';
select keep_history('welfare_money');
insert into history.whereabouts (table_name, owner_column, owner_table) values ('welfare_money', 'fund_id', 'welfare_fund');

do $$
declare seen constant text := '(select present.sees_all_funds()) or fund_id in (select present.funds_in_scope())';
begin
  alter table present.welfare_money enable row level security;
  alter table history.welfare_money enable row level security;
  execute format('create policy within_scope on present.welfare_money to khabuan_app using (%s) with check (%s)', seen, seen);
  execute format('create policy within_scope on history.welfare_money for select to khabuan_app using (%s)', seen);
  create policy kept on history.welfare_money for insert to khabuan_app with check (true);
  alter view past.welfare_money set (security_invoker = true);
  execute format('alter policy within_scope on present.welfare_link using (%s) with check (%s)', seen, seen);
  execute format('alter policy within_scope on history.welfare_link using (%s)', seen);
end $$;
