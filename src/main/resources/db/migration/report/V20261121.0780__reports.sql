create table present.report (
  id bigint primary key default nextval('present.record_number'),
  kind text not null, fiscal_year int not null, quarter int not null check (quarter between 1 and 4),
  as_of date not null,
  digits text not null default 'ARABIC' check (digits in ('ARABIC', 'THAI')),
  -- set when it is published: from then on it stands as it was known at this moment, and does not change
  known_at timestamptz, published_by text,
  check ((known_at is null) = (published_by is null))
);
comment on table present.report is 'Reports: drafts, and published ones, which are frozen at their moment.';
create table present.report_text (
  id bigint primary key default nextval('present.record_number'),
  report_id bigint not null references present.report (id),
  section text not null, body text not null,
  unique (report_id, section)
);
comment on table present.report_text is 'What the author of a report wrote beside its figures, by section.';
create table present.report_print (
  id bigint primary key default nextval('present.record_number'),
  report_id bigint not null references present.report (id),
  format text not null check (format in ('HTML', 'DOCX', 'XLSX', 'PDF')),
  sha256 text not null, content bytea not null,
  unique (report_id, format)
);
comment on table present.report_print is 'The prints of a published report, as they were published; reprinting gives these bytes.';
select keep_history(t) from unnest(array['report', 'report_text', 'report_print']) t;

create function present.refuse_change_of_published_report() returns trigger language plpgsql as $$
declare frozen boolean;
begin
  if tg_table_name = 'report' then frozen := old.known_at is not null;
  else select known_at is not null into frozen from present.report where id = coalesce(old.report_id, new.report_id); end if;
  if frozen then raise exception 'A published report does not change.' using errcode = 'KH003'; end if;
  return coalesce(new, old);
end $$;
create trigger a_published_report_stays before update or delete on present.report for each row execute function present.refuse_change_of_published_report();
create trigger a_published_report_stays before insert or update or delete on present.report_text for each row execute function present.refuse_change_of_published_report();
create trigger a_published_report_stays before update or delete on present.report_print for each row execute function present.refuse_change_of_published_report();
