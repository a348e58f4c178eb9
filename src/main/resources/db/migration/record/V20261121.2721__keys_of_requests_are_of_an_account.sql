-- A key is chosen by who sends: the same key of somebody else is another request.
alter table log.request drop constraint request_pkey, add constraint request_key unique nulls not distinct (key, actor_id);
