-- The old systems kept of a review its score, or the grade alone, and the names of two people who need no account here; the answers are lost.
alter table present.assessment add origin text not null default '' check (origin in ('', 'old-system')), add reviewer text not null default '', add verifier text not null default '';
alter table history.assessment add origin text not null default '', add reviewer text not null default '', add verifier text not null default '';
comment on column present.assessment.origin is 'old-system: taken from an old system, without answers; a score may be missing beside its level.';
comment on column present.assessment.reviewer is 'Who reviewed, by name, in an old system; and verifier, who verified there.';

do $$
declare rule text := (select conname from pg_constraint where conrelid = 'present.assessment'::regclass and contype = 'c' and pg_get_constraintdef(oid) like '%level_code IS NOT NULL%');
begin
  execute format('alter table present.assessment drop constraint %I', rule);
end $$;
alter table present.assessment
  add constraint submitted_with_its_result check (submitted_on is null or level_code is not null and (score is not null or origin = 'old-system')),
  add constraint names_are_of_old_systems check (case when origin = '' then reviewer = '' and verifier = '' else reviewer <> '' and submitted_on is not null end),
  add constraint verified_by_another_name check (verifier = '' or verifier <> reviewer and verified_on is not null);

select keep_history_anew('assessment');
