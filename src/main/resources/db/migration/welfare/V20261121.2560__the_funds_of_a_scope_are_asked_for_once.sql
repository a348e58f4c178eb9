-- Who works for the whole country, or for one fund, need not have six thousand funds looked up for each query.
create function present.sees_all_funds() returns boolean language sql stable as $$
  select current_setting('khabuan.scope_level', true) = 'country' and nullif(current_setting('khabuan.fund', true), '') is null
$$;
comment on function present.sees_all_funds is 'Whether the work is for the whole country, and bound to no fund.';

create or replace function present.funds_in_scope() returns setof bigint language sql stable as $$
  select id from present.welfare_fund
  where id = nullif(current_setting('khabuan.fund', true), '')::bigint and (current_setting('khabuan.scope_level', true) = 'country' or unit_code in (select present.units_in_scope()))
  union all
  select id from present.welfare_fund
  where nullif(current_setting('khabuan.fund', true), '') is null and (current_setting('khabuan.scope_level', true) = 'country' or unit_code in (select present.units_in_scope()))
$$;

do $$
declare kept text; seen constant text := '(select present.sees_all_funds()) or fund_id in (select present.funds_in_scope())';
begin
  for kept in select unnest(array['welfare_member', 'welfare_collection', 'welfare_claim', 'welfare_office', 'welfare_contribution']) loop
    execute format('alter policy within_scope on present.%I using (%s) with check (%s)', kept, seen, seen);
    if kept <> 'welfare_contribution' then execute format('alter policy within_scope on history.%I using (%s)', kept, seen); end if;
  end loop;
end $$;
