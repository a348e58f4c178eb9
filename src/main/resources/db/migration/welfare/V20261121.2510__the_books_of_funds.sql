-- The books that a fund keeps here: its members, what they pay, what the fund gives. Each fund is a book of the ledger, 'fund-' and its number.
-- Money of members is personal: row-level security shows the funds of the place, or the one fund, that the work is bound to.

insert into present.ledger_code (code, kind, guarded) values
  ('W110', 'asset', true), ('W120', 'asset', true),
  ('W406', 'income', false), ('W464', 'income', false), ('W465', 'income', false), ('W466', 'income', false), ('W467', 'income', false), ('W475', 'income', false),
  ('W560', 'expense', false), ('W590', 'expense', false);

create function present.funds_in_scope() returns setof bigint language sql stable as $$
  select id from present.welfare_fund
  where (current_setting('khabuan.scope_level', true) = 'country' or unit_code in (select present.units_in_scope()))
    and (nullif(current_setting('khabuan.fund', true), '') is null or id = nullif(current_setting('khabuan.fund', true), '')::bigint)
$$;
comment on function present.funds_in_scope is 'The funds in the place that khabuan.scope_level and khabuan.scope_code name; of them the one that khabuan.fund names, if it names one.';

create table present.welfare_due (
  id bigint primary key default nextval('present.record_number'),
  fund_id bigint not null references present.welfare_fund (id),
  from_date date not null,
  rhythm text not null check (rhythm in ('daily', 'monthly', 'yearly')),
  amount int not null check (amount > 0),
  unique (fund_id, from_date)
);
comment on table present.welfare_due is 'What a member pays, in satang for each day, month or year, from a day on.';

create table present.welfare_member (
  id bigint primary key default nextval('present.record_number'),
  fund_id bigint not null references present.welfare_fund (id),
  number int not null check (number > 0),
  person_id bigint not null references present.person (id),
  class text check (class in ('working', 'young', 'elderly', 'disadvantaged', 'other')),
  village smallint not null check (village between 0 and 99),
  joined_on date not null,
  left_on date check (left_on >= joined_on), left_because text check (left_because in ('left', 'died', 'moved', 'expelled')),
  joined_month smallint not null generated always as (extract(year from joined_on) * 12 + extract(month from joined_on) - 1) stored,
  left_month smallint generated always as (extract(year from left_on) * 12 + extract(month from left_on) - 1) stored,
  unique (fund_id, number),
  check ((left_on is null) = (left_because is null))
);
create index on present.welfare_member (person_id);
comment on table present.welfare_member is 'Members of a fund that keeps its books here: the number in its register, the person behind it, the class, the village, from when until when.';

create table present.welfare_collection (
  id bigint primary key default nextval('present.record_number'),
  fund_id bigint not null references present.welfare_fund (id),
  village smallint not null, month smallint not null,
  collected_on date not null, collector text not null,
  members int not null check (members > 0), total bigint not null check (total > 0),
  withdrawn_on date, withdrawn_because text,
  check ((withdrawn_on is null) = (withdrawn_because is null))
);
create index on present.welfare_collection (fund_id, month);
comment on table present.welfare_collection is 'A round of collecting: who collected from how many members of a village for a month (year × 12 + month − 1), and what it came to, in satang. A wrong one is withdrawn, with its entry.';

create table present.welfare_contribution (
  fund_id bigint not null, collection_id bigint not null,
  number int not null, amount int not null check (amount > 0),
  month smallint not null, months smallint not null default 1 check (months between 1 and 12),
  primary key (fund_id, number, month, collection_id)
);
comment on table present.welfare_contribution is 'What a member paid in a collection, in satang, for how many months from a month on. Only ever added to; no month is paid twice while its collection stands. Held by history.judge_contributions.';

create table present.welfare_rule (
  id bigint primary key default nextval('present.record_number'),
  fund_id bigint not null references present.welfare_fund (id),
  kind text not null check (kind in ('birth', 'sickness', 'death', 'elderly', 'disadvantaged', 'education', 'disaster', 'public', 'other')),
  from_date date not null, until_date date check (until_date > from_date),
  after_months smallint not null default 0 check (after_months >= 0),
  amount bigint not null check (amount > 0),
  each_year bigint not null default 0 check (each_year >= 0),
  most_a_year smallint check (most_a_year > 0),
  papers text[] not null default '{}',
  unique (fund_id, kind, from_date)
);
comment on table present.welfare_rule is 'The welfare that a fund''s regulations promise: after how many months of membership, how much for a case and for each year of membership more, in satang, how often a year, with which papers.';

create table present.welfare_claim (
  id bigint primary key default nextval('present.record_number'),
  fund_id bigint not null references present.welfare_fund (id),
  member_id bigint not null references present.welfare_member (id),
  rule_id bigint not null references present.welfare_rule (id),
  happened_on date not null, asked_on date not null, amount bigint not null check (amount > 0), note text not null default '',
  asked_by bigint, asked_name text not null,
  checked_by bigint, checked_name text, checked_on date,
  approved_by bigint, approved_name text, approved_on date,
  paid_on date, entry_id bigint unique references present.journal_entry (id), paid_from text check (paid_from in ('W110', 'W120')),
  refused_on date, refused_because text,
  check (approved_on is null or checked_on is not null), check (paid_on is null or approved_on is not null), check ((paid_on is null) = (entry_id is null)),
  check ((refused_on is null) = (refused_because is null)), check (refused_on is null or paid_on is null),
  check (approved_by is null or approved_by <> asked_by)
);
create index on present.welfare_claim (fund_id, asked_on);
create index on present.welfare_claim (member_id);
comment on table present.welfare_claim is 'A member''s claim: asked, checked, approved by another than asked for it, paid; or refused with a reason.';

create table present.welfare_opening (
  id bigint primary key default nextval('present.record_number'),
  fund_id bigint not null references present.welfare_fund (id),
  kind text not null check (kind in ('birth', 'sickness', 'death', 'elderly', 'disadvantaged', 'education', 'disaster', 'public', 'other')),
  recipients int not null check (recipients >= 0),
  unique (fund_id, kind)
);
comment on table present.welfare_opening is 'How many had received welfare of a kind before a fund began to keep its books here; how much, its opening entry tells.';

select keep_history(t) from unnest(array['welfare_opening', 'welfare_due', 'welfare_member', 'welfare_collection', 'welfare_rule', 'welfare_claim']) t;
create view past.welfare_contribution as
  select c.* from present.welfare_contribution c where c.collection_id in (select id from present.welfare_collection where recorded_at <= (select present.known_at()) union all select id from history.welfare_collection where version = 1 and recorded_at <= (select present.known_at()));
grant select on past.welfare_contribution to khabuan_app;

-- All rows of a statement are judged at once; who collects for a fund waits for whoever else does.
create function history.judge_contributions() returns trigger language plpgsql security definer set search_path = present, history, pg_catalog as $$
declare astray record;
begin
  perform 1 from present.welfare_fund f where f.id in (select distinct fund_id from written) order by f.id for no key update;
  execute $q$
    select w.fund_id, w.number, w.month from written w left join present.welfare_collection c on c.id = w.collection_id left join present.welfare_member m on m.fund_id = w.fund_id and m.number = w.number
    where c.id is null or m.id is null or c.fund_id <> w.fund_id or c.change_id <> $1 or m.joined_month >= w.month + w.months or m.left_month < w.month limit 1$q$ into astray using history.current_change();
  if astray is not null then
    raise exception 'Member % of fund % was none in month %, or the collection is another.', astray.number, astray.fund_id, astray.month using errcode = 'KH011', detail = astray.number::text;
  end if;
  execute $q$
    select w.fund_id, w.number, w.month from written w join present.welfare_contribution o on o.fund_id = w.fund_id and o.number = w.number and o.month between w.month - 11 and w.month + w.months - 1 and o.month + o.months > w.month
      and (o.collection_id, o.month) <> (w.collection_id, w.month) join present.welfare_collection c on c.id = o.collection_id and c.withdrawn_on is null limit 1$q$ into astray;
  if astray is not null then
    raise exception 'Member % of fund % has paid for month % before.', astray.number, astray.fund_id, astray.month using errcode = 'KH012', detail = astray.number::text;
  end if;
  execute $q$
    select c.id as number, c.fund_id, c.total as month from (select collection_id, count(*) as members, sum(amount) as total from written group by 1) s join present.welfare_collection c on c.id = s.collection_id
    where c.members <> s.members or c.total <> s.total limit 1$q$ into astray;
  if astray is not null then
    raise exception 'Collection % does not come to what its members paid.', astray.number using errcode = 'KH011', detail = '';
  end if;
  return null;
end $$;
create trigger judge_contributions after insert on present.welfare_contribution referencing new table as written for each statement execute function history.judge_contributions();
create trigger only_added before update or delete or truncate on present.welfare_contribution for each statement execute function history.only_added();
revoke update, delete on present.welfare_contribution from khabuan_app;

do $$
declare kept text;
begin
  for kept in select unnest(array['welfare_member', 'welfare_collection', 'welfare_claim', 'welfare_office']) loop
    execute format('alter table present.%I enable row level security', kept);
    execute format('create policy within_scope on present.%I to khabuan_app using (fund_id in (select present.funds_in_scope())) with check (fund_id in (select present.funds_in_scope()))', kept);
    execute format('alter table history.%I enable row level security', kept);
    execute format('create policy within_scope on history.%I for select to khabuan_app using (fund_id in (select present.funds_in_scope()))', kept);
    execute format('create policy kept on history.%I for insert to khabuan_app with check (true)', kept);
    execute format('alter view past.%I set (security_invoker = true)', kept);
  end loop;
end $$;
alter table present.welfare_contribution enable row level security;
create policy within_scope on present.welfare_contribution to khabuan_app using (fund_id in (select present.funds_in_scope())) with check (fund_id in (select present.funds_in_scope()));
alter view past.welfare_contribution set (security_invoker = true);

-- Which account keeps the books of which fund: nobody else writes in them.
create table present.welfare_keeper (
  id bigint primary key default nextval('present.record_number'),
  fund_id bigint not null references present.welfare_fund (id),
  account_id bigint not null references present.account (id),
  office text not null check (office in ('chair', 'treasurer', 'registrar', 'collector', 'auditor')),
  since date not null, until_date date check (until_date >= since)
);
create unique index on present.welfare_keeper (fund_id, account_id, office) where until_date is null;
create index on present.welfare_keeper (account_id);
comment on table present.welfare_keeper is 'Who of a fund''s committee works with its books here, and as what.';
select keep_history('welfare_keeper');

insert into history.whereabouts (table_name, owner_column, owner_table) select t, 'fund_id', 'welfare_fund' from unnest(array['welfare_opening', 'welfare_due', 'welfare_member', 'welfare_collection', 'welfare_rule', 'welfare_claim', 'welfare_keeper']) t;

alter table present.account drop constraint account_role_check;
alter table present.account add constraint account_role_check check (role in ('ADMINISTRATOR', 'CENTRE_OFFICER', 'REGIONAL_OFFICER', 'RECORDER', 'FINANCE_OFFICER', 'EXECUTIVE', 'AUDITOR', 'COMMUNITY', 'FUND_COMMITTEE'));
