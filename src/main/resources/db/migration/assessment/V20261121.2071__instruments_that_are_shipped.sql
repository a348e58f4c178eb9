-- The instruments of the reports that the house was built from. All are drafts: a centre looks at them, mends them and publishes them.
create function pg_temp.instrument(code text, name text, name_en text, subject text, from_year int, source text, note text) returns bigint language plpgsql as $$
declare instrument bigint; edition bigint;
begin
  insert into present.instrument (code, name, name_en, subject) values (code, name, name_en, subject) returning id into instrument;
  insert into present.instrument_edition (instrument_id, from_fiscal_year, source, note) values (instrument, from_year, source, note) returning id into edition;
  return edition;
end $$;
create function pg_temp.dimension(edition bigint, dimension_name text, dimension_weight numeric default null) returns void language sql as $$
  insert into present.instrument_dimension (edition_id, position, name, weight)
  select edition, 1 + count(*), dimension_name, dimension_weight from present.instrument_dimension where edition_id = edition
$$;
-- An item of the dimension that was added last.
create function pg_temp.item(edition bigint, item_text text, manner text, most int, item_weight numeric, evidence text default 'none', goal text default '', aspect text default '') returns bigint language plpgsql as $$
declare number bigint; dimension bigint := (select id from present.instrument_dimension where edition_id = edition order by position desc limit 1);
begin
  insert into present.instrument_item (edition_id, dimension_id, position, goal, aspect, text, kind, most, weight, evidence)
  select edition, dimension, 1 + count(*), item.goal, item.aspect, item_text, manner, item.most, item_weight, item.evidence from present.instrument_item where edition_id = edition returning id into number;
  return number;
end $$;
create function pg_temp.choice(edition bigint, item bigint, label text, points int) returns void language sql as $$
  insert into present.instrument_choice (edition_id, item_id, position, label, points) select edition, item, 1 + count(*), choice.label, choice.points from present.instrument_choice where item_id = item
$$;
create function pg_temp.level(edition bigint, code text, name text, from_score numeric, passing boolean default false) returns void language sql as $$
  insert into present.instrument_level (edition_id, code, name, from_score, passing) values (edition, code, name, from_score, passing)
$$;

select log.begin_change(null, 'khabuan', 'migration', 'instrument.ship', 'แบบสอบทานคุณภาพสภาองค์กรชุมชน: เปิดใช้ 2 เมษายน 2562', '2019-04-01 17:00+00');
do $$
declare e bigint; i bigint;
begin
  e := pg_temp.instrument('council-quality', 'การสอบทานคุณภาพสภาองค์กรชุมชนตำบล', 'Quality review of councils', 'council', 2561,
    'รายงานสำนักยุทธศาสตร์ฯ ไตรมาส 4/2562 (เกณฑ์ 81–100 = A, 61–80 = B, 0–60 = C); รายงานประจำปี 2564 (สามด้าน)',
    'รายงานพิมพ์ช่วงคะแนนของระดับและชื่อด้าน แต่ไม่ได้พิมพ์ข้อคำถาม ข้อคำถามในฉบับนี้ระบบร่างจากมาตรา 19 และมาตรา 21 ให้สำนักงานตรวจแก้ก่อนประกาศใช้ ช่วงคะแนนที่พิมพ์เว้นช่วง 60–61 และ 80–81 ไว้ ฉบับนี้ปิดช่องว่างด้วยขอบล่าง 61 และ 81');
  perform pg_temp.dimension(e, 'ด้านการประชุม');
  i := pg_temp.item(e, 'จำนวนครั้งที่ประชุมสภาองค์กรชุมชนในปี (มาตรา 19 กำหนดไม่น้อยกว่า 4 ครั้ง)', 'choice', null, 15);
  perform pg_temp.choice(e, i, 'ไม่ได้ประชุม', 0);
  perform pg_temp.choice(e, i, '1 ครั้ง', 3);
  perform pg_temp.choice(e, i, '2–3 ครั้ง', 8);
  perform pg_temp.choice(e, i, '4 ครั้งขึ้นไป', 15);
  perform pg_temp.item(e, 'สมาชิกเข้าร่วมประชุมโดยเฉลี่ย', 'percentage', null, 10);
  perform pg_temp.item(e, 'มีกติกาในการดำเนินกิจการของสภาและใช้จริง (มาตรา 21 ข้อ 10)', 'yes-no', null, 5);
  perform pg_temp.dimension(e, 'ด้านผลการดำเนินงาน');
  perform pg_temp.item(e, 'จำนวนภารกิจตามมาตรา 21 ข้อ 1–9 ที่ดำเนินการในปี', 'points', 9, 18);
  perform pg_temp.item(e, 'เสนอแนะปัญหา แนวทางแก้ไข หรือแผนพัฒนาต่อองค์กรปกครองส่วนท้องถิ่นหรือหน่วยงานรัฐ (ข้อ 4 หรือ 5)', 'points', 5, 15, 'required');
  perform pg_temp.item(e, 'ข้อเสนอหรือปัญหาที่รายงานได้รับการแก้ไขอย่างเป็นระบบ (ข้อ 9)', 'points', 5, 12);
  perform pg_temp.item(e, 'ทบทวนสมาชิกเมื่อครบวาระสี่ปี (มาตรา 8)', 'yes-no', null, 5);
  perform pg_temp.dimension(e, 'ด้านการรายงานผลและการสื่อสารสาธารณะ');
  perform pg_temp.item(e, 'จัดทำรายงานประจำปีของสภา (มาตรา 21 ข้อ 11)', 'yes-no', null, 10, 'required');
  perform pg_temp.item(e, 'เผยแพร่ผลการดำเนินงานต่อสาธารณะ', 'points', 5, 5);
  perform pg_temp.item(e, 'เสนอชื่อผู้แทนร่วมประชุมระดับจังหวัด (มาตรา 21 ข้อ 12)', 'yes-no', null, 5);
  perform pg_temp.level(e, 'A', 'A', 81, true);
  perform pg_temp.level(e, 'B', 'B', 61, true);
  perform pg_temp.level(e, 'C', 'C', 0);
end $$;

select log.begin_change(null, 'khabuan', 'migration', 'instrument.ship', 'แบบประเมินที่มากับระบบ', '2018-01-01 00:00+07');
do $$
declare e bigint;
begin
  e := pg_temp.instrument('strong-community', 'การประเมินตนเองของตำบลต้นแบบชุมชนเข้มแข็ง', 'Strong-community self-assessment', 'unit', 2564,
    'รายงานประจำปี 2564: 4 มิติ 29 ข้อ 100 คะแนน ระดับดีเยี่ยมร้อยละ 90 ขึ้นไป ดีมาก 80–89 ดี 70–79 ผ่านเมื่อได้ร้อยละ 80 ขึ้นไป',
    'เครื่องมือที่ใช้จริงมี 29 ข้อและไม่ได้ตีพิมพ์ ฉบับร่างนี้ใช้ตัวชี้วัด 35 ข้อที่พิมพ์ไว้ในกรอบตัวชี้วัดชุมชนเข้มแข็ง ให้แก้เป็น 29 ข้อตามเครื่องมือจริง น้ำหนักมิติละ 25 คะแนนและการให้คะแนน 0–4 เป็นร่างของระบบ ต่ำกว่า 70 รายงานไม่ได้ตั้งชื่อระดับ');
  perform pg_temp.dimension(e, 'การพัฒนาคุณภาพคน', 25);
  perform pg_temp.item(e, 'จำนวนผู้นำชุมชนที่มีทักษะและความรู้ความสามารถ มีคุณธรรมจริยธรรมในการทำงานพัฒนา', 'points', 4, 1, 'wanted');
  perform pg_temp.item(e, 'จำนวนผู้นำรุ่นใหม่', 'points', 4, 1, 'wanted');
  perform pg_temp.item(e, 'จำนวนผู้นำที่บริหารองค์กรชุมชนอย่างมีธรรมาภิบาล', 'points', 4, 1, 'wanted');
  perform pg_temp.item(e, 'การมีส่วนร่วมของคนในชุมชนในการดำเนินกิจกรรมสาธารณะและการสร้างชุมชนเข้มแข็ง', 'points', 4, 1, 'wanted');
  perform pg_temp.item(e, 'คนมีความรับผิดชอบ มีจิตสำนึกสาธารณะ/ความเป็นพลเมือง มีคุณธรรมจริยธรรม', 'points', 4, 1, 'wanted');
  perform pg_temp.dimension(e, 'ความเข้มแข็งขององค์กรชุมชน', 25);
  perform pg_temp.item(e, 'จำนวนองค์กรชุมชนที่มีการบริหารจัดการแบบธรรมาภิบาล', 'points', 4, 1, 'wanted');
  perform pg_temp.item(e, 'สัดส่วนของหญิงชายในการบริหารจัดการองค์กรชุมชน', 'points', 4, 1, 'wanted');
  perform pg_temp.item(e, 'ความครอบคลุมขององค์กรชุมชนตามสภาพปัญหาและพื้นที่', 'points', 4, 1, 'wanted');
  perform pg_temp.item(e, 'การมีส่วนร่วมของคนในชุมชนกับองค์กรชุมชนในการแก้ปัญหาต่างๆ', 'points', 4, 1, 'wanted');
  perform pg_temp.item(e, 'ความครอบคลุมของประเภทองค์กรชุมชน ที่ทำให้ชุมชนสามารถเชื่อมโยงและพึ่งพาตนเองได้มากที่สุด (เช่น มีองค์การการเงิน มีกลุ่มการผลิต การแปรรูป การตลาด)', 'points', 4, 1, 'wanted');
  perform pg_temp.item(e, 'การมีระบบ/กลไกการปรึกษาหารือ การบริหารจัดการชุมชนเพื่อรับมือกับปัญหาต่างๆ อย่างยั่งยืน (สภาองค์กรชุมชน, สมัชชาพลเมือง สภาผู้นำ เป็นต้น)', 'points', 4, 1, 'wanted');
  perform pg_temp.item(e, 'การร่วมมือกันระหว่างองค์กรชุมชนในการแก้ปัญหาหรือระหว่างตำบล จังหวัดและระหว่างภาค', 'points', 4, 1, 'wanted');
  perform pg_temp.item(e, 'บทบาทขององค์กรชุมชนในการเสนอแนะและติดตามการแก้ปัญหาสาธารณะของหน่วยงานต่างๆ', 'points', 4, 1, 'wanted');
  perform pg_temp.item(e, 'การมีแผนแม่บทพัฒนาชุมชนทุกมิติทั้งระยะสั้นและระยะยาว', 'points', 4, 1, 'wanted');
  perform pg_temp.dimension(e, 'การแก้ปัญหาของชุมชนและการพัฒนาคุณภาพชีวิต', 25);
  perform pg_temp.item(e, 'ความอุดมสมบูรณ์ของทรัพยากรธรรมชาติ (ดิน น้ำ ป่า ทะเล)', 'points', 4, 1, 'wanted');
  perform pg_temp.item(e, 'ดินดี มีคุณภาพ ไม่ปนเปื้อนสารเคมีเพราะมีระบบเกษตรอินทรีย์', 'points', 4, 1, 'wanted');
  perform pg_temp.item(e, 'ชุมชนสามารถใช้ประโยชน์จากทรัพยากรธรรมชาติได้อย่างยั่งยืน', 'points', 4, 1, 'wanted');
  perform pg_temp.item(e, 'ชุมชนสามารถสร้างเอกลักษณ์ อัตลักษณ์ วัฒนธรรมประเพณีของตนเองที่สอดคล้องกับยุคสมัยได้อย่างยั่งยืน', 'points', 4, 1, 'wanted');
  perform pg_temp.item(e, 'คนในชุมชนมีสุขภาพดี ไม่มีโรคร้ายแรง ไม่มีสารพิษตกค้างในร่างกาย ไม่มีแหล่งก่อกมลภาวะ', 'points', 4, 1, 'wanted');
  perform pg_temp.item(e, 'ชุมชนสามารถพึ่งตนเองทางการเงิน การผลิตอาหาร การดูแลสุขภาพพื้นฐาน ระบบสวัสดิการชุมชน', 'points', 4, 1, 'wanted');
  perform pg_temp.item(e, 'คนด้อยโอกาส คนยากจน คนพิการทั้งหมดได้รับการคุ้มครองจากระบบสวัสดิการต่างๆ', 'points', 4, 1, 'wanted');
  perform pg_temp.item(e, 'จำนวนคนที่ได้รับประโยชน์จากการแก้ปัญหา', 'points', 4, 1, 'wanted');
  perform pg_temp.item(e, 'รายได้และมูลค่าทางเศรษฐกิจที่เกิดขึ้นจากการแก้ปัญหา', 'points', 4, 1, 'wanted');
  perform pg_temp.item(e, 'จำนวนคนที่ได้รับการคุ้มครองจากระบบสวัสดิการชุมชนประเภทต่างๆ', 'points', 4, 1, 'wanted');
  perform pg_temp.item(e, 'ครัวเรือนต่างๆ มีความมั่นคงในที่อยู่อาศัยและที่ดินทำกิน', 'points', 4, 1, 'wanted');
  perform pg_temp.item(e, 'ครัวเรือนมีความมั่นคงด้านอาหาร มีอาหารและน้ำอุปโภคบริโภคอย่างเพียงพอ', 'points', 4, 1, 'wanted');
  perform pg_temp.item(e, 'ครัวเรือนมีอาชีพ รายได้ มีเงินออม มีความมั่นคงทางเศรษฐกิจ', 'points', 4, 1, 'wanted');
  perform pg_temp.item(e, 'ชุมชนมีสถาบันการเงินของตนเอง ครัวเรือนต่างๆ มีเงินออม', 'points', 4, 1, 'wanted');
  perform pg_temp.item(e, 'ทรัพยากรธรรมชาติและสิ่งแวดล้อมได้รับการคุ้มครองและบริหารจัดการเพื่อใช้ประโยชน์อย่างยั่งยืน', 'points', 4, 1, 'wanted');
  perform pg_temp.item(e, 'ชุมชนมีระบบการจัดการผลกระทบจากมลภาวะต่างๆ', 'points', 4, 1, 'wanted');
  perform pg_temp.item(e, 'มีระบบการเกษตรแบบยั่งยืน/เกษตรอินทรีย์', 'points', 4, 1, 'wanted');
  perform pg_temp.dimension(e, 'การปรับเปลี่ยนความสัมพันธ์กับหน่วยงานและการเปลี่ยนแปลงนโยบาย', 25);
  perform pg_temp.item(e, 'การยอมรับบทบาท/ข้อเสนอของชุมชนและองค์กรชุมชนจากหน่วยงานต่างๆ', 'points', 4, 1, 'wanted');
  perform pg_temp.item(e, 'การสนับสนุนงบประมาณของหน่วยงานตามปัญหา ความต้องการของชุมชน', 'points', 4, 1, 'wanted');
  perform pg_temp.item(e, 'การมีผู้แทนขององค์กรชุมชนในกลไกการทำงานของหน่วยงาน', 'points', 4, 1, 'wanted');
  perform pg_temp.item(e, 'หน่วยงานมีการปรับเปลี่ยนแนวทางการทำงาน นโยบาย กฎระเบียบ กฎหมาย เพื่อสนับสนุนการทำงานของชุมชน', 'points', 4, 1, 'wanted');
  perform pg_temp.level(e, 'EXCELLENT', 'ดีเยี่ยม', 90, true);
  perform pg_temp.level(e, 'VERY-GOOD', 'ดีมาก', 80, true);
  perform pg_temp.level(e, 'GOOD', 'ดี', 70);
  perform pg_temp.level(e, 'BELOW', 'ยังไม่ถึงระดับดี', 0);
end $$;

select log.begin_change(null, 'khabuan', 'migration', 'instrument.ship', 'กรอบตัวชี้วัดที่เสนอคณะกรรมการดำเนินการฯ ครั้งที่ 3/2562', '2019-08-20 09:30+00');
do $$
declare e bigint;
begin
  e := pg_temp.instrument('council-strength', 'ตัวชี้วัดความเข้มแข็งการพัฒนาสภาองค์กรชุมชน', 'Strength of councils', 'council', 2563,
    'รายงานสำนักยุทธศาสตร์ฯ ไตรมาส 4/2562: ร่างที่เสนอคณะกรรมการดำเนินการฯ ครั้งที่ 3/2562 วันที่ 20 สิงหาคม 2562 เห็นชอบในเชิงหลักการ',
    'ร่างพิมพ์เป้าหมาย 9 ข้อ พร้อมผลผลิต ผลลัพธ์ และผลกระทบ ยังไม่มีการให้คะแนนและระดับ ฉบับนี้ตั้งแต่ละช่องเป็นข้อใช่/ไม่ใช่ที่มีน้ำหนักเท่ากัน ต้องกำหนดระดับก่อนประกาศใช้');
  perform pg_temp.dimension(e, 'การพัฒนาคน');
  perform pg_temp.item(e, 'เกิดผู้นำชุมชนที่ผ่านการอบรมและพัฒนาศักยภาพ', 'yes-no', null, 1, 'wanted', 'สภาองค์กรชุมชนมีบทบาทสำคัญในการพัฒนาผู้นำชุมชนในองค์กรสมาชิก กรรมการสภาและ/หรือประชาชนทั่วไปในตำบล', 'output');
  perform pg_temp.item(e, '1. ผู้นำชุมชนสามารถใช้สภาองค์กรชุมชนขับเคลื่อนและพัฒนาในพื้นที่ 2. ทำให้เกิดการมีส่วนร่วมในการแลกเปลี่ยนข้อเสนอต่อชุมชนท้องถิ่น', 'yes-no', null, 1, 'wanted', 'สภาองค์กรชุมชนมีบทบาทสำคัญในการพัฒนาผู้นำชุมชนในองค์กรสมาชิก กรรมการสภาและ/หรือประชาชนทั่วไปในตำบล', 'outcome');
  perform pg_temp.item(e, '1. ชุมชนได้ข้อเสนอและแผนการพัฒนาในพื้นที่ 2. ให้ประชาชนได้เรียนรู้เรื่องสิทธิต่าง ๆ', 'yes-no', null, 1, 'wanted', 'สภาองค์กรชุมชนมีบทบาทสำคัญในการพัฒนาผู้นำชุมชนในองค์กรสมาชิก กรรมการสภาและ/หรือประชาชนทั่วไปในตำบล', 'impact');
  perform pg_temp.item(e, 'เกิดผู้นำคนรุ่นใหม่ที่ผ่านการอบรมและพัฒนาศักยภาพ', 'yes-no', null, 1, 'wanted', 'การเสริมสร้างผู้นำรุ่นใหม่ในองค์กรชุมชน', 'output');
  perform pg_temp.item(e, 'ผู้นำคนรุ่นใหม่เข้าใจในงานพัฒนาชุมชนและร่วมขับเคลื่อนกับสภาองค์กรชุมชนและองค์กรชุมชนท้องถิ่น', 'yes-no', null, 1, 'wanted', 'การเสริมสร้างผู้นำรุ่นใหม่ในองค์กรชุมชน', 'outcome');
  perform pg_temp.item(e, 'เกิดคน/กลุ่ม/องค์กรที่ขับเคลื่อนการพัฒนาในพื้นที่', 'yes-no', null, 1, 'wanted', 'การเสริมสร้างผู้นำรุ่นใหม่ในองค์กรชุมชน', 'impact');
  perform pg_temp.dimension(e, 'การพัฒนาองค์กรชุมชน');
  perform pg_temp.item(e, 'สภาองค์กรชุมชนที่มีแผนพัฒนาและสามารถบูรณาการแผนงานหรืองบประมาณกับหน่วยงานภาคีที่เกี่ยวข้อง', 'yes-no', null, 1, 'wanted', 'มีกิจกรรมการพัฒนาและยกระดับการทำงานองค์กรชุมชนทางด้านต่าง ๆ', 'output');
  perform pg_temp.item(e, '1. สภาองค์กรชุมชนสามารถดำเนินการตามแผนงานที่วางไว้ 2. เกิดความร่วมมือกับหน่วยงานภาคีที่เกี่ยวข้อง', 'yes-no', null, 1, 'wanted', 'มีกิจกรรมการพัฒนาและยกระดับการทำงานองค์กรชุมชนทางด้านต่าง ๆ', 'outcome');
  perform pg_temp.item(e, '1. เกิดการแก้ไขปัญหาและความร่วมมือได้ตรงตามความต้องการ 2. เกิดความร่วมมือกับหน่วยงานภาคีที่เกี่ยวข้องอย่างต่อเนื่อง', 'yes-no', null, 1, 'wanted', 'มีกิจกรรมการพัฒนาและยกระดับการทำงานองค์กรชุมชนทางด้านต่าง ๆ', 'impact');
  perform pg_temp.item(e, 'สภาองค์กรชุมชนที่มีการประชุมตามพระราชบัญญัติสภาองค์กรชุมชน พ.ศ. 2551', 'yes-no', null, 1, 'wanted', 'สภาองค์กรชุมชนมีการประชุมปรึกษาหารือระหว่างองค์กรสมาชิกและ/หรือองค์กรอื่น ๆ ในตำบลอย่างสม่ำเสมอ', 'output');
  perform pg_temp.item(e, '1. กรรมการและสมาชิกสภาองค์กรชุมชนเกิดการเรียนรู้และความเข้าใจ 2. ได้ข้อเสนอต่อการพัฒนาชุมชนท้องถิ่นตามมาตรา 21', 'yes-no', null, 1, 'wanted', 'สภาองค์กรชุมชนมีการประชุมปรึกษาหารือระหว่างองค์กรสมาชิกและ/หรือองค์กรอื่น ๆ ในตำบลอย่างสม่ำเสมอ', 'outcome');
  perform pg_temp.item(e, 'มีองค์ประกอบจากหน่วยงานภาคีร่วมมากขึ้น', 'yes-no', null, 1, 'wanted', 'สภาองค์กรชุมชนมีการประชุมปรึกษาหารือระหว่างองค์กรสมาชิกและ/หรือองค์กรอื่น ๆ ในตำบลอย่างสม่ำเสมอ', 'impact');
  perform pg_temp.item(e, 'สภาองค์กรชุมชนที่มีการสรุปบทเรียน ทบทวนการดำเนินงาน การสอบทานประจำปี', 'yes-no', null, 1, 'wanted', 'มีการประสานงาน ทำงานร่วมกับเครือข่ายองค์กรชุมชนในพื้นที่อื่น ๆ', 'output');
  perform pg_temp.item(e, 'เกิดชุดความรู้และแนวทางการดำเนินงานของสภาองค์กรชุมชน', 'yes-no', null, 1, 'wanted', 'มีการประสานงาน ทำงานร่วมกับเครือข่ายองค์กรชุมชนในพื้นที่อื่น ๆ', 'outcome');
  perform pg_temp.item(e, 'ยกระดับคุณภาพสภาองค์กรชุมชนทั่วประเทศ', 'yes-no', null, 1, 'wanted', 'มีการประสานงาน ทำงานร่วมกับเครือข่ายองค์กรชุมชนในพื้นที่อื่น ๆ', 'impact');
  perform pg_temp.item(e, 'สภาองค์กรชุมชนที่เป็นกลไกเชื่อมโยงทุกภาคส่วน เพื่อการแก้ไขปัญหาและพัฒนาชุมชนท้องถิ่น', 'yes-no', null, 1, 'wanted', 'สภาองค์กรชุมชนเป็นเวทีกลางในการแก้ปัญหาสาธารณะของตำบล', 'output');
  perform pg_temp.item(e, '1. มีข้อเสนอต่อการแก้ไขปัญหา 2. การรวมกลุ่มในการผลักดันการแก้ไขปัญหาในทุกมิติของชุมชน', 'yes-no', null, 1, 'wanted', 'สภาองค์กรชุมชนเป็นเวทีกลางในการแก้ปัญหาสาธารณะของตำบล', 'outcome');
  perform pg_temp.item(e, '1. ทำให้ประชาชน ชุมชนในพื้นที่ได้เรียนรู้และเข้าใจในบทบาทและเกิดกลไกการติดตามการทำงาน 2. ทำให้ประชาชน ชุมชนในพื้นที่ได้เรียนรู้ในเรื่องสิทธิต่าง ๆ 3. หน่วยงานภาคีที่เกี่ยวข้องรับรู้และเข้าใจบทบาทหน้าที่สภาองค์กรชุมชนมากขึ้น', 'yes-no', null, 1, 'wanted', 'สภาองค์กรชุมชนเป็นเวทีกลางในการแก้ปัญหาสาธารณะของตำบล', 'impact');
  perform pg_temp.dimension(e, 'การพัฒนาคุณภาพชีวิตประชาชน');
  perform pg_temp.item(e, 'ประชาชนที่มีส่วนร่วมในกิจกรรมและโครงการได้ปฏิบัติตามแผนงานร่วมกัน', 'yes-no', null, 1, 'wanted', 'สภาองค์กรชุมชนมีบทบาทสำคัญในการดำเนินการหนุนเสริม/ดำเนินกิจกรรมพัฒนาคุณภาพชีวิตของประชาชน ประเพณี วัฒนธรรม และสิ่งแวดล้อมทางด้านต่าง ๆ', 'output');
  perform pg_temp.item(e, '1. ประชาชนที่มีส่วนร่วมในกิจกรรมและโครงการได้รับการแก้ไขปัญหา เช่น ที่อยู่อาศัย ภัยแล้ง 2. ได้รับความร่วมมือกับหน่วยงานภาคีที่เกี่ยวข้อง', 'yes-no', null, 1, 'wanted', 'สภาองค์กรชุมชนมีบทบาทสำคัญในการดำเนินการหนุนเสริม/ดำเนินกิจกรรมพัฒนาคุณภาพชีวิตของประชาชน ประเพณี วัฒนธรรม และสิ่งแวดล้อมทางด้านต่าง ๆ', 'outcome');
  perform pg_temp.item(e, 'ประชาชนในชุมชนเข้าใจเรื่องแนวคิดการแก้ไขปัญหาแบบพึ่งตนเองและมีระบบการจัดการตนเอง', 'yes-no', null, 1, 'wanted', 'สภาองค์กรชุมชนมีบทบาทสำคัญในการดำเนินการหนุนเสริม/ดำเนินกิจกรรมพัฒนาคุณภาพชีวิตของประชาชน ประเพณี วัฒนธรรม และสิ่งแวดล้อมทางด้านต่าง ๆ', 'impact');
  perform pg_temp.dimension(e, 'การขับเคลื่อนนโยบายสาธารณะและการทำงานร่วมกับหน่วยงาน');
  perform pg_temp.item(e, 'ข้อเสนอเชิงนโยบายที่เสนอโดยสภาองค์กรชุมชน', 'yes-no', null, 1, 'wanted', 'สภาองค์กรชุมชนมีการนำเสนอแนวทางการแก้ปัญหาสาธารณะหรือแผนพัฒนาตำบล/เมืองต่อองค์กรปกครองส่วนท้องถิ่น', 'output');
  perform pg_temp.item(e, 'ข้อเสนอเชิงนโยบายได้รับการตอบรับและมีผลในเชิงปฏิบัติ', 'yes-no', null, 1, 'wanted', 'สภาองค์กรชุมชนมีการนำเสนอแนวทางการแก้ปัญหาสาธารณะหรือแผนพัฒนาตำบล/เมืองต่อองค์กรปกครองส่วนท้องถิ่น', 'outcome');
  perform pg_temp.item(e, 'ข้อเสนอได้ถูกยกระดับ เพื่อลดความเหลื่อมล้ำและสร้างความเป็นธรรมในการพัฒนา', 'yes-no', null, 1, 'wanted', 'สภาองค์กรชุมชนมีการนำเสนอแนวทางการแก้ปัญหาสาธารณะหรือแผนพัฒนาตำบล/เมืองต่อองค์กรปกครองส่วนท้องถิ่น', 'impact');
  perform pg_temp.item(e, 'สภาองค์กรชุมชนที่มีความร่วมมือจากหน่วยงานภาคีที่เกี่ยวข้อง', 'yes-no', null, 1, 'wanted', 'มีการทำงานร่วมและได้รับการยอมรับ สนับสนุนจากหน่วยงานภาคีการพัฒนาต่าง ๆ ในท้องถิ่น', 'output');
  perform pg_temp.item(e, '1. สภาองค์กรชุมชนมีบทบาทในกลไกการทำงานร่วมกับหน่วยงานภาคีที่เกี่ยวข้อง 2. สภาองค์กรชุมชนได้รับการสนับสนุนจากหน่วยงานภาคีที่เกี่ยวข้อง', 'yes-no', null, 1, 'wanted', 'มีการทำงานร่วมและได้รับการยอมรับ สนับสนุนจากหน่วยงานภาคีการพัฒนาต่าง ๆ ในท้องถิ่น', 'outcome');
  perform pg_temp.item(e, 'ยกระดับเป็นแนวทางเชิงนโยบาย', 'yes-no', null, 1, 'wanted', 'มีการทำงานร่วมและได้รับการยอมรับ สนับสนุนจากหน่วยงานภาคีการพัฒนาต่าง ๆ ในท้องถิ่น', 'impact');
end $$;

select log.begin_change(null, 'khabuan', 'migration', 'instrument.ship', 'แบบประเมินที่มากับระบบ', '2018-01-01 00:00+07');
do $$
declare e bigint;
begin
  e := pg_temp.instrument('fund-quality', 'การประเมินคุณภาพกองทุนสวัสดิการชุมชน', 'Quality of welfare funds', 'organisation', 2564,
    'รายงานประจำปี 2564: ระดับ A ดีมาก B ดี C ปานกลาง D ปรับปรุง; เกณฑ์ 5 ข้อจากรายงานไตรมาส 4/2562',
    'รายงานพิมพ์ชื่อระดับ แต่ไม่ได้พิมพ์ช่วงคะแนนและแบบประเมิน ฉบับร่างนี้ใช้เกณฑ์ 5 ข้อ ข้อละ 20 คะแนน และขอบ 100/80/60 เป็นร่างของระบบ');
  perform pg_temp.dimension(e, 'คุณภาพกองทุนตามเกณฑ์ 5 ข้อ');
  perform pg_temp.item(e, 'จัดทำรายงานของกองทุน พร้อมเอกสารหนึ่งหน้าที่บอกปัญหา อุปสรรค ข้อจำกัด และแผนพัฒนา', 'yes-no', null, 20, 'required');
  perform pg_temp.item(e, 'จัดสวัสดิการมากกว่าพื้นฐาน (เกิด แก่ เจ็บ ตาย)', 'yes-no', null, 20);
  perform pg_temp.item(e, 'จัดสวัสดิการเพื่อพัฒนาคุณภาพชีวิตอย่างน้อยหนึ่งเรื่องในปี', 'yes-no', null, 20);
  perform pg_temp.item(e, 'ดูแลผู้ด้อยโอกาสในชุมชน', 'yes-no', null, 20);
  perform pg_temp.item(e, 'จำนวนสมาชิกเพิ่มขึ้น', 'yes-no', null, 20);
  perform pg_temp.level(e, 'A', 'ดีมาก', 100, true);
  perform pg_temp.level(e, 'B', 'ดี', 80, true);
  perform pg_temp.level(e, 'C', 'ปานกลาง', 60);
  perform pg_temp.level(e, 'D', 'ปรับปรุง', 0);

  e := pg_temp.instrument('borrower-grade', 'การสอบทานและจัดระดับองค์กรผู้ใช้สินเชื่อ', 'Grade of borrower organisations', 'organisation', 2564,
    'รายงานประจำปี 2564: จัดระดับ 448 องค์กร ระดับ A และ B รวม 338 องค์กร; รายงานปี 2561: สอบทานสถานการณ์ ปัญหา แนวทางแก้ไข และแผนปีถัดไป',
    'รายงานไม่ได้พิมพ์ข้อสอบทาน ช่วงคะแนน และจำนวนระดับ ข้อและขอบในฉบับนี้เป็นร่างของระบบ');
  perform pg_temp.dimension(e, 'การชำระคืน');
  perform pg_temp.item(e, 'ชำระคืนตามงวดเมื่อเทียบกับที่พึงชำระ', 'percentage', null, 40, 'required');
  perform pg_temp.dimension(e, 'การบริหารจัดการขององค์กร');
  perform pg_temp.item(e, 'ระบบบัญชีและการเงินเป็นปัจจุบัน ตรวจสอบได้', 'points', 5, 20, 'wanted');
  perform pg_temp.item(e, 'คณะกรรมการประชุมและติดตามสินเชื่อของสมาชิกสม่ำเสมอ', 'points', 5, 20);
  perform pg_temp.dimension(e, 'การแก้ปัญหาและแผน');
  perform pg_temp.item(e, 'รู้ปัญหาของตน และแก้ไขตามแนวทางที่ตกลงไว้', 'points', 5, 10);
  perform pg_temp.item(e, 'มีแผนบริหารจัดการสินเชื่อของปีถัดไป', 'yes-no', null, 10, 'wanted');
  perform pg_temp.level(e, 'A', 'A', 80, true);
  perform pg_temp.level(e, 'B', 'B', 60, true);
  perform pg_temp.level(e, 'C', 'C', 0);

  e := pg_temp.instrument('client-satisfaction', 'การสำรวจความพึงพอใจของผู้รับบริการ', 'Client satisfaction', 'survey', 2561,
    'รายงานผลการดำเนินงานปี 2561 ตัวชี้วัด 7.1: สามประเด็น ผ่านเมื่อได้ร้อยละ 80 ขึ้นไป',
    'รายงานพิมพ์สามประเด็นและผลรวม ไม่ได้พิมพ์แบบสอบถามและผลรายประเด็น ฉบับนี้ให้สามประเด็นมีน้ำหนักเท่ากัน บันทึกร้อยละของผู้ตอบทั้งหมดต่อประเด็น');
  perform pg_temp.dimension(e, 'ผลที่ได้รับการสนับสนุน');
  perform pg_temp.item(e, 'ความพึงพอใจต่อผลที่ได้รับการสนับสนุน', 'percentage', null, 1);
  perform pg_temp.dimension(e, 'กระบวนการ');
  perform pg_temp.item(e, 'ความพึงพอใจต่อกระบวนการ ขั้นตอนการให้บริการ', 'percentage', null, 1);
  perform pg_temp.dimension(e, 'เจ้าหน้าที่');
  perform pg_temp.item(e, 'ความพึงพอใจต่อเจ้าหน้าที่ผู้ให้บริการ/ผู้ส่งเสริมงานพัฒนา', 'percentage', null, 1);
  perform pg_temp.level(e, 'PASS', 'ผ่าน', 80, true);
  perform pg_temp.level(e, 'FAIL', 'ไม่ผ่าน', 0);

  e := pg_temp.instrument('alumni-survey', 'แบบสำรวจผู้นำที่ได้รับการพัฒนาศักยภาพ', 'Survey of developed leaders', 'survey', 2561,
    'รายงานสำนักยุทธศาสตร์ฯ ไตรมาส 4/2562: คณะทำงานเห็นชอบ 24 กรกฎาคม 2562 โดยเพิ่มคำถามสามข้อ',
    'รายงานพิมพ์เฉพาะคำถามสามข้อที่เพิ่ม ซึ่งเป็นคำถามปลายเปิด ฉบับร่างนี้บันทึกร้อยละของผู้ตอบที่ตอบได้ และสรุปคำตอบไว้ในหมายเหตุของข้อ ขอบระดับเป็นร่างของระบบ');
  perform pg_temp.dimension(e, 'ความสามารถและงาน');
  perform pg_temp.item(e, 'มีความเก่งหรือความเชี่ยวชาญในเรื่องอะไร (ร้อยละของผู้ที่ระบุได้)', 'percentage', null, 1);
  perform pg_temp.item(e, 'งานที่ทำอยู่คืออะไร (ร้อยละของผู้ที่ยังทำงานพัฒนา)', 'percentage', null, 1);
  perform pg_temp.item(e, 'งานที่ทำอยู่นั้นมีคุณค่าต่อชุมชนอย่างไรบ้าง (ร้อยละของผู้ที่ยกรูปธรรมได้)', 'percentage', null, 1);
  perform pg_temp.level(e, 'HIGH', 'มาก', 80, true);
  perform pg_temp.level(e, 'MIDDLE', 'ปานกลาง', 60);
  perform pg_temp.level(e, 'LOW', 'น้อย', 0);
end $$;
