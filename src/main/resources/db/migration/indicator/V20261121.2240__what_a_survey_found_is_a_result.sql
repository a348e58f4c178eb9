-- An indicator may take what a survey found: measure_code then names the survey, or one of its dimensions.
alter table present.indicator drop constraint indicator_source_check;
do $$
declare rule text := (select conname from pg_constraint where conrelid = 'present.indicator'::regclass and contype = 'c' and pg_get_constraintdef(oid) like '%measure_code%');
begin
  execute format('alter table present.indicator drop constraint %I', rule);
end $$;
alter table present.indicator add constraint indicator_source_check check (source in ('MEASURE', 'SUM', 'ENTERED', 'SURVEY')),
  add constraint indicator_takes_what_it_names check ((source in ('MEASURE', 'SURVEY')) = (measure_code is not null)),
  add constraint indicator_survey_is_a_score check (source <> 'SURVEY' or measuring = 'SCORE');
