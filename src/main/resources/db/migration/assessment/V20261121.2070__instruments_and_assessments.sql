-- Instruments, by which a council, an organisation, a unit or a service is graded; each in editions, of which a published one never changes.
create table present.instrument (
  id bigint primary key default nextval('present.record_number'),
  code text not null unique check (code ~ '^[a-z][a-z0-9-]*$'),
  name text not null check (name <> ''), name_en text not null default '',
  subject text not null check (subject in ('council', 'organisation', 'unit', 'survey'))
);
comment on table present.instrument is 'Instruments of assessment (แบบประเมิน); subject says what each of them grades.';

create table present.instrument_edition (
  id bigint primary key default nextval('present.record_number'),
  instrument_id bigint not null references present.instrument (id),
  from_fiscal_year int not null check (from_fiscal_year between 2551 and 2700),
  number int not null default 1 check (number >= 1),
  source text not null default '', note text not null default '',
  published_on date, closed_on date check (closed_on >= published_on),
  unique (instrument_id, from_fiscal_year, number),
  unique (id, instrument_id)
);
comment on table present.instrument_edition is 'An edition of an instrument: used from a fiscal year on once it is published, until it is closed or a later one is published.';

create table present.instrument_dimension (
  id bigint primary key default nextval('present.record_number'),
  edition_id bigint not null references present.instrument_edition (id),
  position int not null, name text not null check (name <> ''),
  -- null: as much as its items together
  weight numeric(7,2) check (weight > 0)
);
create index on present.instrument_dimension (edition_id);
comment on table present.instrument_dimension is 'The dimensions of an edition, in their order.';

create table present.instrument_item (
  id bigint primary key default nextval('present.record_number'),
  edition_id bigint not null references present.instrument_edition (id),
  dimension_id bigint not null references present.instrument_dimension (id),
  position int not null, goal text not null default '', aspect text not null default '' check (aspect in ('', 'output', 'outcome', 'impact')),
  text text not null check (text <> ''),
  kind text not null check (kind in ('points', 'yes-no', 'choice', 'percentage')),
  most int check (most between 1 and 1000),
  weight numeric(7,2) not null check (weight > 0),
  evidence text not null default 'none' check (evidence in ('none', 'wanted', 'required')),
  check ((kind = 'points') = (most is not null))
);
create index on present.instrument_item (edition_id);
comment on table present.instrument_item is 'The items of a dimension: text, manner of scoring, weight, and the evidence it wants; one that requires evidence counts nothing without.';

create table present.instrument_choice (
  id bigint primary key default nextval('present.record_number'),
  edition_id bigint not null references present.instrument_edition (id),
  item_id bigint not null references present.instrument_item (id),
  position int not null, label text not null check (label <> ''), points int not null check (points between 0 and 1000),
  unique (item_id, position)
);
create index on present.instrument_choice (edition_id);
comment on table present.instrument_choice is 'The answers to choose from, each with its points.';

-- A level is said by its lower bound alone and reaches up to the next one: between two of them there can be neither gap nor overlap.
create table present.instrument_level (
  id bigint primary key default nextval('present.record_number'),
  edition_id bigint not null references present.instrument_edition (id),
  code text not null check (code ~ '^[A-Z0-9][A-Z0-9-]*$'), name text not null check (name <> ''),
  from_score numeric(5,2) not null check (from_score between 0 and 100),
  passing boolean not null default false,
  unique (edition_id, from_score), unique (edition_id, code)
);
comment on table present.instrument_level is 'The levels of an edition by the score from which each holds, up to the next one.';

create table present.assessment (
  id bigint primary key default nextval('present.record_number'),
  instrument_id bigint not null references present.instrument (id),
  edition_id bigint not null,
  foreign key (edition_id, instrument_id) references present.instrument_edition (id, instrument_id),
  council_id bigint references present.council (id), organisation_id bigint references present.organisation (id),
  unit_code text not null default '',
  fiscal_year int not null check (fiscal_year between 2551 and 2700),
  assessor text not null check (assessor in ('self', 'region', 'centre')),
  assessed_on date not null,
  respondents int check (respondents > 0),
  note text not null default '',
  submitted_on date, submitted_by bigint references present.account (id),
  verified_on date, verified_by bigint references present.account (id),
  returned_because text not null default '',
  withdrawn_because text not null default '',
  score numeric(5,2) check (score between 0 and 100), level_code text,
  check (num_nonnulls(council_id, organisation_id) <= 1),
  check (submitted_on >= assessed_on), check (verified_on >= submitted_on),
  check (verified_on is null or submitted_on is not null),
  check (submitted_on is null or score is not null and level_code is not null),
  check (verified_on is null or returned_because = ''),
  constraint verified_by_another check (verified_by <> submitted_by)
);
create unique index one_assessment on present.assessment (instrument_id, fiscal_year, assessor, coalesce(council_id, organisation_id, 0), unit_code) where withdrawn_because = '';
create index on present.assessment (council_id);
create index on present.assessment (organisation_id);
create index on present.assessment (unit_code);
create index on present.assessment (edition_id);
comment on table present.assessment is 'What an assessor says of a council, an organisation, a unit or (in a survey) a service, of a fiscal year: begun, submitted, verified by another person. Score and level follow from the answers.';

create table present.assessment_answer (
  id bigint primary key default nextval('present.record_number'),
  assessment_id bigint not null references present.assessment (id),
  item_id bigint not null references present.instrument_item (id),
  value numeric(7,2) check (value >= 0), note text not null default '',
  unique (assessment_id, item_id)
);
create index on present.assessment_answer (item_id);
comment on table present.assessment_answer is 'The answer to an item: points, 1 or 0, the position of a choice, or a percentage; null while it is open.';

create table present.assessment_part (
  id bigint primary key default nextval('present.record_number'),
  assessment_id bigint not null references present.assessment (id),
  dimension_id bigint not null references present.instrument_dimension (id),
  score numeric(5,2) not null check (score between 0 and 100),
  unique (assessment_id, dimension_id)
);
comment on table present.assessment_part is 'The score of a dimension, written with the score of the whole when an assessment is submitted.';

-- Where a subject stands follows from the subject.
create function present.place_assessment() returns trigger language plpgsql as $$
begin
  if new.council_id is not null then new.unit_code := (select unit_code from present.council where id = new.council_id);
  elsif new.organisation_id is not null then new.unit_code := (select unit_code from present.organisation where id = new.organisation_id);
  end if;
  return new;
end $$;
create trigger a_assessment_lies_where_its_subject_does before insert or update on present.assessment for each row execute function present.place_assessment();
create function present.move_assessments() returns trigger language plpgsql as $$
begin
  if tg_table_name = 'council' then update present.assessment set unit_code = new.unit_code where council_id = new.id;
  else update present.assessment set unit_code = new.unit_code where organisation_id = new.id; end if;
  return null;
end $$;
create trigger z_assessments_move_too after update on present.council for each row when (old.unit_code is distinct from new.unit_code) execute function present.move_assessments();
create trigger z_assessments_move_too after update on present.organisation for each row when (old.unit_code is distinct from new.unit_code) execute function present.move_assessments();

-- What was published stays: an edition only ends, and nothing of it changes.
create function present.keep_published_edition() returns trigger language plpgsql as $$
declare edition bigint := case when tg_op = 'DELETE' then old.edition_id else new.edition_id end;
begin
  if exists (select from present.instrument_edition e where e.id = edition and e.published_on is not null)
     or tg_op = 'UPDATE' and exists (select from present.instrument_edition e where e.id = old.edition_id and e.published_on is not null) then
    raise exception 'A published edition does not change: copy it to a new one.' using errcode = 'KH006';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
do $$
declare part text;
begin
  foreach part in array array['instrument_dimension', 'instrument_item', 'instrument_choice', 'instrument_level'] loop
    execute format('create trigger a_published_edition_stays before insert or update or delete on present.%I for each row execute function present.keep_published_edition()', part);
  end loop;
end $$;
create function present.publish_edition() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.published_on is not null and (new.published_on, new.from_fiscal_year, new.number, new.instrument_id, new.source, new.note)
     is distinct from (old.published_on, old.from_fiscal_year, old.number, old.instrument_id, old.source, old.note) then
    raise exception 'A published edition does not change: copy it to a new one.' using errcode = 'KH006';
  end if;
  if new.published_on is not null and (tg_op = 'INSERT' or old.published_on is null) then
    if not exists (select from present.instrument_level where edition_id = new.id and from_score = 0) then
      raise exception 'The levels of an edition leave a gap: none begins at 0.' using errcode = 'KH006';
    elsif not exists (select from present.instrument_item where edition_id = new.id) then
      raise exception 'An edition without items cannot be published.' using errcode = 'KH006';
    elsif exists (select from present.instrument_item i where i.edition_id = new.id and i.kind = 'choice'
                  and coalesce((select max(points) from present.instrument_choice c where c.item_id = i.id), 0) = 0) then
      raise exception 'An item to choose from has no choice that gives points.' using errcode = 'KH006';
    end if;
  end if;
  return new;
end $$;
create trigger a_published_edition_stays before insert or update on present.instrument_edition for each row execute function present.publish_edition();

select keep_history(t) from unnest(array['instrument', 'instrument_edition', 'instrument_dimension', 'instrument_item', 'instrument_choice', 'instrument_level',
  'assessment', 'assessment_answer', 'assessment_part']) t;
create index on history.assessment_answer (assessment_id);
insert into history.whereabouts (table_name, unit_column) values ('assessment', 'unit_code');
insert into history.whereabouts (table_name, owner_column, owner_table) values ('assessment_answer', 'assessment_id', 'assessment'), ('assessment_part', 'assessment_id', 'assessment');
