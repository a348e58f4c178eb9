-- What regulations of funds promise in fact: so much a night in hospital, steps by years of membership, and at most so many baht a year.
alter table present.welfare_rule add by_night boolean not null default false, add most_baht bigint check (most_baht > 0),
  add step_years smallint[] not null default '{}', add step_amounts bigint[] not null default '{}', add check (cardinality(step_years) = cardinality(step_amounts));
alter table history.welfare_rule add by_night boolean not null default false, add most_baht bigint, add step_years smallint[] not null default '{}', add step_amounts bigint[] not null default '{}';
select keep_history_anew('welfare_rule');
comment on table present.welfare_rule is 'The welfare that a fund''s regulations promise: after how many months of membership, how much for a case or for each night, in satang: from how many full years of membership on (steps), and for each year more; how often (or how many nights) and how much a year at most; with which papers.';

alter table present.welfare_claim add nights smallint check (nights > 0);
alter table history.welfare_claim add nights smallint;
select keep_history_anew('welfare_claim');
alter view past.welfare_claim set (security_invoker = true);
comment on column present.welfare_claim.nights is 'How many nights it is for, where the rule pays by the night.';
