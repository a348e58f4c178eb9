-- Country → region → province → district → local unit; beside them geographic tambons and villages.
create table present.region (
  id bigint primary key default nextval('present.record_number'),
  code text not null unique check (code ~ '^[A-Z]{1,3}$'),
  name_th text not null, name_en text not null, short_th text not null, print_order int not null
);
comment on table present.region is 'The five regions and the centre (ภาค, ส่วนกลาง).';
create table present.province (
  id bigint primary key default nextval('present.record_number'),
  code text not null unique check (code ~ '^\d{2}$'),
  name_th text not null, name_en text not null default ''
);
comment on table present.province is 'The 77 provinces (จังหวัด), by official two-digit code.';
create table present.province_region (
  id bigint primary key default nextval('present.record_number'),
  province_code text not null references present.province (code),
  region_code text not null references present.region (code),
  from_date date not null, until_date date, check (until_date > from_date)
);
create unique index on present.province_region (province_code, from_date);
comment on table present.province_region is 'Which region a province belongs to, from a date on.';
create table present.district (
  id bigint primary key default nextval('present.record_number'),
  code text not null unique check (code ~ '^\d{4}$'),
  province_code text not null references present.province (code),
  name_th text not null, name_en text not null default ''
);
create index on present.district (province_code);
comment on table present.district is 'Districts (อำเภอ; เขต of Bangkok), by official four-digit code.';
create table present.tambon (
  id bigint primary key default nextval('present.record_number'),
  code text not null unique check (code ~ '^\d{6}$'),
  district_code text not null references present.district (code),
  name_th text not null, name_en text not null default '', postal_code text not null default ''
);
create index on present.tambon (district_code);
comment on table present.tambon is 'Geographic tambons (ตำบล/แขวง), by official six-digit code.';
create table present.unit (
  id bigint primary key default nextval('present.record_number'),
  code text not null unique,
  dla_code text not null default '',
  district_code text not null references present.district (code),
  founded_on date not null default '1900-01-01', ended_on date, successor_code text references present.unit (code),
  lat double precision, lon double precision,
  check (ended_on > founded_on)
);
create index on present.unit (district_code);
comment on table present.unit is 'Local units (อบต., เทศบาล, เมืองพัทยา, เขต): where councils, organisations and funds stand.';
create table present.unit_form (
  id bigint primary key default nextval('present.record_number'),
  unit_code text not null references present.unit (code),
  type text not null check (type in ('อบต.', 'ทต.', 'ทม.', 'ทน.', 'เมืองพัทยา', 'เขต')),
  name_th text not null, name_en text not null default '',
  from_date date not null default '1900-01-01', until_date date, check (until_date > from_date)
);
create unique index on present.unit_form (unit_code, from_date);
comment on table present.unit_form is 'The type and the name of a unit from a date on; an upgrade or a new name is a new row.';
create table present.unit_tambon (
  id bigint primary key default nextval('present.record_number'),
  unit_code text not null references present.unit (code),
  tambon_code text not null, partly boolean not null,
  unique (unit_code, tambon_code)
);
comment on table present.unit_tambon is 'Which tambons a unit covers, wholly or in part.';
create table present.village (
  id bigint primary key default nextval('present.record_number'),
  unit_code text not null references present.unit (code),
  number text not null, name_th text not null,
  unique (unit_code, number)
);
comment on table present.village is 'Villages and communities (หมู่บ้าน/ชุมชน) of a unit.';
create table present.place_alias (
  id bigint primary key default nextval('present.record_number'),
  level text not null check (level in ('region', 'province', 'district', 'unit')), place_code text not null, alias text not null,
  unique (level, alias, place_code)
);
comment on table present.place_alias is 'Other spellings of a place, as reports and files write them.';
select keep_history(t) from unnest(array['region','province','province_region','district','tambon','unit','unit_form','unit_tambon','village','place_alias']) t;

-- The unit as it is today, with the places above it: what pages and lists join to.
create view present.unit_now with (security_invoker = true) as
  select u.code, f.type, f.name_th, f.name_en, f.type || f.name_th as title, u.district_code, d.name_th as district, d.province_code, p.name_th as province,
         pr.region_code, r.short_th as region, u.lat, u.lon, u.ended_on
  from present.unit u
  join present.unit_form f on f.unit_code = u.code and f.until_date is null
  join present.district d on d.code = u.district_code
  join present.province p on p.code = d.province_code
  join present.province_region pr on pr.province_code = p.code and pr.until_date is null
  join present.region r on r.code = pr.region_code;
