-- Why nothing of an extract could be read: row, column, message and what fills it, of each fault.
alter table present.reconciliation add unreadable jsonb;
comment on column present.reconciliation.unreadable is 'Why nothing of the file could be read; null when it was, or nobody tried yet.';
