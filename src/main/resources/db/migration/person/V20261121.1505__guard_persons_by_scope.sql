-- The database itself leaves out the persons of other scopes, in the present, in the history and in the past.
create function present.units_in_scope() returns setof text language sql stable as $$
  select u.code from present.unit u
  join present.district d on d.code = u.district_code
  left join present.province_region pr on pr.province_code = d.province_code and pr.until_date is null
  where case current_setting('khabuan.scope_level', true)
    when 'unit' then u.code = current_setting('khabuan.scope_code', true)
    when 'district' then d.code = current_setting('khabuan.scope_code', true)
    when 'province' then d.province_code = current_setting('khabuan.scope_code', true)
    when 'region' then pr.region_code = current_setting('khabuan.scope_code', true)
    else false end
$$;
comment on function present.units_in_scope is 'The units of the place that khabuan.scope_level and khabuan.scope_code name; none when they name nothing.';

alter table present.person enable row level security;
create policy within_scope on present.person to khabuan_app
  using ((select current_setting('khabuan.scope_level', true)) = 'country' or unit_code in (select present.units_in_scope()))
  with check ((select current_setting('khabuan.scope_level', true)) = 'country' or unit_code in (select present.units_in_scope()));

alter table history.person enable row level security;
create policy within_scope on history.person for select to khabuan_app
  using ((select current_setting('khabuan.scope_level', true)) = 'country' or unit_code in (select present.units_in_scope()));
create policy kept on history.person for insert to khabuan_app with check (true);
alter view past.person set (security_invoker = true);

-- Which key the ciphers were made with; the key itself lies in the data directory.
create table present.person_key (
  id bigint primary key default nextval('present.record_number'),
  fingerprint text not null unique,
  since timestamptz not null default now()
);
comment on table present.person_key is 'The fingerprint of the key that personal data are encrypted with, so that a wrong or lost key is noticed at once.';
