-- A fund's payments for a month lie side by side, so that they are read at once; those of a member are found month by month.
alter table present.welfare_contribution drop constraint welfare_contribution_pkey, add primary key (fund_id, month, number, collection_id);

-- Rounds are judged as wholes: each is of its fund, month and change and comes to what its members paid; all who paid were members; nobody paid twice.
-- Where no other round stands for the same months, nobody can have paid before, and payments need only be held against each other; in funds where one does, each payment is looked for.
create or replace function history.judge_contributions() returns trigger language plpgsql security definer set search_path = present, history, pg_catalog as $$
declare
  rounds bigint[]; of bigint[]; months int[]; members bigint[]; totals bigint[]; funds bigint[];
  astray record; crowded bigint[]; joined bigint;
begin
  execute $q$
    select array_agg(s.collection_id), array_agg(s.fund_id), array_agg(s.month), array_agg(s.members), array_agg(s.total), array_agg(distinct s.fund_id)
    from (select collection_id, fund_id, month, count(*) as members, sum(amount) as total from written group by 1, 2, 3) s$q$ into rounds, of, months, members, totals, funds;
  if rounds is null then return null; end if;
  perform 1 from present.welfare_fund f where f.id = any (funds) order by f.id for no key update;

  select s.id into astray from unnest(rounds, of, months, members, totals) s(id, fund_id, month, members, total) left join present.welfare_collection c on c.id = s.id
    where c.id is null or (c.fund_id, c.month, c.members, c.total) <> (s.fund_id, s.month, s.members, s.total) or c.change_id <> history.current_change() limit 1;
  if found then
    raise exception 'Collection % is of another fund, month or change, or does not come to what its members paid.', astray.id using errcode = 'KH011', detail = '';
  end if;

  execute $q$
    select count(*) from written w join present.welfare_member m on m.fund_id = w.fund_id and m.number = w.number
    where m.fund_id = any ($1) and m.joined_month < w.month + w.months and (m.left_month is null or m.left_month >= w.month)$q$ into joined using funds;
  if joined < (select sum(n) from unnest(members) n) then
    execute $q$
      select w.fund_id, w.number, w.month from written w left join present.welfare_member m on m.fund_id = w.fund_id and m.number = w.number
      where m.id is null or m.joined_month >= w.month + w.months or m.left_month < w.month limit 1$q$ into astray;
    raise exception 'Member % of fund % was none in month %.', astray.number, astray.fund_id, astray.month using errcode = 'KH011', detail = astray.number::text;
  end if;

  select array_agg(f) into crowded from unnest(funds) f where exists (select from present.welfare_contribution o where o.fund_id = f and o.months > 1)
    or exists (select from unnest(rounds, of, months) s(id, fund_id, month) join present.welfare_collection c on c.fund_id = s.fund_id and c.month = s.month and c.withdrawn_on is null and c.id <> all (rounds) where s.fund_id = f);
  execute 'select fund_id, number, month from written group by 1, 2, 3 having count(*) > 1 limit 1' into astray;
  if astray is null and crowded is not null then
    execute $q$
      select w.fund_id, w.number, w.month from written w join present.welfare_contribution o on o.fund_id = w.fund_id and o.number = w.number and o.month >= w.month and o.month < w.month + w.months
        and (o.collection_id, o.month) <> (w.collection_id, w.month) join present.welfare_collection c on c.id = o.collection_id and c.withdrawn_on is null where w.fund_id = any ($1) limit 1$q$ into astray using crowded;
  end if;
  if astray is null and crowded is not null then
    execute $q$
      select w.fund_id, w.number, w.month from written w join present.welfare_contribution o on o.fund_id = w.fund_id and o.number = w.number and o.month between w.month - 11 and w.month - 1 and o.months > 1 and o.month + o.months > w.month
        join present.welfare_collection c on c.id = o.collection_id and c.withdrawn_on is null where w.fund_id = any ($1) limit 1$q$ into astray using crowded;
  end if;
  if astray is not null then
    raise exception 'Member % of fund % has paid for month % before.', astray.number, astray.fund_id, astray.month using errcode = 'KH012', detail = astray.number::text;
  end if;
  return null;
end $$;
