-- What an allotment was reckoned by, beside the money: funds that ask for the first time, members who ask, funds in the region.
create table present.frame_basis (
  id bigint primary key default nextval('present.record_number'),
  frame_id bigint not null references present.frame (id),
  basis text not null check (basis in ('first-time', 'members-asking', 'funds')),
  amount int not null check (amount >= 0),
  unique (frame_id, basis)
);
comment on table present.frame_basis is 'What the allotment of a frame was reckoned by: funds asking for the first time (รอบแรก), members who ask, funds in the region.';
select keep_history('frame_basis');
insert into history.whereabouts (table_name, owner_column, owner_table) values ('frame_basis', 'frame_id', 'frame');

alter table present.project_plan add counted_of int check (counted_of >= counted);
alter table history.project_plan add counted_of int;
comment on column present.project_plan.counted_of is 'Of how many in all: the members of a fund, of whom "counted" are subsidised.';
select keep_history_anew('project_plan');

select log.begin_change(null, 'khabuan', 'migration', 'programme.ship', 'บัญชีของสถาบัน', null);
insert into present.ledger_book (code) values ('codi');
