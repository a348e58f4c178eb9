-- What a verified score rests on stays with it: to withdraw a file, the assessment is returned first.
create function present.keep_files_of_verified() returns trigger language plpgsql as $$
begin
  if exists (select from present.assessment_answer w join present.assessment a on a.id = w.assessment_id where w.id = old.record_id and a.verified_on is not null) then
    raise exception 'The files of a verified assessment stay: return it first.' using errcode = 'KH006';
  end if;
  return old;
end $$;
create trigger a_files_of_verified_stay before delete on present.evidence for each row when (old.record_kind = 'assessment-answer') execute function present.keep_files_of_verified();
