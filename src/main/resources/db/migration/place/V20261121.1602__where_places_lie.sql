insert into history.whereabouts (table_name, unit_column) values ('unit', 'code'), ('unit_form', 'unit_code'), ('unit_tambon', 'unit_code'), ('village', 'unit_code');
