-- Whether a month was paid before need not look at the eleven months before it, unless somebody paid for more than one.
create index welfare_contribution_of_many_months on present.welfare_contribution (fund_id, number, month) where months > 1;

create or replace function history.judge_contributions() returns trigger language plpgsql security definer set search_path = present, history, pg_catalog as $$
declare astray record;
begin
  perform 1 from present.welfare_fund f where f.id in (select distinct fund_id from written) order by f.id for no key update;
  execute $q$
    select w.fund_id, w.number, w.month from written w left join present.welfare_collection c on c.id = w.collection_id left join present.welfare_member m on m.fund_id = w.fund_id and m.number = w.number
    where c.id is null or m.id is null or c.fund_id <> w.fund_id or c.change_id <> $1 or m.joined_month >= w.month + w.months or m.left_month < w.month limit 1$q$ into astray using history.current_change();
  if astray is not null then
    raise exception 'Member % of fund % was none in month %, or the collection is another.', astray.number, astray.fund_id, astray.month using errcode = 'KH011', detail = astray.number::text;
  end if;
  execute $q$
    select f.fund_id, f.number, f.month from (
      select w.fund_id, w.number, w.month, o.collection_id from written w join present.welfare_contribution o on o.fund_id = w.fund_id and o.number = w.number and o.month >= w.month and o.month < w.month + w.months
        and (o.collection_id, o.month) <> (w.collection_id, w.month)
      union all
      select w.fund_id, w.number, w.month, o.collection_id from written w join present.welfare_contribution o on o.fund_id = w.fund_id and o.number = w.number and o.month between w.month - 11 and w.month - 1 and o.months > 1 and o.month + o.months > w.month
    ) f join present.welfare_collection c on c.id = f.collection_id and c.withdrawn_on is null limit 1$q$ into astray;
  if astray is not null then
    raise exception 'Member % of fund % has paid for month % before.', astray.number, astray.fund_id, astray.month using errcode = 'KH012', detail = astray.number::text;
  end if;
  execute $q$
    select c.id as number, c.fund_id, c.total as month from (select collection_id, count(*) as members, sum(amount) as total from written group by 1) s join present.welfare_collection c on c.id = s.collection_id
    where c.members <> s.members or c.total <> s.total limit 1$q$ into astray;
  if astray is not null then
    raise exception 'Collection % does not come to what its members paid.', astray.number using errcode = 'KH011', detail = '';
  end if;
  return null;
end $$;
