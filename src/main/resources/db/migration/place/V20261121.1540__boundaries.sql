-- Imported boundaries; they draw the maps of provinces and districts.
create table present.boundary (
  id bigint primary key default nextval('present.record_number'),
  level text not null check (level in ('province', 'district', 'tambon')), code text not null,
  polygons text not null, credit text not null default '',
  unique (level, code)
);
create index on present.boundary (level, code text_pattern_ops);
comment on table present.boundary is 'Boundaries (ขอบเขต) as the coordinates of a GeoJSON MultiPolygon, with who made them.';
select keep_history('boundary');
