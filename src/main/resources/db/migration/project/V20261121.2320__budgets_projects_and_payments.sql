-- Programmes differ only by configuration: a rule of a programme holds from a fiscal year on, until a later one.
create table present.programme (
  id bigint primary key default nextval('present.record_number'),
  code text not null unique check (code ~ '^[a-z][a-z0-9-]*$'),
  title text not null check (title <> ''), title_en text not null default '',
  fund text not null check (fund in ('state', 'codi')),
  category text not null check (category in ('development', 'personnel', 'administration', 'investment')),
  expense_code text not null references present.ledger_code (code),
  position int not null default 0
);
comment on table present.programme is 'Programmes (แผนงาน/โครงการหลัก) from whose frames projects are approved and expenditures made; fund says whose money, category which part of the budget.';

create table present.programme_rule (
  id bigint primary key default nextval('present.record_number'),
  programme text not null references present.programme (code),
  from_fiscal_year int not null check (from_fiscal_year between 2551 and 2700),
  counted_in text not null default 'household' check (counted_in in ('household', 'member', 'place', 'person', 'project')),
  most_each bigint check (most_each > 0),
  most_whole bigint check (most_whole > 0),
  papers text[] not null default '{}',
  bodies text[] not null default '{regional-subcommittee}' check (cardinality(bodies) > 0),
  shares int[] not null default '{100}',
  inspected boolean not null default true,
  unique (programme, from_fiscal_year)
);
comment on table present.programme_rule is 'The rule of a programme from a fiscal year on: ceilings in satang for each counted household or member and for a project, papers wanted before payment, the bodies that consider in their order, the shares of the instalments in hundredths.';

-- Frames: what a programme may approve in an office, of the money of a budget year. What stands in them is in the ledger.
create table present.frame (
  id bigint primary key default nextval('present.record_number'),
  budget_year int not null check (budget_year between 2551 and 2700),
  programme text not null references present.programme (code),
  office text not null references present.region (code),
  unique (budget_year, programme, office)
);
comment on table present.frame is 'Frames (กรอบงบ): a programme in an office for the money of a budget year. How much is granted, approved and left is in the ledger.';

create table present.budget_movement (
  id bigint primary key default nextval('present.record_number'),
  budget_year int not null check (budget_year between 2551 and 2700),
  act text not null check (act in ('budget', 'allot', 'transfer', 'over', 'carry')),
  fund text not null check (fund in ('state', 'codi')),
  category text not null default '',
  from_frame bigint references present.frame (id),
  to_frame bigint references present.frame (id),
  project_id bigint,
  amount bigint not null check (amount <> 0),
  decided_on date not null,
  body text not null check (body <> ''),
  reason text not null default '',
  entry_id bigint references present.journal_entry (id),
  check (from_frame is distinct from to_frame or from_frame is null),
  check (act <> 'over' or reason <> '')
);
create index on present.budget_movement (budget_year);
comment on table present.budget_movement is 'Decisions on the budget: given by law (budget), allotted to a frame, moved between frames, allowed beyond a frame by a higher body (over), carried to the next year (carry); in satang, with the body, the day and the file that bears it.';

create table present.project (
  id bigint primary key default nextval('present.record_number'),
  code text not null unique,
  frame_id bigint not null references present.frame (id),
  unit_code text not null references present.unit (code),
  council_id bigint references present.council (id),
  organisation_id bigint references present.organisation (id),
  title text not null check (title <> ''),
  state text not null default 'draft' check (state in ('draft', 'submitted', 'screened', 'considered', 'approved', 'contracted', 'running', 'closed', 'returned', 'rejected', 'cancelled')),
  drafted_by bigint references present.account (id)
);
create index on present.project (frame_id);
create index on present.project (unit_code);
create index on present.project (council_id) where council_id is not null;
create index on present.project (organisation_id) where organisation_id is not null;
create index project_title_trgm on present.project using gin (title gin_trgm_ops);
comment on table present.project is 'Projects that communities carry out themselves (โครงการ), each within a frame. Its money is in the ledger, by record_id.';

create table present.project_step (
  id bigint primary key default nextval('present.record_number'),
  project_id bigint not null references present.project (id),
  state text not null, on_date date not null,
  body text not null default '', resolution text not null default '', reason text not null default '',
  taken_by bigint references present.account (id), taken_name text not null default '',
  meeting_id bigint
);
create index on present.project_step (project_id);
create index on present.project_step (meeting_id) where meeting_id is not null;
comment on table present.project_step is 'The states of a project: on which day, by whom or by which body and resolution, and why.';

create table present.project_plan (
  id bigint primary key default nextval('present.record_number'),
  project_id bigint not null references present.project (id),
  edition int not null check (edition >= 1),
  objectives text not null default '', results text not null default '', indicator_code text not null default '',
  counted int check (counted > 0),
  amount bigint not null check (amount > 0),
  starts_on date not null, ends_on date not null check (ends_on >= starts_on),
  reason text not null default '',
  in_force_on date, superseded_on date, refused_on date,
  unique (project_id, edition)
);
comment on table present.project_plan is 'Plans of a project, edition by edition: the amount asked for in satang, the households or members counted, what for and from when to when. A change of plan is a new edition, in force when the same bodies have consented.';

create table present.project_line (
  id bigint primary key default nextval('present.record_number'),
  plan_id bigint not null references present.project_plan (id),
  kind text not null check (kind in ('activity', 'cost', 'contribution')),
  number int not null, title text not null check (title <> ''),
  partner text not null default '', amount bigint not null default 0 check (amount >= 0), due_on date,
  unique (plan_id, kind, number)
);
comment on table present.project_line is 'Lines of a plan: activities with their days, costs that add to the amount, and what partners contribute (in satang).';

-- Committees decide in meetings.
create table present.committee_meeting (
  id bigint primary key default nextval('present.record_number'),
  body text not null check (body in ('screening', 'working-group', 'regional-subcommittee', 'board')),
  office text not null references present.region (code),
  fiscal_year int not null, number int not null check (number > 0),
  held_on date not null, venue text not null default '', chair text not null default '',
  closed_on date,
  unique (body, office, fiscal_year, number)
);
comment on table present.committee_meeting is 'Meetings of the bodies that consider and approve; closed when their minutes are.';

create table present.committee_item (
  id bigint primary key default nextval('present.record_number'),
  meeting_id bigint not null references present.committee_meeting (id),
  position int not null,
  plan_id bigint not null references present.project_plan (id),
  decision text check (decision in ('consented', 'returned', 'rejected', 'postponed')),
  resolution text not null default '', amount bigint check (amount > 0),
  decided_by bigint references present.account (id),
  unique (meeting_id, plan_id), unique (meeting_id, position)
);
create index on present.committee_item (plan_id);
comment on table present.committee_item is 'The agenda of a meeting: which plans were considered, and what was decided of each.';

-- Money to a project: instalments, their inspection, the request, the payment, the return.
create table present.instalment (
  id bigint primary key default nextval('present.record_number'),
  project_id bigint not null references present.project (id),
  number int not null check (number >= 1),
  amount bigint not null check (amount > 0),
  due_on date not null, condition text not null default '',
  cancelled_on date,
  unique (project_id, number)
);
comment on table present.instalment is 'Instalments (งวด) of an approved project, in satang; together they never exceed what is approved.';

create table present.inspection (
  id bigint primary key default nextval('present.record_number'),
  instalment_id bigint not null references present.instalment (id),
  held_on date not null, inspectors text not null check (inspectors <> ''),
  passed boolean not null, note text not null default ''
);
create index on present.inspection (instalment_id);
comment on table present.inspection is 'Inspections by the joint group of community and agencies (คณะทำงานตรวจงวดงาน), before an instalment is paid.';

create table present.payment_request (
  id bigint primary key default nextval('present.record_number'),
  instalment_id bigint not null references present.instalment (id),
  requested_on date not null, requested_by bigint references present.account (id),
  checked_on date, checked_by bigint references present.account (id),
  approved_on date, approved_by bigint references present.account (id),
  refused_on date, reason text not null default '',
  payment_id bigint,
  constraint checker_is_not_maker check (checked_by is distinct from requested_by or checked_by is null),
  constraint approver_is_not_requester check (approved_by is null or approved_by is distinct from requested_by and approved_by is distinct from checked_by)
);
create unique index one_open_request on present.payment_request (instalment_id) where refused_on is null;
comment on table present.payment_request is 'Requests to pay an instalment (เบิกงวด): requested, checked and approved by three people; one that is not refused for each instalment.';

create table present.project_return (
  id bigint primary key default nextval('present.record_number'),
  project_id bigint not null references present.project (id),
  returned_on date not null, amount bigint not null check (amount > 0),
  reason text not null check (reason <> ''), entry_id bigint references present.journal_entry (id)
);
create index on present.project_return (project_id);
comment on table present.project_return is 'Money that came back from a project (คืนงบ), in satang: a movement of its own.';

-- What an office spends itself, without a project.
create table present.expenditure (
  id bigint primary key default nextval('present.record_number'),
  frame_id bigint not null references present.frame (id),
  office text not null references present.region (code),
  spent_on date not null, amount bigint not null check (amount > 0),
  purpose text not null check (purpose <> ''), payee text not null default '', entry_id bigint references present.journal_entry (id)
);
create index on present.expenditure (frame_id);
comment on table present.expenditure is 'What an office or the centre spends itself out of a frame (งบดำเนินงาน), in satang.';

select keep_history(t) from unnest(array['programme', 'programme_rule', 'frame', 'budget_movement', 'project', 'project_step', 'project_plan', 'project_line', 'committee_meeting', 'committee_item',
  'instalment', 'inspection', 'payment_request', 'project_return', 'expenditure']) t;
insert into history.whereabouts (table_name, unit_column) values ('project', 'unit_code'), ('expenditure', 'office'), ('frame', 'office');
insert into history.whereabouts (table_name, owner_column, owner_table)
  select t, 'project_id', 'project' from unnest(array['project_step', 'project_plan', 'instalment', 'project_return']) t;
insert into history.whereabouts (table_name, owner_column, owner_table) values ('project_line', 'plan_id', 'project_plan'), ('inspection', 'instalment_id', 'instalment'), ('payment_request', 'instalment_id', 'instalment');
