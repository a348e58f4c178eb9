-- A list walks through the organisations by name, and counts those of its units, without reading their rows: what it asks of each stands in the index.
drop index present.organisation_by_name;
create index organisation_by_name on present.organisation (name collate "th-TH-x-icu", id) include (unit_code, merged_into);
drop index present.organisation_unit_code_idx;
create index organisation_unit_code_idx on present.organisation (unit_code, merged_into);
