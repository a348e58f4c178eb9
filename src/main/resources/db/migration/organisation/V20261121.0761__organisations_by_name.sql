-- The list by name, in the order of the Thai dictionary, and by what its filters ask.
create index organisation_by_name on present.organisation (name collate "th-TH-x-icu", id);
create index on present.organisation_certification (fiscal_year, organisation_id);
