insert into history.whereabouts (table_name, unit_column) values ('council', 'unit_code');
insert into history.whereabouts (table_name, owner_column, owner_table)
  select t, 'council_id', 'council' from unnest(array['council_member', 'council_term', 'council_meeting', 'council_mission', 'council_certification']) t;
