-- Where a person is signed in, and with which keys. A session is known by the hash of the key that the browser holds.
create table present.session (
  id bigint primary key default nextval('present.record_number'),
  key_hash bytea not null unique,
  account_id bigint not null references present.account (id),
  door text not null check (door in ('password', 'passkey')),
  began_at timestamptz not null default clock_timestamp(), seen_at timestamptz not null default clock_timestamp(),
  address text not null, agent text not null default '',
  ended_at timestamptz
);
create index on present.session (account_id, began_at);
comment on table present.session is 'Where a person is or was signed in; ended by the person, by an administrator, or by time.';

create table present.passkey (
  id bigint primary key default nextval('present.record_number'),
  account_id bigint not null references present.account (id),
  credential_id bytea not null unique,
  public_key bytea not null, signature_count bigint not null,
  user_verified boolean not null, backup_eligible boolean not null, backup_state boolean not null, transports text not null default '',
  label text not null,
  added_at timestamptz not null default now(), used_at timestamptz, withdrawn_on date
);
create index on present.passkey (account_id);
comment on table present.passkey is 'A key of a person on a device (passkey, WebAuthn); a withdrawn one opens nothing.';

-- Wrong tries are counted in the log itself.
create index on log.entry (actor, id) where act in ('access.sign-in', 'access.sign-in-refused', 'access.unlocked');
create index on log.entry (address, at) where act = 'access.sign-in-refused';
