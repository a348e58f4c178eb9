-- Which edition of the shipped places stands here; no row: the first one, or none yet. An older edition is mended at the next start.
create table present.place_edition (
  id bigint primary key default nextval('present.record_number'),
  edition int not null check (edition > 0)
);
create unique index on present.place_edition ((true));
comment on table present.place_edition is 'Which edition of the shipped places (regions, provinces, districts, tambons) stands here.';
select keep_history('place_edition');
