-- The words of a letter, by its kind; a change of words is a new edition.
create table present.certificate_template (
  id bigint primary key default nextval('present.record_number'),
  kind text not null, edition int not null check (edition >= 1),
  title text not null, body text not null,
  unique (kind, edition)
);
comment on table present.certificate_template is 'The words of certifying letters (จดหมายรับรองสถานภาพ), by kind and edition; the newest edition is printed.';

create table present.certificate_office (
  id bigint primary key default nextval('present.record_number'),
  region_code text not null unique references present.region (code),
  name text not null, prefix text not null, address text not null default ''
);
comment on table present.certificate_office is 'The letterhead of a region''s office, and what stands before its running number.';

create table present.certificate_signatory (
  id bigint primary key default nextval('present.record_number'),
  region_code text not null references present.region (code),
  full_name text not null, title text not null, acting_for text not null default '',
  from_date date not null, until_date date check (until_date >= from_date)
);
create index on present.certificate_signatory (region_code, from_date);
comment on table present.certificate_signatory is 'Who signs the letters of an office, as what, acting for whom, from a day to a day.';

-- Not a record: the last number that was given. It is counted on in the change that writes the letter, so no number is lost and none is given twice.
create table present.letter_counter (
  region_code text not null references present.region (code), fiscal_year int not null,
  last int not null default 0 check (last >= 0),
  primary key (region_code, fiscal_year)
);
comment on table present.letter_counter is 'The last running number of letters, by office and fiscal year.';

-- Not a record: letters that were ordered together, to be bound into one file.
create table present.letter_batch (
  id bigint primary key default nextval('present.record_number'),
  record_kind text not null, title text not null,
  account_id bigint references present.account (id),
  begun_at timestamptz not null default clock_timestamp()
);
comment on table present.letter_batch is 'Letters that were ordered together.';

create table present.letter (
  id bigint primary key default nextval('present.record_number'),
  record_kind text not null, record_id bigint not null,
  region_code text not null references present.region (code), fiscal_year int not null check (fiscal_year between 2551 and 2700),
  -- null: a letter of an old system, which left its number and day but no copy
  number int check (number >= 1),
  named text not null, issued_on date not null,
  template_id bigint references present.certificate_template (id),
  signatory_id bigint references present.certificate_signatory (id),
  facts jsonb not null default '{}',
  batch_id bigint references present.letter_batch (id),
  check ((number is null) = (template_id is null) and (number is null) = (signatory_id is null)),
  unique (region_code, fiscal_year, number)
);
create index on present.letter (record_id, record_kind);
create index on present.letter (batch_id) where batch_id is not null;
comment on table present.letter is 'Letters that certify the status of a record: their number, their day, and the facts as they were certified.';

create table present.letter_copy (
  id bigint primary key default nextval('present.record_number'),
  letter_id bigint not null references present.letter (id),
  number int not null check (number >= 1),
  printed_on date not null, reason text not null default '',
  key_id text not null,
  file_id bigint not null references present.file (id),
  unique (letter_id, number)
);
comment on table present.letter_copy is 'What was printed of a letter: the first copy, and reprints with their reason; the exact file, and the key that signed its QR code.';

create table present.letter_revocation (
  id bigint primary key default nextval('present.record_number'),
  letter_id bigint not null unique references present.letter (id),
  revoked_on date not null, reason text not null check (reason <> '')
);
comment on table present.letter_revocation is 'Letters that were revoked, and why.';

select keep_history(t) from unnest(array['certificate_template', 'certificate_office', 'certificate_signatory', 'letter', 'letter_copy', 'letter_revocation']) t;
insert into history.whereabouts (table_name, owner_column, owner_kind_column) values ('letter', 'record_id', 'record_kind');
insert into history.whereabouts (table_name, owner_column, owner_table) select t, 'letter_id', 'letter' from unnest(array['letter_copy', 'letter_revocation']) t;

-- What was issued stays: a letter may follow its record into another one, and nothing else of it changes.
create function present.refuse_change_of_letter() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and tg_table_name = 'letter' then
    if (to_jsonb(old) - '{record_id,version,recorded_at,change_id}'::text[]) = (to_jsonb(new) - '{record_id,version,recorded_at,change_id}'::text[]) then return new; end if;
  end if;
  raise exception 'An issued letter does not change.' using errcode = 'KH003';
end $$;
create trigger an_issued_letter_stays before update or delete on present.letter for each row execute function present.refuse_change_of_letter();
create trigger an_issued_letter_stays before update or delete on present.letter_copy for each row execute function present.refuse_change_of_letter();
create trigger an_issued_letter_stays before update or delete on present.certificate_template for each row execute function present.refuse_change_of_letter();

select log.begin_change(null, 'khabuan', 'migration', 'certificate.template', 'ข้อความตั้งต้น', null);
insert into present.certificate_template (kind, edition, title, body) values
('council', 1, 'หนังสือรับรองสถานภาพสภาองค์กรชุมชน',
 'หนังสือฉบับนี้ให้ไว้เพื่อรับรองว่า {name} รหัส {code} ซึ่งตั้งอยู่ใน{place} ได้จดแจ้งจัดตั้งเป็นสภาองค์กรชุมชนตำบลตามพระราชบัญญัติสภาองค์กรชุมชน พ.ศ. 2551 เมื่อวันที่ {registered} และมีชื่ออยู่ในทะเบียนสภาองค์กรชุมชนตำบล

ทั้งนี้ ข้อมูลในหนังสือฉบับนี้เป็นไปตามทะเบียน ณ วันที่ออกหนังสือ'),
('organisation', 1, 'หนังสือรับรองสถานภาพองค์กรชุมชน',
 'หนังสือฉบับนี้ให้ไว้เพื่อรับรองว่า {name} รหัส {code} ซึ่งเป็น{form} ตั้งอยู่ใน{place} ได้จดแจ้งเป็นองค์กรชุมชนกับ{council} เมื่อวันที่ {registered} และมีชื่ออยู่ในทะเบียนองค์กรชุมชน

ทั้งนี้ ข้อมูลในหนังสือฉบับนี้เป็นไปตามทะเบียน ณ วันที่ออกหนังสือ');
