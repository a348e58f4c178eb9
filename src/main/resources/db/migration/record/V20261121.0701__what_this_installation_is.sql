-- One row once it is said; no row: an installation of real records.
create table present.installation (
  id bigint primary key default nextval('present.record_number'),
  demonstration boolean not null
);
create unique index on present.installation ((true));
comment on table present.installation is 'What this installation is: whether its records are simulated, which every page says.';
select keep_history('installation');
