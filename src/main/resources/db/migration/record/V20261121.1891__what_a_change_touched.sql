-- A touch now says of which change it is, so that a line of the log leads to the records that were written.
alter table log.touch add change_id bigint;
create index on log.touch (change_id) where change_id is not null;
comment on column log.touch.change_id is 'The change that wrote; null in lines from before this was noted.';

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
  insert into log.touch (table_name, recorded_at, records, change_id) values (tg_table_name, history.record_time(), ids, nullif(change, '')::bigint);
  perform set_config(setting, change || ':' || case when ids is null then -1 else lines + 1 end, true);
  return null;
end $$;
