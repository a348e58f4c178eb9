-- The rules as they stand, each from the fiscal year in which it began to hold; a change of rule is a new row.
select log.begin_change(null, 'khabuan', 'migration', 'council.rule.set', 'มาตรา 19 และ 21 แห่ง พ.ร.บ. สภาองค์กรชุมชน พ.ศ. 2551; เกณฑ์ ก.พ.ร. ปี 2562', '2008-01-01');
insert into present.council_rule (code, from_fiscal_year, meetings, base_missions, other_missions) values ('concrete', 2551, 4, '{10,11,12}', 3);
insert into present.council_rule (code, from_fiscal_year, any_of, all_of, evidence) values ('capacity', 2562, '{4,5}', '{9}', '{problem-report,letter-copy,follow-up}');

-- What a council is called unless it says otherwise; forms and files alike ask here.
create function present.council_name(unit_type text, unit_name text) returns text language sql immutable as $$
  select 'สภาองค์กรชุมชน' || case unit_type when 'อบต.' then 'ตำบล' when 'ทต.' then 'เทศบาลตำบล' when 'ทม.' then 'เทศบาลเมือง' when 'ทน.' then 'เทศบาลนคร'
    when 'เขต' then 'เขต' else unit_type end || case when unit_type = 'เมืองพัทยา' then '' else unit_name end
$$;
comment on function present.council_name is 'The name of a council, derived from the type and the name of its unit.';

-- The list by name, in the order of the Thai dictionary.
create index council_by_name on present.council (name collate "th-TH-x-icu", id);
create index on present.council_certification (fiscal_year, council_id);
