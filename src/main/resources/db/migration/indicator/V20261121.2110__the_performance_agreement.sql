-- The performance agreement of a fiscal year: a tree of strategies, plans and work items, and the indicators (KPI) under them.
create table present.agreement (
  id bigint primary key default nextval('present.record_number'),
  fiscal_year int not null unique check (fiscal_year between 2551 and 2700),
  -- a quarter is red below the one, green above the other, yellow between them, both bounds included
  red_below numeric not null default 50, green_above numeric not null default 80,
  -- the day on which it was signed: from then on its targets are moved by adjustments only
  signed_on date,
  check (0 <= red_below and red_below <= green_above)
);
comment on table present.agreement is 'The performance agreement of a fiscal year, with the bounds of its traffic lights.';

create table present.agreement_heading (
  id bigint primary key default nextval('present.record_number'),
  fiscal_year int not null references present.agreement (fiscal_year),
  parent_id bigint references present.agreement_heading (id),
  kind text not null check (kind in ('STRATEGY', 'PLAN', 'WORK')),
  -- as printed before the title: "4.1"; "" for none
  number text not null, title text not null check (title <> ''),
  position int not null
);
create index on present.agreement_heading (fiscal_year);
comment on table present.agreement_heading is 'Strategies, plans and work items of an agreement, as a tree.';

create table present.indicator (
  id bigint primary key default nextval('present.record_number'),
  fiscal_year int not null references present.agreement (fiscal_year),
  heading_id bigint references present.agreement_heading (id),
  -- the indicator whose total this one is a part of
  part_of bigint references present.indicator (id),
  -- the same in all years, apart from the number that is printed
  code text not null check (code ~ '^[A-Z0-9][A-Z0-9.-]{0,29}$'),
  number text not null, title text not null check (title <> ''), criteria text not null default '',
  position int not null,
  measuring text not null check (measuring in ('COUNT', 'STOCK', 'RATIO', 'SHARE', 'SCORE', 'MILESTONE', 'NARRATIVE')),
  unit text not null, decimals int not null default 0 check (decimals between 0 and 4),
  -- what the shares of a SHARE are of: 275 people
  base numeric check (base > 0), check ((measuring = 'SHARE') = (base is not null)),
  owner text not null default '',
  -- ก.พ.ร.: passes when the result, or the percentage of the year's target, is at least this
  opdc boolean not null default false, pass_at numeric, pass_by text not null default 'RESULT' check (pass_by in ('RESULT', 'PERCENT')),
  source text not null check (source in ('MEASURE', 'SUM', 'ENTERED')),
  measure_code text, check ((source = 'MEASURE') = (measure_code is not null)),
  -- a measure of the work in hand: begun, but not yet counted
  in_hand_code text,
  sdg text not null default '', national_strategy text not null default '', ministry_plan text not null default '',
  remark text not null default '',
  unique (fiscal_year, code), check (part_of <> id)
);
create index on present.indicator (part_of) where part_of is not null;
comment on table present.indicator is 'Indicators (KPI) of an agreement: what is counted, in which unit, where the result comes from, who owns it.';

-- Quarter 0 is the year; place TH the whole country, CENTRE the centre, otherwise a region.
create table present.indicator_target (
  id bigint primary key default nextval('present.record_number'),
  indicator_id bigint not null references present.indicator (id),
  quarter int not null check (quarter between 0 and 4), place text not null,
  amount numeric check (amount >= 0),
  -- a milestone, or words printed instead of an amount
  words text not null default '', check (amount is not null or words <> ''),
  unique (indicator_id, quarter, place)
);
comment on table present.indicator_target is 'The targets as they were agreed; adjustments stand beside them.';

create table present.target_adjustment (
  id bigint primary key default nextval('present.record_number'),
  fiscal_year int not null references present.agreement (fiscal_year),
  decided_on date not null, body text not null check (body <> ''), reason text not null check (reason <> '')
);
comment on table present.target_adjustment is 'Adjustments of targets: which body decided, when and why.';
create table present.target_movement (
  id bigint primary key default nextval('present.record_number'),
  adjustment_id bigint not null references present.target_adjustment (id),
  indicator_id bigint not null references present.indicator (id),
  quarter int not null check (quarter between 0 and 4), place text not null,
  amount numeric not null check (amount <> 0)
);
create index on present.target_movement (indicator_id);
create index on present.target_movement (adjustment_id);
comment on table present.target_movement is 'What an adjustment adds to a target, or takes from it.';

create table present.indicator_result (
  id bigint primary key default nextval('present.record_number'),
  indicator_id bigint not null references present.indicator (id),
  quarter int not null check (quarter between 1 and 4), place text not null,
  -- null: nothing new in this quarter, which is said; no row: nobody has reported
  amount numeric check (amount >= 0),
  -- what the amount of a RATIO is of
  whole numeric check (whole > 0),
  recorded_by bigint, recorded_name text not null, recorded_on date not null,
  certified_by bigint, certified_name text not null default '', certified_on date,
  returned_because text not null default '',
  unique (indicator_id, quarter, place),
  check ((certified_on is null) = (certified_name = '')),
  -- never the same person
  check (certified_by is null or certified_by <> recorded_by),
  check (certified_on is null or returned_because = '')
);
comment on table present.indicator_result is 'Results that are entered: recorded by one person, certified by another.';

create table present.indicator_story (
  id bigint primary key default nextval('present.record_number'),
  indicator_id bigint not null references present.indicator (id),
  quarter int not null check (quarter between 1 and 4), place text not null,
  done text not null default '', breakdown text not null default '', example text not null default '',
  outcome text not null default '', problem text not null default '', next_step text not null default '',
  unique (indicator_id, quarter, place)
);
comment on table present.indicator_story is 'The story of a result: what was done, its breakdown, an example, the outcome, problems, the next step.';

-- A quarter closes on its day, or on the one to which it was extended; each close is kept.
create table present.agreement_quarter (
  id bigint primary key default nextval('present.record_number'),
  fiscal_year int not null references present.agreement (fiscal_year), quarter int not null check (quarter between 1 and 4),
  due_on date not null, extended_to date, extended_because text not null default '',
  closed boolean not null default false,
  unique (fiscal_year, quarter),
  check (extended_to is null or extended_to > due_on and extended_because <> '')
);
comment on table present.agreement_quarter is 'Until when the results of a quarter are entered, and whether it is closed.';
create table present.quarter_close (
  id bigint primary key default nextval('present.record_number'),
  fiscal_year int not null references present.agreement (fiscal_year), quarter int not null check (quarter between 1 and 4),
  number int not null check (number > 0),
  as_of date not null, known_at timestamptz not null, closed_by text not null,
  reopened_by text, reopened_because text, check ((reopened_by is null) = (reopened_because is null) and reopened_because <> ''),
  unique (fiscal_year, quarter, number)
);
comment on table present.quarter_close is 'The closes of a quarter: the moment at which its figures stand, and why it was opened again.';
create table present.closed_cell (
  close_id bigint not null references present.quarter_close (id),
  indicator_id bigint not null references present.indicator (id), place text not null,
  quarter int not null check (quarter between 0 and 4),
  target numeric, carried numeric, result numeric, said text not null check (said in ('FIGURE', 'NOTHING_NEW', 'NO_REPORT')),
  primary key (close_id, indicator_id, place, quarter)
);
comment on table present.closed_cell is 'The figures of a close, as they were: targets and results by indicator, place and quarter.';

select keep_history(t) from unnest(array['agreement', 'agreement_heading', 'indicator', 'indicator_target', 'target_adjustment', 'target_movement', 'indicator_result', 'indicator_story',
  'agreement_quarter', 'quarter_close']) t;

-- What stands in a closed quarter does not move, at any door; a closed year neither.
create function present.refuse_change_of_closed_quarter() returns trigger language plpgsql as $$
declare changed record; item bigint;
begin
  for changed in select * from (values (to_jsonb(new)), (to_jsonb(old))) v (line) where line is not null loop
    item := (changed.line ->> 'indicator_id')::bigint;
    if exists (select from present.agreement_quarter q join present.indicator i on i.fiscal_year = q.fiscal_year
               where i.id = item and q.closed and q.quarter = case (changed.line ->> 'quarter')::int when 0 then 4 else (changed.line ->> 'quarter')::int end) then
      raise exception 'A closed quarter does not change.' using errcode = 'KH004';
    end if;
  end loop;
  return coalesce(new, old);
end $$;
create trigger a_closed_quarter_stays before insert or update or delete on present.indicator_target for each row execute function present.refuse_change_of_closed_quarter();
create trigger a_closed_quarter_stays before insert or update or delete on present.target_movement for each row execute function present.refuse_change_of_closed_quarter();
create trigger a_closed_quarter_stays before insert or update or delete on present.indicator_result for each row execute function present.refuse_change_of_closed_quarter();
create trigger a_closed_quarter_stays before insert or update or delete on present.indicator_story for each row execute function present.refuse_change_of_closed_quarter();

-- What was signed is moved by adjustments, not rewritten.
create function present.refuse_change_of_signed_target() returns trigger language plpgsql as $$
begin
  if exists (select from present.agreement a join present.indicator i on i.fiscal_year = a.fiscal_year where i.id = coalesce(new.indicator_id, old.indicator_id) and a.signed_on is not null) then
    raise exception 'A signed target is adjusted, not rewritten.' using errcode = 'KH005';
  end if;
  return coalesce(new, old);
end $$;
create trigger a_signed_target_stays before insert or update or delete on present.indicator_target for each row execute function present.refuse_change_of_signed_target();
-- The figures of a close are written once.
create function present.refuse_change_of_closed_cell() returns trigger language plpgsql as $$
begin
  raise exception 'The figures of a close do not change.' using errcode = 'KH004';
end $$;
create trigger a_close_stays before update or delete on present.closed_cell for each row execute function present.refuse_change_of_closed_cell();
