-- For timelines, which tell of the files that were attached to a record and withdrawn.
create index on history.evidence (record_id);
