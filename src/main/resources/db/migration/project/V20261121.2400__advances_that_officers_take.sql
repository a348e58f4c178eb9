-- Advances (เงินยืมทดรอง): an officer takes money for the work of an office, and clears it with receipts and what is given back. Account 1200 is guarded, so that no more is ever cleared than was taken.
create table present.advance_rule (
  id bigint primary key default nextval('present.record_number'),
  from_fiscal_year int not null unique check (from_fiscal_year between 2551 and 2700),
  days_to_clear int not null check (days_to_clear between 1 and 365),
  bands int[] not null check (cardinality(bands) = 3 and bands[1] > 0 and bands[2] > bands[1] and bands[3] > bands[2])
);
comment on table present.advance_rule is 'How advances are watched from a fiscal year on: the days within which they are cleared, and after how many days over their day they are told of once, again, and gravely.';

create table present.advance (
  id bigint primary key default nextval('present.record_number'),
  code text not null unique,
  frame_id bigint not null references present.frame (id),
  office text not null references present.region (code),
  project_id bigint references present.project (id),
  borrower text not null check (borrower <> ''),
  purpose text not null check (purpose <> ''),
  amount bigint not null check (amount > 0),
  asked_on date not null, asked_by bigint references present.account (id),
  due_on date not null check (due_on >= asked_on),
  approved_on date, approved_by bigint references present.account (id),
  refused_on date, refusal text not null default '' check (refused_on is null or refusal <> ''),
  payment_id bigint references present.payment (id),
  cleared_on date,
  constraint advance_approver_is_not_asker check (approved_by is null or approved_by is distinct from asked_by),
  check (refused_on is null or approved_on is null),
  check (payment_id is null or approved_on is not null)
);
create index on present.advance (office);
create index on present.advance (frame_id);
create index on present.advance (project_id) where project_id is not null;
create index on present.advance (due_on) where cleared_on is null;
comment on table present.advance is 'Advances out of a frame, in satang: asked for by one person, approved by another, released in a payment batch, and cleared when nothing of it is left on account 1200. office is the office of the frame.';

create table present.advance_clearing (
  id bigint primary key default nextval('present.record_number'),
  advance_id bigint not null references present.advance (id),
  kind text not null check (kind in ('receipts', 'cash')),
  cleared_on date not null, amount bigint not null check (amount > 0),
  note text not null default '', entry_id bigint not null references present.journal_entry (id),
  cleared_by bigint references present.account (id)
);
create index on present.advance_clearing (advance_id);
comment on table present.advance_clearing is 'What an advance was cleared by, part by part, in satang: receipts, which are spent out of the frame, or cash that was given back.';

select keep_history(t) from unnest(array['advance_rule', 'advance', 'advance_clearing']) t;
insert into history.whereabouts (table_name, unit_column) values ('advance', 'office');
insert into history.whereabouts (table_name, owner_column, owner_table) values ('advance_clearing', 'advance_id', 'advance');

select log.begin_change(null, 'khabuan', 'migration', 'advance.rule', 'ระเบียบเงินยืมทดรองที่มากับระบบ', null);
insert into present.advance_rule (from_fiscal_year, days_to_clear, bands) values (2551, 30, '{30,60,90}');
