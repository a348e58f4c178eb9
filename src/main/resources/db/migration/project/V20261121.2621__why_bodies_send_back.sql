-- Why a body returned, rejected or postponed what was before it: the minutes tell it, of changes of plans too.
alter table present.committee_item add reason text not null default '';
alter table history.committee_item add reason text not null default '';
comment on column present.committee_item.reason is 'Why it was returned, rejected or postponed; empty for consent.';
select keep_history_anew('committee_item');
