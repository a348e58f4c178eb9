-- Whether a month was paid before need not look at the eleven months before it, unless somebody of the fund paid for more than one; and a round is judged once, not once for each who paid.
create index welfare_contribution_of_many_months on present.welfare_contribution (fund_id, number, month) where months > 1;

create or replace function history.judge_contributions() returns trigger language plpgsql security definer set search_path = present, history, pg_catalog as $$
declare astray record; of_years bigint[];
begin
  perform 1 from present.welfare_fund f where f.id in (select distinct fund_id from written) order by f.id for no key update;
  execute $q$
    select s.collection_id as number from (select collection_id, fund_id, count(*) as members, sum(amount) as total from written group by 1, 2) s left join present.welfare_collection c on c.id = s.collection_id
    where c.id is null or c.fund_id <> s.fund_id or c.change_id <> $1 or c.members <> s.members or c.total <> s.total limit 1$q$ into astray using history.current_change();
  if astray is not null then
    raise exception 'Collection % is of another fund or change, or does not come to what its members paid.', astray.number using errcode = 'KH011', detail = '';
  end if;
  execute $q$
    select w.fund_id, w.number, w.month from written w left join present.welfare_member m on m.fund_id = w.fund_id and m.number = w.number
    where m.id is null or m.joined_month >= w.month + w.months or m.left_month < w.month limit 1$q$ into astray;
  if astray is not null then
    raise exception 'Member % of fund % was none in month %.', astray.number, astray.fund_id, astray.month using errcode = 'KH011', detail = astray.number::text;
  end if;
  execute $q$
    select w.fund_id, w.number, w.month from written w join present.welfare_contribution o on o.fund_id = w.fund_id and o.number = w.number and o.month >= w.month and o.month < w.month + w.months
      and (o.collection_id, o.month) <> (w.collection_id, w.month) join present.welfare_collection c on c.id = o.collection_id and c.withdrawn_on is null limit 1$q$ into astray;
  execute 'select array(select f.fund_id from (select distinct fund_id from written) f where exists (select from present.welfare_contribution o where o.fund_id = f.fund_id and o.months > 1))' into of_years;
  if astray is null and cardinality(of_years) > 0 then
    execute $q$
      select w.fund_id, w.number, w.month from written w join present.welfare_contribution o on o.fund_id = w.fund_id and o.number = w.number and o.month between w.month - 11 and w.month - 1 and o.months > 1 and o.month + o.months > w.month
        and o.fund_id = any ($1) join present.welfare_collection c on c.id = o.collection_id and c.withdrawn_on is null where w.fund_id = any ($1) limit 1$q$ into astray using of_years;
  end if;
  if astray is not null then
    raise exception 'Member % of fund % has paid for month % before.', astray.number, astray.fund_id, astray.month using errcode = 'KH012', detail = astray.number::text;
  end if;
  return null;
end $$;
