-- The targets of measures become targets of indicators: one agreement for each year that has some, one indicator for each measure.
do $$
begin
  if exists (select from present.target) then
    perform log.begin_change(null, 'migration', '', 'migration', 'Targets stand in the agreement.', null);
    insert into present.agreement (fiscal_year) select distinct fiscal_year from present.target;
    insert into present.indicator (fiscal_year, code, number, title, position, measuring, unit, source, measure_code)
      select fiscal_year, upper(replace(measure_code, '.', '-')), '', measure_code, row_number() over (order by measure_code), 'COUNT', 'unit', 'MEASURE', measure_code
      from (select distinct fiscal_year, measure_code from present.target) t;
    insert into present.indicator_target (indicator_id, quarter, place, amount)
      select i.id, 0, t.region_code, t.amount from present.target t join present.indicator i on i.fiscal_year = t.fiscal_year and i.measure_code = t.measure_code;
  end if;
end $$;
drop view past.target;
drop table present.target;
drop table history.target;
