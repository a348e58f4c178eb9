-- The first key is made by the first start and has no line; the keys themselves lie in files.
create table present.letter_key (
  id bigint primary key default nextval('present.record_number'),
  key_id text not null unique check (key_id ~ '^[0-9a-f]{8}$'),
  made_on date not null,
  reason text not null check (reason <> '')
);
comment on table present.letter_key is 'Renewals of the key that signs the codes of letters: its number, since when, and why; the key itself lies in a file.';
select keep_history('letter_key');
