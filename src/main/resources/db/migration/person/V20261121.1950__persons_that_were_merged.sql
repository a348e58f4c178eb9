-- Two persons may be found to be one: the other points to the survivor, and both numbers lead on. A telephone is found by a keyed hash, as the national ID is.
alter table present.person add merged_into bigint references present.person (id), add phone_hash bytea;
alter table history.person add merged_into bigint, add phone_hash bytea;
comment on column present.person.merged_into is 'The survivor, when the two were found to be one.';
comment on column present.person.phone_hash is 'A keyed hash of the telephone, for comparing; null in what was written before it was kept.';

-- A number is one person''s among those that stand; the survivor may take it from the one that goes.
drop index present.person_national_id_hash_idx;
create unique index on present.person (national_id_hash) where national_id_hash is not null and merged_into is null;
create index on present.person (national_id_hash) where national_id_hash is not null and merged_into is not null;
create index on present.person (merged_into) where merged_into is not null;

-- For a kept table that was given more columns: its trigger and its view of the past know them from now on.
create function keep_history_anew(kept text) returns void language plpgsql as $body$
declare columns text; olds text; news text;
begin
  select string_agg(quote_ident(column_name), ', ' order by ordinal_position), string_agg('old.' || quote_ident(column_name), ', ' order by ordinal_position),
         string_agg('new.' || quote_ident(column_name), ', ' order by ordinal_position)
    into columns, olds, news from information_schema.columns where table_schema = 'present' and table_name = kept and is_generated = 'NEVER';
  execute format($f$
    create or replace function history.%1$I() returns trigger language plpgsql as $t$
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
  select string_agg(quote_ident(column_name), ', ' order by ordinal_position) into columns
    from information_schema.columns where table_schema = 'present' and table_name = kept;
  execute format('create or replace view past.%1$I as
    select %2$s from present.%1$I where recorded_at <= (select present.known_at())
    union all
    select %2$s from history.%1$I where recorded_at <= (select present.known_at()) and superseded_at > (select present.known_at())', kept, columns);
end $body$;
comment on function keep_history_anew is 'Called in the migration that gives a kept table more columns: the trigger and the view of the past know them too.';
select keep_history_anew('person');
alter view past.person set (security_invoker = true);
