-- A version of a fund's regulations holds from a day until the next one does. Its file is evidence of the fund as it was before; the rules of welfare that begin within it are those of the version.
create table present.welfare_regulation (
  id bigint primary key default nextval('present.record_number'),
  fund_id bigint not null references present.welfare_fund (id),
  from_date date not null,
  adopted_at text not null check (adopted_at <> ''),
  file_id bigint not null references present.file (id),
  unique (fund_id, from_date)
);
comment on table present.welfare_regulation is 'Versions of a fund''s regulations: from which day each holds, where it was adopted, its file. The newest that has begun is in force.';
select keep_history('welfare_regulation');
insert into history.whereabouts (table_name, owner_column, owner_table) values ('welfare_regulation', 'fund_id', 'welfare_fund');
