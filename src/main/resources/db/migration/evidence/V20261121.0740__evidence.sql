create table present.file (
  id bigint primary key default nextval('present.record_number'),
  sha256 text not null unique check (sha256 ~ '^[0-9a-f]{64}$'),
  name text not null, media_type text not null, bytes bigint not null check (bytes >= 0)
);
comment on table present.file is 'A file kept outside the database under its SHA-256; never removed.';
create table present.evidence (
  id bigint primary key default nextval('present.record_number'),
  record_kind text not null, record_id bigint not null,
  kind text not null,
  fiscal_year int,
  file_id bigint not null references present.file (id),
  attached_on date not null,
  note text not null default ''
);
create index on present.evidence (record_id, kind);
create index on present.evidence (file_id);
create unique index on present.evidence (record_id, kind, coalesce(fiscal_year, 0), file_id);
comment on table present.evidence is 'A file attached to a record as evidence of a kind (จส.02, จส.03, รายงานปัญหา …), from a day on.';
select keep_history('file');
select keep_history('evidence');
