create table present.report_table_date (
  id bigint primary key default nextval('present.record_number'),
  report_id bigint not null references present.report (id),
  -- the table's name in the report: t1, t2 …
  table_name text not null,
  -- null: the report's own
  as_of date,
  unique (report_id, table_name)
);
comment on table present.report_table_date is 'The data date of a table of a report, where its author gave it one other than the report''s.';
select keep_history('report_table_date');
create trigger a_published_report_stays before insert or update or delete on present.report_table_date for each row execute function present.refuse_change_of_published_report();
