-- The timeline of a council asks the history of what belongs to it; without these it would read all of it.
create index on history.council_member (council_id);
create index on history.council_term (council_id);
create index on history.council_meeting (council_id);
create index on history.council_mission (council_id);
create index on history.council_certification (council_id);
