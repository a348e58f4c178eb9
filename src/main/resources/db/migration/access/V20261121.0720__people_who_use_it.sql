create table present.account (
  id bigint primary key default nextval('present.record_number'),
  name text not null unique check (name ~ '^[a-z0-9][a-z0-9._-]{1,62}$'),
  full_name text not null,
  role text not null check (role in ('ADMINISTRATOR', 'CENTRE_OFFICER', 'REGIONAL_OFFICER', 'RECORDER', 'EXECUTIVE', 'AUDITOR', 'COMMUNITY')),
  -- where: '' the country, or the code of a region, province, district or unit
  scope_level text not null default 'country' check (scope_level in ('country', 'region', 'province', 'district', 'unit')),
  scope_code text not null default '',
  -- which rooms, empty for all that the role opens
  rooms text[] not null default '{}',
  password_hash text, password_must_change boolean not null default true,
  locked_until timestamptz, disabled_on date
);
comment on table present.account is 'A person who uses the system: role, and the places and rooms that are theirs.';
select keep_history('account');
