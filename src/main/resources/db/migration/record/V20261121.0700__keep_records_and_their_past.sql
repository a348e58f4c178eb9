-- The ground of the house: four schemas, the log, and the function that gives a table its past.
--   present  what is so now, as plain rows
--   history  the versions that were superseded, insert-only
--   past     a view of each table as it was known at khabuan.known_at
--   log      who did what, when, from where and why, insert-only
create schema present;
create schema history;
create schema past;
create schema log;

do $$ begin
  if not exists (select from pg_roles where rolname = 'khabuan_app') then create role khabuan_app; end if;
end $$;
grant khabuan_app to current_user;
grant usage on schema present, history, past, log to khabuan_app;
alter default privileges in schema present grant select, insert, update, delete on tables to khabuan_app;
alter default privileges in schema present grant usage on sequences to khabuan_app;
alter default privileges in schema history grant select, insert on tables to khabuan_app;
alter default privileges in schema past grant select on tables to khabuan_app;
alter default privileges in schema log grant select, insert on tables to khabuan_app;
alter default privileges in schema log grant usage on sequences to khabuan_app;

-- One number for all records of the house, so that a number names one record whatever its kind.
create sequence present.record_number;

create table log.entry (
  id           bigint generated always as identity primary key,
  at           timestamptz not null default clock_timestamp(),
  actor_id     bigint,
  actor        text not null,
  address      text not null,
  act          text not null,
  reason       text not null default '',
  subject_kind text,
  subject_id   bigint,
  detail       jsonb
);
create index on log.entry (subject_kind, subject_id) where subject_id is not null;
create index on log.entry (actor_id, at);
create index on log.entry (at);
comment on table log.entry is 'One line for each change and for each reading of personal data: who, when, from where, why.';

-- The chain over the log: each line's hash covers the line and the hash before it. It is written a moment after
-- the lines themselves, so that writers never wait for one another.
create table log.seal (
  number   bigint primary key,
  entry_id bigint not null unique references log.entry,
  hash     bytea not null
);
comment on table log.seal is 'The hash chain over log.entry: sha256(previous hash, line).';

-- Which transaction changed which table, and how far back in record time: what cached figures are checked against.
create table log.touch (
  xid         xid8 not null default pg_current_xact_id(),
  table_name  text not null,
  recorded_at timestamptz not null
);
create index on log.touch (xid);
comment on table log.touch is 'Which transaction changed which table; cached figures are valid until a line appears here.';

-- Requests that a client may repeat: the same key answers as the first time.
create table log.request (
  key      text primary key,
  at       timestamptz not null default clock_timestamp(),
  actor_id bigint,
  answer   text not null
);
comment on table log.request is 'Idempotency keys of writes and what was answered the first time.';

create function log.begin_change(actor_id bigint, actor text, address text, act text, reason text, recorded_at timestamptz)
returns bigint language plpgsql as $$
declare line bigint;
begin
  insert into log.entry (actor_id, actor, address, act, reason) values (actor_id, actor, address, act, reason) returning id into line;
  perform set_config('khabuan.change', line::text, true), set_config('khabuan.touched', '', true),
          set_config('khabuan.recorded_at', coalesce(recorded_at::text, ''), true);
  return line;
end $$;
comment on function log.begin_change is 'Opens the change of this transaction; a write to a kept table outside of a change is refused.';

create function log.line_text(e log.entry) returns bytea language sql stable as $$
  select convert_to(concat_ws(chr(31), e.id, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), coalesce(e.actor_id::text, ''),
    e.actor, e.address, e.act, e.reason, coalesce(e.subject_kind, ''), coalesce(e.subject_id::text, ''), coalesce(e.detail::text, '')), 'UTF8')
$$;

-- Seals the lines whose transactions have all ended; answers how many.
create function log.seal_lines() returns bigint language plpgsql security definer set search_path = log, pg_catalog as $$
declare e log.entry; last_number bigint; last_hash bytea; sealed bigint := 0;
begin
  perform pg_advisory_xact_lock(7415001);
  select number, hash into last_number, last_hash from log.seal order by number desc limit 1;
  last_number := coalesce(last_number, 0); last_hash := coalesce(last_hash, ''::bytea);
  for e in select l.* from log.entry l where not exists (select from log.seal s where s.entry_id = l.id)
           and l.id > coalesce((select max(entry_id) from log.seal), 0) - 10000 order by l.id loop
    last_number := last_number + 1;
    last_hash := sha256(last_hash || log.line_text(e));
    insert into log.seal values (last_number, e.id, last_hash);
    sealed := sealed + 1;
  end loop;
  return sealed;
end $$;

-- Verifies the chain; a row for each line that does not fit, none when it is whole.
create function log.broken_seals() returns table (number bigint, entry_id bigint, fault text)
language plpgsql stable security definer set search_path = log, pg_catalog as $$
declare r record; before bytea := ''; expected bigint := 1;
begin
  for r in select s.number as n, s.entry_id as line, s.hash, case when e.id is not null then log.line_text(e) end as text
           from log.seal s left join log.entry e on e.id = s.entry_id order by s.number loop
    if r.n <> expected then number := expected; entry_id := null; fault := 'missing seal'; return next; expected := r.n; end if;
    if r.text is null then number := r.n; entry_id := r.line; fault := 'missing line'; return next;
    elsif sha256(before || r.text) <> r.hash then number := r.n; entry_id := r.line; fault := 'changed line'; return next; end if;
    before := r.hash; expected := expected + 1;
  end loop;
end $$;

create function present.known_at() returns timestamptz language sql stable as $$ select current_setting('khabuan.known_at')::timestamptz $$;

create function history.current_change() returns bigint language plpgsql stable as $$
declare line text := current_setting('khabuan.change', true);
begin
  if line is null or line = '' then
    raise exception 'A write outside of a change: open one with log.begin_change.' using errcode = 'KH001';
  end if;
  return line::bigint;
end $$;

create function history.record_time() returns timestamptz language sql stable as $$
  select coalesce(nullif(current_setting('khabuan.recorded_at', true), '')::timestamptz, now())
$$;

create function history.touch() returns trigger language plpgsql as $$
declare touched text := coalesce(current_setting('khabuan.touched', true), '');
begin
  if position(',' || tg_table_name || ',' in touched) = 0 then
    insert into log.touch (table_name, recorded_at) values (tg_table_name, history.record_time());
    perform set_config('khabuan.touched', touched || ',' || tg_table_name || ',', true);
  end if;
  return null;
end $$;

-- Gives a table of schema present its past: the columns version, recorded_at and change_id, the table of superseded versions,
-- the trigger that fills it, the trigger that marks the table as touched, and the view in schema past.
create function keep_history(kept text) returns void language plpgsql as $body$
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
  execute format('create trigger touch after insert or update or delete on present.%I for each statement execute function history.touch()', kept);
  select string_agg(quote_ident(column_name), ', ' order by ordinal_position) into columns
    from information_schema.columns where table_schema = 'present' and table_name = kept;
  execute format('create view past.%1$I as
    select %2$s from present.%1$I where recorded_at <= (select present.known_at())
    union all
    select %2$s from history.%1$I where recorded_at <= (select present.known_at()) and superseded_at > (select present.known_at())', kept, columns);
end $body$;
comment on function keep_history is 'Called once, in the migration that creates the table: adds its history, its triggers and its view of the past.';

create function present.fiscal_year(day date) returns int language sql immutable as $$
  select (extract(year from day)::int + 543 + case when extract(month from day) >= 10 then 1 else 0 end)
$$;
comment on function present.fiscal_year is 'The Thai fiscal year (B.E.) of a day: October begins the next.';
