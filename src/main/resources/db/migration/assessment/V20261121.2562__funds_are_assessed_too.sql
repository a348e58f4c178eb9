-- Welfare funds are assessed as councils and organisations are; the instrument of their levels A to D grades funds.
alter table present.instrument drop constraint instrument_subject_check;
alter table present.instrument add constraint instrument_subject_check check (subject in ('council', 'organisation', 'fund', 'unit', 'survey'));
alter table present.assessment add column fund_id bigint references present.welfare_fund (id);
create index on present.assessment (fund_id) where fund_id is not null;
alter table present.assessment drop constraint assessment_check;
alter table present.assessment add constraint one_subject check (num_nonnulls(council_id, organisation_id, fund_id) <= 1);
drop index present.one_assessment;
create unique index one_assessment on present.assessment (instrument_id, fiscal_year, assessor, coalesce(council_id, organisation_id, fund_id, 0), unit_code) where withdrawn_because = '';
alter table history.assessment add column fund_id bigint;
select keep_history_anew('assessment');

create or replace function present.place_assessment() returns trigger language plpgsql as $$
begin
  if new.council_id is not null then new.unit_code := (select unit_code from present.council where id = new.council_id);
  elsif new.organisation_id is not null then new.unit_code := (select unit_code from present.organisation where id = new.organisation_id);
  elsif new.fund_id is not null then new.unit_code := (select unit_code from present.welfare_fund where id = new.fund_id);
  end if;
  return new;
end $$;
create or replace function present.move_assessments() returns trigger language plpgsql as $$
begin
  case tg_table_name
    when 'council' then update present.assessment set unit_code = new.unit_code where council_id = new.id;
    when 'organisation' then update present.assessment set unit_code = new.unit_code where organisation_id = new.id;
    else update present.assessment set unit_code = new.unit_code where fund_id = new.id;
  end case;
  return null;
end $$;
create trigger z_assessments_move_too after update on present.welfare_fund for each row when (old.unit_code is distinct from new.unit_code) execute function present.move_assessments();

select log.begin_change(null, 'khabuan', 'migration', 'instrument.ship', 'แบบประเมินคุณภาพกองทุนใช้กับกองทุนสวัสดิการชุมชน', null);
update present.instrument i set subject = 'fund' where code = 'fund-quality' and not exists (select from present.assessment a where a.instrument_id = i.id);
