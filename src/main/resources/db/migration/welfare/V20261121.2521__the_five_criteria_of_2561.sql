-- In fiscal year 2561 five others made the quality of a fund: those that 1.2, 1.4, 1.5, 1.6 and 1.7 of 2562 ask for too.
select log.begin_change(null, 'khabuan', 'migration', 'welfare.criteria', 'เกณฑ์คุณภาพกองทุนสวัสดิการชุมชน 5 ข้อ ปี 2561', '2018-01-01 00:00+07');
insert into present.welfare_criterion (code, from_date, until_date, position, evidence, contents, reckoned, all_of) values
  ('1.2', '2017-10-01', '2018-10-01', 2, '{}', '{}', 'beyond-basic', '{}'),
  ('1.4', '2017-10-01', '2018-10-01', 4, '{}', '{}', 'disadvantaged', '{}'),
  ('1.5', '2017-10-01', '2018-10-01', 5, '{}', '{}', 'members-grew', '{}'),
  ('1.6', '2017-10-01', '2018-10-01', 6, '{}', '{}', 'supported', '{}'),
  ('1.7', '2017-10-01', '2018-10-01', 7, '{}', '{}', 'money-grew', '{}'),
  ('five', '2017-10-01', '2018-10-01', 12, '{}', '{}', null, '{1.2,1.4,1.5,1.6,1.7}');
