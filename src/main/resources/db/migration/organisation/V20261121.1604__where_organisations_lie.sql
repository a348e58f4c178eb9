insert into history.whereabouts (table_name, unit_column) values ('organisation', 'unit_code');
insert into history.whereabouts (table_name, owner_column, owner_table)
  select t, 'organisation_id', 'organisation' from unnest(array['organisation_sighting', 'organisation_certification']) t;
