-- Who stands behind a line of the log, as people call them: the name of the person, or of the programme.
create function log.who(line log.entry) returns text language sql stable as $$
  select coalesce((select a.full_name from present.account a where a.id = line.actor_id), line.actor)
$$;
grant execute on function log.who to khabuan_app;
