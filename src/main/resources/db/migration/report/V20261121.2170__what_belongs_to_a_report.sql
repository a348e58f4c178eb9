-- So that a line of the log about a text, a print, a data date or a confirmation leads to its report.
insert into history.whereabouts (table_name, owner_column, owner_table)
  select t, 'report_id', 'report' from unnest(array['report_text', 'report_print', 'report_table_date', 'report_confirmation']) t;
