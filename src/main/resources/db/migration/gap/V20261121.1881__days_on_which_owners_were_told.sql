-- On which days the owners of work were told what became overdue.
create table present.gap_told (day date primary key, told_at timestamptz not null default now());
comment on table present.gap_told is 'The days on which the owners of work were told what became overdue since the day before that.';
