-- The programmes as the reports of 2561–2562 name them. Ceilings: some 19,000 baht a house of Ban Pho Phiang, 72,000 for each household affected along the canals, 365 a member and year proposed for the welfare funds.
select log.begin_change(null, 'khabuan', 'migration', 'programme.ship', 'แผนงานตามรายงานปี 2561–2562', null);
insert into present.programme (code, title, title_en, fund, category, expense_code, position) values
  ('baan-mankong', 'โครงการบ้านมั่นคง', 'Baan Mankong', 'state', 'development', '5100', 1),
  ('canal', 'โครงการพัฒนาที่อยู่อาศัยชุมชนริมคลอง', 'Canal-side housing', 'state', 'development', '5100', 2),
  ('canal-affected', 'ช่วยเหลือผู้ได้รับผลกระทบชุมชนริมคลอง', 'Help for those affected along the canals', 'state', 'development', '5100', 3),
  ('baan-phor-phiang', 'โครงการบ้านพอเพียงชนบท', 'Baan Phor Phiang (rural)', 'state', 'development', '5100', 4),
  ('homeless', 'โครงการพัฒนาคุณภาพชีวิตกลุ่มคนไร้บ้าน', 'The homeless', 'state', 'development', '5100', 5),
  ('temporary-housing', 'โครงการที่อยู่อาศัยชั่วคราว', 'Temporary housing', 'state', 'development', '5100', 6),
  ('welfare', 'โครงการสนับสนุนการจัดสวัสดิการชุมชน', 'Community welfare', 'state', 'development', '5100', 7),
  ('community', 'โครงการพัฒนาขบวนองค์กรชุมชนและภาคี', 'The movement and its partners', 'state', 'development', '5100', 8),
  ('operation-development', 'งบพัฒนาของสถาบัน', 'Development by the institute', 'codi', 'development', '5220', 20),
  ('operation-personnel', 'งบบุคลากร', 'Personnel', 'codi', 'personnel', '5200', 21),
  ('operation-administration', 'งบบริหารจัดการ', 'Administration', 'codi', 'administration', '5230', 22),
  ('operation-investment', 'งบลงทุน', 'Investment', 'codi', 'investment', '1400', 23);
insert into present.programme_rule (programme, from_fiscal_year, counted_in, most_each, most_whole, papers, bodies, shares, inspected) values
  ('baan-mankong', 2551, 'household', 8000000, null, '{proposal,household-list,contract,bank-book}', '{screening,working-group,regional-subcommittee}', '{40,40,20}', true),
  ('canal', 2559, 'household', 14700000, null, '{proposal,household-list,contract,bank-book}', '{screening,working-group,regional-subcommittee}', '{50,50}', true),
  ('canal-affected', 2559, 'household', 7200000, null, '{household-list,contract,bank-book}', '{working-group,regional-subcommittee}', '{100}', false),
  ('baan-phor-phiang', 2560, 'household', 1900000, null, '{proposal,household-list,contract,bank-book}', '{working-group,regional-subcommittee}', '{80,20}', true),
  ('homeless', 2559, 'place', null, null, '{proposal,contract,bank-book}', '{working-group,board}', '{50,50}', true),
  ('temporary-housing', 2551, 'household', 1800000, null, '{household-list,contract,bank-book}', '{regional-subcommittee}', '{100}', false),
  ('welfare', 2553, 'member', 36500, null, '{proposal,contract,bank-book}', '{working-group,regional-subcommittee}', '{100}', false),
  ('community', 2551, 'project', null, null, '{proposal,contract,bank-book}', '{working-group,regional-subcommittee}', '{60,40}', false);
