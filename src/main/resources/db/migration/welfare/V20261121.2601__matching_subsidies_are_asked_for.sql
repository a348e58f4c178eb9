-- Matching subsidies (เงินสมทบกองทุนสวัสดิการ): rounds in which funds may ask, what each asks for and who is counted. What is given is a project of the programme; its money is in the ledger.
create table present.subsidy_round (
  id bigint primary key default nextval('present.record_number'),
  fiscal_year int not null check (fiscal_year between 2551 and 2700),
  number smallint not null check (number > 0),
  opens_on date not null, closes_on date not null check (closes_on >= opens_on),
  per_member int not null check (per_member > 0),
  fresh_days smallint not null check (fresh_days between 1 and 730),
  quality text check (quality in ('five', 'complete')),
  unique (fiscal_year, number), unique (id, per_member)
);
comment on table present.subsidy_round is 'Rounds of matching subsidies: the days within which funds may ask, what is offered for each member counted, in satang, how old the certified statement may be, and which quality is asked for.';

create table present.subsidy_request (
  id bigint primary key default nextval('present.record_number'),
  round_id bigint not null, fund_id bigint not null references present.welfare_fund (id),
  basis text not null check (basis in ('statement', 'books')),
  statement_id bigint not null references present.welfare_statement (id),
  counted_on date not null,
  members int not null check (members > 0), asked int not null check (asked between 1 and members), counted int not null check (counted between 1 and asked),
  per_member int not null, amount bigint not null check (amount = counted::bigint * per_member),
  asked_on date not null, asked_by bigint references present.account (id), asked_name text not null,
  proposed bigint check (proposed between 1 and amount), proposed_on date, proposed_by bigint references present.account (id), proposed_name text,
  project_id bigint unique references present.project (id),
  ended_on date, ended_as text check (ended_as in ('refused', 'withdrawn')), ended_because text,
  foreign key (round_id, per_member) references present.subsidy_round (id, per_member),
  check ((proposed is null) = (proposed_on is null) and (proposed is null) = (proposed_name is null) and (proposed is null) = (project_id is null)),
  check ((ended_on is null) = (ended_as is null) and (ended_on is null) = (ended_because is null)),
  constraint proposer_is_not_asker check (proposed_by <> asked_by),
  constraint nobody_is_left_out_unseen check (basis = 'books' or counted = asked)
);
create unique index one_standing_request on present.subsidy_request (round_id, fund_id) where ended_on is null;
create index on present.subsidy_request (fund_id);
comment on table present.subsidy_request is 'What a fund asks for in a round: how many members by its books or its certified statement, how many of them no other fund was counted for before, the amount in satang; proposed by a second person, then a project of the programme; or refused, or withdrawn.';

-- Who is counted, of funds that keep their books here: in a round each person once, in the whole country, by the number of the person that stands.
create table present.subsidy_person (
  id bigint primary key default nextval('present.record_number'),
  round_id bigint not null references present.subsidy_round (id),
  person_id bigint not null references present.person (id),
  request_id bigint not null references present.subsidy_request (id),
  constraint counted_once unique (round_id, person_id)
);
create index on present.subsidy_person (request_id);
comment on table present.subsidy_person is 'The persons for whom a request is counted. Taken away when the request ends, so that another fund may be counted for them.';

select keep_history(t) from unnest(array['subsidy_round', 'subsidy_request', 'subsidy_person']) t;
insert into history.whereabouts (table_name, owner_column, owner_table) values ('subsidy_request', 'fund_id', 'welfare_fund'), ('subsidy_person', 'request_id', 'subsidy_request');

create function present.survivor_of_person(one bigint) returns bigint language sql stable security definer set search_path = present, pg_catalog as $$
  with recursive way as (select p.id, p.merged_into from present.person p where p.id = one union all select p.id, p.merged_into from present.person p join way w on p.id = w.merged_into)
  select id from way where merged_into is null
$$;
comment on function present.survivor_of_person is 'The number of the person that stands for one, who may have been found to be the same as another; whoever asks, of whatever place.';

-- Who is a member of which fund is personal: the database shows the persons counted for the funds in scope, as it shows their members.
do $$
declare seen constant text := '(select present.sees_all_funds()) or request_id in (select r.id from present.subsidy_request r where r.fund_id in (select present.funds_in_scope()))';
begin
  alter table present.subsidy_person enable row level security;
  execute format('create policy within_scope on present.subsidy_person to khabuan_app using (%s) with check (%s)', seen, seen);
  alter table history.subsidy_person enable row level security;
  execute format('create policy within_scope on history.subsidy_person for select to khabuan_app using (%s)', seen);
  create policy kept on history.subsidy_person for insert to khabuan_app with check (true);
  alter view past.subsidy_person set (security_invoker = true);
end $$;
