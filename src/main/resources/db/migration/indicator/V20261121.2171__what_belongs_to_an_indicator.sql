-- So that a line of the log about a target, a result or a story leads to its indicator.
insert into history.whereabouts (table_name, owner_column, owner_table)
  select t, 'indicator_id', 'indicator' from unnest(array['indicator_target', 'target_movement', 'indicator_result', 'indicator_story']) t;
