-- The report tells four kinds of operating expense apart; managing projects (5210) had no frame of its own.
select log.begin_change(null, 'khabuan', 'migration', 'programme.ship', 'ค่าใช้จ่ายตามประเภทในรายงานปี 2561', null);
insert into present.programme (code, title, title_en, fund, category, expense_code, position) values
  ('operation-projects', 'งบพัฒนาบริหารจัดการโครงการ', 'Managing projects', 'codi', 'development', '5210', 20);
