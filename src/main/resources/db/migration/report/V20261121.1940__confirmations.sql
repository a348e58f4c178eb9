create table present.report_confirmation (
  id bigint primary key default nextval('present.record_number'),
  report_id bigint not null references present.report (id),
  region_code text not null, room text not null,
  verdict text not null check (verdict in ('confirmed', 'questioned')),
  -- what is wrong, where it is questioned
  note text not null check (verdict = 'confirmed' or note <> ''),
  -- the figures that were seen, by measure
  figures jsonb not null,
  by_name text not null, said_at timestamptz not null,
  unique (report_id, region_code, room)
);
comment on table present.report_confirmation is 'What a region says of its figures of a room in a monthly report, with the figures that it saw.';
select keep_history('report_confirmation');
create trigger a_published_report_stays before insert or update or delete on present.report_confirmation for each row execute function present.refuse_change_of_published_report();
