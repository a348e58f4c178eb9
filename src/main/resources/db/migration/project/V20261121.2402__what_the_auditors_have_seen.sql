-- A frame that is allowed to be exceeded is told to the auditors, and stays before them until one of them says that it was seen.
create table present.overrun_sighting (
  id bigint primary key default nextval('present.record_number'),
  movement_id bigint not null unique references present.budget_movement (id),
  seen_on date not null, seen_by bigint not null references present.account (id),
  note text not null default ''
);
comment on table present.overrun_sighting is 'Decisions by which a frame may be exceeded that an auditor has seen (รับทราบ), with what was noted.';
select keep_history('overrun_sighting');
