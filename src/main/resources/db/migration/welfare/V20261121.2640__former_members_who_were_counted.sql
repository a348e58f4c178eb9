-- Who was counted for a matching subsidy of the fund is forgotten as well: the count stays, with somebody unknown in the place of the person. An own unknown for each, since a round counts a person once; merged into
-- the fund's unknown, so that unknowns are compared with nobody. A person counted for another fund, or known for anything else, stays there.
create or replace function history.forget_member(member bigint, today date) returns boolean language plpgsql security definer set search_path = present, history, pg_catalog as $$
declare m present.welfare_member; nobody bigint; unknown bigint; somebody bigint; kept record; is_used boolean;
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
  -- The person, then the one whom the person was found to be.
  foreach somebody in array array[m.person_id, present.survivor_of_person(m.person_id)] loop
    if exists (select from present.subsidy_person p join present.subsidy_request r on r.id = p.request_id where p.person_id = somebody and r.fund_id = m.fund_id)
       or exists (select from history.subsidy_person p join present.subsidy_request r on r.id = p.request_id where p.person_id = somebody and r.fund_id = m.fund_id) then
      insert into present.person (unit_code, full_name, merged_into) select unit_code, '–', nobody from present.welfare_fund where id = m.fund_id returning id into unknown;
      update present.subsidy_person p set person_id = unknown from present.subsidy_request r where r.id = p.request_id and r.fund_id = m.fund_id and p.person_id = somebody;
      update history.subsidy_person p set person_id = unknown from present.subsidy_request r where r.id = p.request_id and r.fund_id = m.fund_id and p.person_id = somebody;
    end if;
    -- Who is known for nothing else in the house, present or past, is known no longer.
    is_used := false;
    for kept in select c.conrelid::regclass as present_table, r.relname, a.attname from pg_constraint c join pg_class r on r.oid = c.conrelid join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
                where c.contype = 'f' and c.confrelid = 'present.person'::regclass loop
      execute format('select exists (select from %s where %2$I = $1) or exists (select from history.%3$I where %2$I = $1)', kept.present_table, kept.attname, kept.relname) into is_used using somebody;
      exit when is_used;
    end loop;
    if not is_used then
      update present.duplicate_pair set state = 'gone', decided_on_names = '' where record_kind = 'person' and somebody in (first_id, second_id) and state <> 'merged';
      update history.duplicate_pair set decided_on_names = '' where record_kind = 'person' and somebody in (first_id, second_id);
      delete from present.person where id = somebody;
      delete from history.person where id = somebody;
    end if;
  end loop;
  return true;
end $$;
