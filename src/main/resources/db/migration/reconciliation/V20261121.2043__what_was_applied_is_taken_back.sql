-- An application is taken back as one change: its rows are undone, or left where the record was changed since.
alter table present.reconciliation_row drop constraint reconciliation_row_outcome_check;
alter table present.reconciliation_row add constraint reconciliation_row_outcome_check check (outcome in ('applied', 'refused', 'moved-on', 'noted', 'undone', 'left'));
alter table present.reconciliation_row add applied_last text[] not null default '{}';
comment on column present.reconciliation_row.applied_last is 'The fields that the last application took; those of all of them stand in applied.';
create index on present.reconciliation_row (reconciliation_id, change_id) where outcome = 'applied';
