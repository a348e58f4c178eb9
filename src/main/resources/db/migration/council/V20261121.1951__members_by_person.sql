-- The memberships of a person, which go with the person when two are found to be one.
create index on present.council_member (person_id);
