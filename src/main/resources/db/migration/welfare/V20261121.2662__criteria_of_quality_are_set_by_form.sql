-- The centre sets new versions of the criteria of quality: in words of its own, by another paper, of other parts, and says whether what was attested under the version before still holds.
alter table present.welfare_criterion add wording text not null default '', add carries boolean not null default false,
  add least smallint, add check (least is null or least between 1 and cardinality(all_of));
alter table history.welfare_criterion add wording text not null default '', add carries boolean not null default false, add least smallint;
select keep_history_anew('welfare_criterion');
comment on table present.welfare_criterion is 'Criteria of the quality of funds, in versions: in which words (empty: as shipped), which papers prove one (any of them), what the paper must hold, what reckoning of statements stands beside it, whether what was attested under the version before holds for it; a criterion that is made of others names them in all_of, and at least how many of them must be met (empty: all).';
