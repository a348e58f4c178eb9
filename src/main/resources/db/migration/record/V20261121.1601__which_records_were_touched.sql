-- A touch now says which records it was of, so that a figure can be mended for their units alone instead of counted anew.
alter table log.touch add records bigint[];
comment on column log.touch.records is 'The records that were written; null: too many to name, everything may have changed.';

-- How the records of a table lie in local units: by a column of their own, or through the record that they are part of.
create table history.whereabouts (
  table_name text primary key,
  unit_column text,
  owner_column text,
  owner_table text,
  owner_kind_column text,
  check (unit_column is not null or owner_column is not null and (owner_table is not null) <> (owner_kind_column is not null))
);
comment on table history.whereabouts is 'How the records of a kept table lie in local units; a table without a line belongs to no unit.';

-- The units in which some records of a table lie or ever lay; null: not to be told.
create function history.units_of(kept text, ids bigint[]) returns text[] language plpgsql stable as $$
declare way history.whereabouts; units text[] := '{}'; owner record; more text[];
begin
  select * into way from history.whereabouts where table_name = kept;
  if way.table_name is null or ids is null then return null; end if;
  if way.unit_column is not null then
    execute format('select coalesce(array_agg(distinct unit), ''{}'') from (select %1$I as unit from present.%2$I where id = any($1) union all select %1$I from history.%2$I where id = any($1)) u',
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

-- A line for each statement, up to fifty records a line and twenty lines a change; beyond that, one line that names none.
create or replace function history.touch() returns trigger language plpgsql as $$
declare
  setting text := 'khabuan.touched_' || tg_table_name;
  change text := current_setting('khabuan.change', true);
  noted text[] := string_to_array(coalesce(current_setting(setting, true), ''), ':');
  lines int := case when noted[1] = change then noted[2]::int else 0 end;
  ids bigint[];
begin
  if lines < 0 then return null; end if;
  select array_agg(id) into ids from (select id from written limit 51) w;
  if ids is null then return null; end if;
  if cardinality(ids) > 50 or lines >= 20 then ids := null; end if;
  insert into log.touch (table_name, recorded_at, records) values (tg_table_name, history.record_time(), ids);
  perform set_config(setting, change || ':' || case when ids is null then -1 else lines + 1 end, true);
  return null;
end $$;

create function history.mark_touches(kept text) returns void language plpgsql as $$
begin
  execute format('create trigger touch_insert after insert on present.%I referencing new table as written for each statement execute function history.touch()', kept);
  execute format('create trigger touch_update after update on present.%I referencing new table as written for each statement execute function history.touch()', kept);
  execute format('create trigger touch_delete after delete on present.%I referencing old table as written for each statement execute function history.touch()', kept);
end $$;

-- As before, but for the triggers that mark what was touched.
create or replace function keep_history(kept text) returns void language plpgsql as $body$
declare columns text; olds text; news text;
begin
  execute format('alter table present.%I add version int not null default 1, add recorded_at timestamptz not null default now(),
                  add change_id bigint not null default 0', kept);
  execute format('create table history.%I (like present.%I including generated)', kept, kept);
  execute format('alter table history.%I add superseded_at timestamptz not null, add superseded_by bigint not null', kept);
  execute format('create index on history.%I (id, version)', kept);
  execute format('create index on history.%I (superseded_at)', kept);
  select string_agg(quote_ident(column_name), ', ' order by ordinal_position), string_agg('old.' || quote_ident(column_name), ', ' order by ordinal_position),
         string_agg('new.' || quote_ident(column_name), ', ' order by ordinal_position)
    into columns, olds, news from information_schema.columns where table_schema = 'present' and table_name = kept and is_generated = 'NEVER';
  execute format($f$
    create function history.%1$I() returns trigger language plpgsql as $t$
    declare line bigint := history.current_change(); at timestamptz := history.record_time();
    begin
      if tg_op = 'INSERT' then
        new.version := 1; new.recorded_at := at; new.change_id := line; return new;
      end if;
      if tg_op = 'UPDATE' and row(%4$s) is not distinct from row(%3$s) then return null; end if;
      if at < old.recorded_at then
        if coalesce(current_setting('khabuan.recorded_at', true), '') <> '' then
          raise exception 'Record %% of %1$s was recorded at %%, later than %%.', old.id, old.recorded_at, at using errcode = 'KH002';
        end if;
        at := old.recorded_at;
      end if;
      insert into history.%1$I (%2$s, superseded_at, superseded_by) values (%3$s, at, line);
      if tg_op = 'DELETE' then return old; end if;
      new.version := old.version + 1; new.recorded_at := at; new.change_id := line; return new;
    end $t$$f$, kept, columns, olds, news);
  execute format('create trigger keep_history before insert or update or delete on present.%I for each row execute function history.%I()', kept, kept);
  perform history.mark_touches(kept);
  select string_agg(quote_ident(column_name), ', ' order by ordinal_position) into columns
    from information_schema.columns where table_schema = 'present' and table_name = kept;
  execute format('create view past.%1$I as
    select %2$s from present.%1$I where recorded_at <= (select present.known_at())
    union all
    select %2$s from history.%1$I where recorded_at <= (select present.known_at()) and superseded_at > (select present.known_at())', kept, columns);
end $body$;

do $$
declare kept text;
begin
  for kept in select c.relname from pg_trigger t join pg_class c on c.oid = t.tgrelid where t.tgname = 'touch' and c.relnamespace = 'present'::regnamespace loop
    execute format('drop trigger touch on present.%I', kept);
    perform history.mark_touches(kept);
  end loop;
end $$;
