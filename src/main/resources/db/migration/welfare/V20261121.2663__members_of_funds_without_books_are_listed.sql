-- A fund that keeps no books here may hand in a list of its members for a round of subsidies: each is a person by the national ID number, so that nobody is counted for two funds.
create table present.subsidy_listed (
  id bigint primary key default nextval('present.record_number'),
  round_id bigint not null references present.subsidy_round (id),
  fund_id bigint not null references present.welfare_fund (id),
  person_id bigint not null references present.person (id),
  unique (round_id, fund_id, person_id)
);
create index on present.subsidy_listed (person_id);
comment on table present.subsidy_listed is 'The members of a fund without books here, as a list for a round of subsidies names them.';
select keep_history('subsidy_listed');
insert into history.whereabouts (table_name, owner_column, owner_table) values ('subsidy_listed', 'fund_id', 'welfare_fund');
do $$
declare seen constant text := '(select present.sees_all_funds()) or fund_id in (select present.funds_in_scope())';
begin
  alter table present.subsidy_listed enable row level security;
  execute format('create policy within_scope on present.subsidy_listed to khabuan_app using (%s) with check (%s)', seen, seen);
  alter table history.subsidy_listed enable row level security;
  execute format('create policy within_scope on history.subsidy_listed for select to khabuan_app using (%s)', seen);
  create policy kept on history.subsidy_listed for insert to khabuan_app with check (true);
  alter view past.subsidy_listed set (security_invoker = true);
end $$;

alter table present.subsidy_request drop constraint subsidy_request_basis_check, add check (basis in ('statement', 'books', 'list')),
  drop constraint nobody_is_left_out_unseen, add constraint nobody_is_left_out_unseen check (basis <> 'statement' or counted = asked);

create function present.person_of_hash(hash bytea) returns bigint language sql stable security definer set search_path = present, pg_catalog as $$
  with recursive way as (select p.id, p.merged_into from present.person p where p.national_id_hash = hash union select p.id, p.merged_into from present.person p join way w on p.id = w.merged_into)
  select id from way where merged_into is null order by id limit 1
$$;
comment on function present.person_of_hash is 'The number of the person, of whatever place, who has the national ID number of a keyed hash; nothing else is told of the person. Null for nobody.';
