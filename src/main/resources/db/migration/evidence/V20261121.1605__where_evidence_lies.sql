insert into history.whereabouts (table_name, owner_column, owner_kind_column) values ('evidence', 'record_id', 'record_kind');
