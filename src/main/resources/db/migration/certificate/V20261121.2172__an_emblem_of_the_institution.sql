-- The institution's own emblem (ตราครุฑ, ตราสถาบัน) at the head of letters; each choice is a line, the newest counts.
create table present.certificate_emblem (
  id bigint primary key default nextval('present.record_number'),
  -- null: the one that the product draws
  file_id bigint references present.file (id)
);
comment on table present.certificate_emblem is 'Which emblem stands at the head of letters: the newest line counts. A letter keeps the emblem with which it was numbered.';
select keep_history('certificate_emblem');
