-- Sealing finds the lines that are not sealed yet by their transaction: all that were visible to an earlier sealing are sealed, so only lines of transactions
-- that may have been open then are looked at, however late they commit.
alter table log.entry add xid xid8 not null default pg_current_xact_id();
create index on log.entry (xid);

create table log.sealing (
  only_one boolean primary key default true check (only_one),
  oldest_xid xid8 not null
);
comment on table log.sealing is 'All lines of transactions before this one are sealed.';
insert into log.sealing (oldest_xid) values ('0');
revoke insert on log.seal, log.sealing from khabuan_app;

create or replace function log.seal_lines() returns bigint language plpgsql security definer set search_path = log, pg_catalog as $$
declare e log.entry; last_number bigint; last_hash bytea; sealed bigint := 0; since xid8; horizon xid8;
begin
  perform pg_advisory_xact_lock(7415001);
  select oldest_xid into since from log.sealing;
  horizon := pg_snapshot_xmin(pg_current_snapshot());
  select s.number, s.hash into last_number, last_hash from log.seal s order by s.number desc limit 1;
  last_number := coalesce(last_number, 0); last_hash := coalesce(last_hash, ''::bytea);
  for e in select l.* from log.entry l where l.xid >= since and not exists (select from log.seal s where s.entry_id = l.id) order by l.id loop
    last_number := last_number + 1;
    last_hash := sha256(last_hash || log.line_text(e));
    insert into log.seal values (last_number, e.id, last_hash);
    sealed := sealed + 1;
  end loop;
  if sealed > 0 then update log.sealing set oldest_xid = horizon; end if;
  return sealed;
end $$;

create or replace function log.broken_seals() returns table (number bigint, entry_id bigint, fault text)
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
  return query select null::bigint, l.id, 'unsealed line' from log.entry l
    where l.at < clock_timestamp() - interval '1 minute' and not exists (select from log.seal s where s.entry_id = l.id) order by l.id;
end $$;
comment on function log.broken_seals is 'Verifies the chain; a row for each line that does not fit or was left out, none when it is whole. Seal first: a line of a long transaction shows late.';
