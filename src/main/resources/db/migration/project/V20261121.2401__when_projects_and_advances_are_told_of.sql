-- After how many days, and from which share on, a project of a programme is told of under "My work": parameters of the programme's rule, not of the programme.
alter table present.programme_rule add contract_days int not null default 0 check (contract_days >= 0), add papers_days int not null default 0 check (papers_days >= 0), add late_days int not null default 0 check (late_days >= 0),
  add unpaid_days int not null default 15 check (unpaid_days >= 0), add behind_percent int not null default 30 check (behind_percent between 0 and 100);
alter table history.programme_rule add contract_days int not null default 0, add papers_days int not null default 0, add late_days int not null default 0, add unpaid_days int not null default 15, add behind_percent int not null default 30;
comment on column present.programme_rule.contract_days is 'Days after its approval from which a project without an agreement is told of; papers_days: after its agreement, one without its papers; late_days: after its day, an instalment that nobody asked for; unpaid_days: after its approval, a payment that has not left; behind_percent: the share of what was to be paid by now that is not paid.';
select keep_history_anew('programme_rule');

-- What an office does itself stands under its region's code, in no unit; gaps of such records are assigned and deferred as all others are.
alter table present.gap_case drop constraint gap_case_unit_code_fkey;
alter table present.gap_comment drop constraint gap_comment_unit_code_fkey;
comment on column present.gap_case.unit_code is 'The local unit in which the record lies, or the region whose office it is of.';
comment on column present.gap_comment.unit_code is 'The local unit in which the record lies, or the region whose office it is of.';
