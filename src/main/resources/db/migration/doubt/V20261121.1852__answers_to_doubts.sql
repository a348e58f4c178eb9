-- What somebody answered to a figure that looks wrong. It holds for as long as the figures say what they said then; a doubt itself is never stored.
create table present.doubt_answer (
  id bigint primary key default nextval('present.record_number'),
  kind text not null, measure_code text not null, level text not null, place_code text not null,
  said text not null,
  words text not null check (words <> ''), author text not null, answered_on date not null,
  unique (kind, measure_code, level, place_code)
);
comment on table present.doubt_answer is 'Answers to figures that look wrong: why they are right, or what is being done.';
select keep_history('doubt_answer');
