-- A link by which a member opens the own passbook: given by the committee with a code, opened once, then that device's alone. The link and the code stand here as hashes only.
create table present.welfare_link (
  id bigint primary key default nextval('present.record_number'),
  fund_id bigint not null references present.welfare_fund (id),
  member_id bigint not null references present.welfare_member (id),
  token_hash bytea not null unique, code_hash bytea not null,
  given_on date not null, given_name text not null, good_until date not null check (good_until >= given_on),
  tries smallint not null default 0 check (tries between 0 and 5),
  opened_on date, device_hash bytea, device_until date,
  ended_on date, ended_because text check (ended_because in ('renewed', 'revoked', 'tries', 'left')),
  check ((opened_on is null) = (device_hash is null)), check ((opened_on is null) = (device_until is null)),
  check ((ended_on is null) = (ended_because is null))
);
create unique index on present.welfare_link (member_id) where ended_on is null;
create index on present.welfare_link (fund_id);
comment on table present.welfare_link is 'Links by which members open their own passbooks: hashes of the link, of its code and of the device that opened it; who gave it, how often a wrong code was tried, why it ended.';
select keep_history('welfare_link');
alter table present.welfare_link enable row level security;
create policy within_scope on present.welfare_link to khabuan_app using (fund_id in (select present.funds_in_scope())) with check (fund_id in (select present.funds_in_scope()));
alter table history.welfare_link enable row level security;
create policy within_scope on history.welfare_link for select to khabuan_app using (fund_id in (select present.funds_in_scope()));
create policy kept on history.welfare_link for insert to khabuan_app with check (true);
alter view past.welfare_link set (security_invoker = true);
insert into history.whereabouts (table_name, owner_column, owner_table) values ('welfare_link', 'fund_id', 'welfare_fund');
