-- Messages to the people who use the system. They are no records: what they tell stands in the records. They are written in the change that they tell of.
create table present.message (
  id bigint primary key default nextval('present.record_number'),
  account_id bigint not null references present.account (id),
  kind text not null check (kind <> ''),
  said_values text[] not null,
  link text not null check (link ~ '^/'),
  said_once_for text not null check (said_once_for <> ''),
  said_at timestamptz not null,
  read_at timestamptz,
  unique (account_id, kind, said_once_for)
);
create index on present.message (account_id, said_at);
create index message_unread on present.message (account_id) where read_at is null;
comment on table present.message is 'What the product tells a person: the kind of message, what fills its places, the page it leads to; once for each thing told.';

-- The outbox: what is to leave the house. Addresses do not stand here; they are read when a delivery leaves.
create table present.message_delivery (
  id bigint primary key default nextval('present.record_number'),
  account_id bigint not null references present.account (id),
  channel text not null check (channel in ('mail', 'line')),
  digest boolean not null,
  due_at timestamptz not null,
  token uuid not null default gen_random_uuid(),
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'dropped', 'failed')),
  attempts int not null default 0,
  fault text not null default '',
  ended_at timestamptz,
  check ((state = 'waiting') = (ended_at is null))
);
create index message_delivery_due on present.message_delivery (due_at, id) where state = 'waiting';
create unique index message_delivery_digest on present.message_delivery (account_id, channel, due_at) where digest and state = 'waiting';
comment on table present.message_delivery is 'The outbox: one e-mail or one push each, when it is due, and what became of it.';

create table present.message_in_delivery (
  delivery_id bigint not null references present.message_delivery (id),
  message_id bigint not null references present.message (id),
  primary key (delivery_id, message_id)
);
comment on table present.message_in_delivery is 'Which messages a delivery tells: one, or those of a digest.';

-- Written, in a transaction of its own, in the moment before the other side can accept: a delivery that waits and stands here may have arrived.
create table present.message_handing (
  delivery_id bigint not null references present.message_delivery (id),
  attempt int not null,
  handed_at timestamptz not null default clock_timestamp(),
  primary key (delivery_id, attempt)
);
comment on table present.message_handing is 'The moments in which a delivery was about to be accepted by the other side.';

create table present.message_preference (
  id bigint primary key default nextval('present.record_number'),
  account_id bigint not null unique references present.account (id),
  email_cipher bytea, line_cipher bytea,
  pace text not null check (pace in ('NOW', 'DAILY', 'WEEKLY', 'NEVER')),
  language text not null check (language in ('th', 'en'))
);
comment on table present.message_preference is 'Where and how often a person is told outside of the product; addresses are encrypted.';
select keep_history('message_preference');
