-- What somebody chose to see, kept under a name; the choices stand as an address carries them. Only its owner changes it or takes it back.
create table present.exploration (
  id bigint primary key default nextval('present.record_number'),
  account_id bigint not null, owner text not null,
  name text not null check (name <> '' and length(name) <= 120),
  query text not null check (query <> '' and length(query) <= 4000),
  shared boolean not null,
  unique (account_id, name)
);
create index on present.exploration (name) where shared;
comment on table present.exploration is 'A view of the figures (มุมมองตัวเลข) that somebody keeps under a name: measures, rows, columns, place and time; shared with everybody signed in, or not.';
select keep_history('exploration');

create table present.exploration_pin (
  id bigint primary key default nextval('present.record_number'),
  account_id bigint not null,
  exploration_id bigint not null references present.exploration (id),
  position int not null,
  unique (account_id, exploration_id)
);
create index on present.exploration_pin (exploration_id);
comment on table present.exploration_pin is 'What a person sees on the dashboard (หน้าปัด), in that person''s order.';
select keep_history('exploration_pin');
