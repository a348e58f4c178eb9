-- How long personal data of somebody who left a fund stays, and the act by which it goes. What was paid and given stays with the number: figures, books and passbooks add up as before.
create table present.welfare_retention (
  id bigint primary key default nextval('present.record_number'),
  from_date date not null unique,
  years smallint not null check (years between 1 and 50)
);
comment on table present.welfare_retention is 'For how many years after leaving a fund the personal data of a member stays, from a day on.';
select keep_history('welfare_retention');
select log.begin_change(null, 'khabuan', 'migration', 'welfare.set-retention', 'อายุความทั่วไป 10 ปี', '2018-01-01 00:00+07');
insert into present.welfare_retention (from_date, years) values ('1990-01-01', 10);

alter table present.welfare_member add forgotten_on date check (forgotten_on >= left_on);
alter table history.welfare_member add forgotten_on date;
comment on column present.welfare_member.forgotten_on is 'When the person behind a former member was forgotten; nobody stands in the place from then on.';
select keep_history_anew('welfare_member');
alter view past.welfare_member set (security_invoker = true);

create function present.kept_until(left_on date, day date) returns date language sql stable as $$
  select (left_on + make_interval(years => (select years from present.welfare_retention where from_date <= day order by from_date desc limit 1)))::date
$$;
comment on function present.kept_until is 'Until which day the personal data of somebody who left stays, by the setting of a day.';

create function history.forget_member(member bigint, today date) returns boolean language plpgsql security definer set search_path = present, history, pg_catalog as $$
declare m present.welfare_member; nobody bigint; kept record; is_used boolean := false;
begin
  perform history.current_change();
  select * into m from present.welfare_member where id = member for update;
  if m.left_on is null or m.forgotten_on is not null or present.kept_until(m.left_on, today) > today or m.fund_id not in (select present.funds_in_scope()) then return false; end if;
  select person_id into nobody from present.welfare_member where fund_id = m.fund_id and forgotten_on is not null limit 1;
  if nobody is null then
    insert into present.person (unit_code, full_name) select unit_code, '–' from present.welfare_fund where id = m.fund_id returning id into nobody;
  end if;
  update present.welfare_member set person_id = nobody, forgotten_on = today where id = member;
  update history.welfare_member set person_id = nobody where id = member;
  update present.welfare_claim set note = '' where member_id = member and note <> '';
  update history.welfare_claim set note = '' where member_id = member;
  -- Who is known for nothing else in the house, present or past, is known no longer.
  for kept in select c.conrelid::regclass as present_table, r.relname, a.attname from pg_constraint c join pg_class r on r.oid = c.conrelid join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
              where c.contype = 'f' and c.confrelid = 'present.person'::regclass loop
    execute format('select exists (select from %s where %2$I = $1) or exists (select from history.%3$I where %2$I = $1)', kept.present_table, kept.attname, kept.relname) into is_used using m.person_id;
    exit when is_used;
  end loop;
  if not is_used then
    update present.duplicate_pair set state = 'gone', decided_on_names = '' where record_kind = 'person' and m.person_id in (first_id, second_id) and state <> 'merged';
    update history.duplicate_pair set decided_on_names = '' where record_kind = 'person' and m.person_id in (first_id, second_id);
    delete from present.person where id = m.person_id;
    delete from history.person where id = m.person_id;
  end if;
  return true;
end $$;
comment on function history.forget_member is 'Forgets the person behind a former member whose time has passed, in the present and in the past; answers whether it did.';
