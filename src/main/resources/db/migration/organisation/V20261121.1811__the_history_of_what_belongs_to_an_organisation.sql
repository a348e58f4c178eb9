-- For the timeline of an organisation, which tells of its checks and certifications too.
create index on history.organisation_sighting (organisation_id);
create index on history.organisation_certification (organisation_id);
