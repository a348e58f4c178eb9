-- As before, but a record that lies in no unit (a request about a province) has none to tell, instead of an unknown one.
create or replace function history.units_of(kept text, ids bigint[]) returns text[] language plpgsql stable as $$
declare way history.whereabouts; units text[] := '{}'; owner record; more text[];
begin
  select * into way from history.whereabouts where table_name = kept;
  if way.table_name is null or ids is null then return null; end if;
  if way.unit_column is not null then
    execute format('select coalesce(array_agg(distinct unit) filter (where unit is not null), ''{}'') from (select %1$I as unit from present.%2$I where id = any($1) union all select %1$I from history.%2$I where id = any($1)) u',
      way.unit_column, kept) into units using ids;
    return units;
  end if;
  for owner in execute format('select kind, array_agg(distinct id) as ids from (select %1$s as kind, %2$I as id from present.%3$I where id = any($1) union all select %1$s, %2$I from history.%3$I where id = any($1)) o group by kind',
      case when way.owner_kind_column is null then quote_literal(way.owner_table) else format('replace(%I, ''-'', ''_'')', way.owner_kind_column) end, way.owner_column, kept) using ids loop
    more := history.units_of(owner.kind, owner.ids);
    if more is null then return null; end if;
    units := units || more;
  end loop;
  return units;
end $$;
