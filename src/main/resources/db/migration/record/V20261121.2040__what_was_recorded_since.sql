-- Asks for what was recorded after a moment of knowledge: two moments between which nothing was recorded are alike.
create index on log.touch (recorded_at);
