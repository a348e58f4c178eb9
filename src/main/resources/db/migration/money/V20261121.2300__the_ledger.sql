-- Double entry beneath all that moves money. An entry is whole or absent, balanced in each fund, and never changed: what was wrong is reversed by another entry.
-- An account that is guarded may not fall below nothing: a frame can't be approved over, nor an approval paid over, whoever writes.

create table present.ledger_book (
  id bigint primary key default nextval('present.record_number'),
  code text not null unique,
  closed_until date
);
comment on table present.ledger_book is 'A set of accounts that balances by itself; its days up to closed_until take no more entries.';
select keep_history('ledger_book');

create table present.ledger_code (
  code text primary key,
  kind text not null check (kind in ('asset', 'liability', 'equity', 'income', 'expense', 'budget')),
  guarded boolean not null default false
);
comment on table present.ledger_code is 'The chart of accounts (ผังบัญชี); "budget" accounts stand beside the balance sheet and tell what may be spent. The names are messages: ledger.CODE.';
insert into present.ledger_code (code, kind, guarded) values
  ('1100', 'asset', false), ('1200', 'asset', true), ('1300', 'asset', false), ('1400', 'asset', false),
  ('2100', 'liability', false), ('2900', 'liability', false), ('3100', 'equity', false),
  ('4100', 'income', false), ('4200', 'income', false), ('4300', 'income', false), ('4400', 'income', false), ('4500', 'income', false),
  ('5100', 'expense', false), ('5200', 'expense', false), ('5210', 'expense', false), ('5220', 'expense', false), ('5230', 'expense', false), ('5900', 'expense', false),
  ('9100', 'budget', false), ('9150', 'budget', true), ('9200', 'budget', true), ('9300', 'budget', true), ('9310', 'budget', true),
  ('9400', 'budget', false), ('9500', 'budget', false), ('9600', 'budget', false);

create table present.ledger_account (
  id int generated always as identity primary key,
  book_id bigint not null references present.ledger_book (id),
  code text not null references present.ledger_code (code),
  fund text not null default '',
  budget_year int not null default 0,
  programme text not null default '',
  office text not null default '',
  record_id bigint not null default 0,
  unique (book_id, code, fund, budget_year, programme, office, record_id)
);
create index on present.ledger_account (record_id) where record_id <> 0;
comment on table present.ledger_account is 'A leaf of the chart for one fund, budget year, programme, office and record (a project, a fund); what does not divide it is empty or 0.';

create table present.journal_entry (
  id bigint primary key default nextval('present.record_number'),
  book_id bigint not null references present.ledger_book (id),
  day date not null,
  act text not null,
  subject_kind text not null,
  subject_id bigint not null,
  memo text not null default '',
  reverses bigint unique references present.journal_entry (id),
  recorded_at timestamptz not null default history.record_time(),
  change_id bigint not null default history.current_change()
);
create index on present.journal_entry (subject_id);
create index on present.journal_entry (book_id, day);
create index on present.journal_entry using brin (recorded_at);
comment on table present.journal_entry is 'An entry of the ledger (รายการบัญชี): on which day money moved, by which act, for which record. Only ever added to.';

create table present.posting (
  entry_id bigint not null,
  line smallint not null,
  account_id int not null,
  day date not null,
  amount bigint not null check (amount <> 0),
  primary key (entry_id, line)
);
create index on present.posting (account_id, day) include (amount);
comment on table present.posting is 'A line of an entry, in satang: debit above nothing, credit below. Entry, account and day are held together by history.judge_postings, for all lines of a statement at once.';

create table present.ledger_month (
  account_id int not null,
  month date not null,
  amount bigint not null,
  primary key (account_id, month)
);
comment on table present.ledger_month is 'What was posted to an account in a month, so that a balance adds months and not postings; written by the ledger itself.';

create table present.ledger_balance (
  account_id int primary key,
  amount bigint not null constraint account_not_overdrawn check (amount >= 0)
);
comment on table present.ledger_balance is 'What stands on a guarded account, all days together: it may not fall below nothing.';

-- Entries and postings are only ever added.
create function history.only_added() returns trigger language plpgsql as $$
begin
  raise exception 'The ledger is only added to: % of % is refused; reverse the entry.', tg_op, tg_table_name using errcode = 'KH008';
end $$;
create trigger only_added before update or delete or truncate on present.journal_entry for each statement execute function history.only_added();
create trigger only_added before update or delete or truncate on present.posting for each statement execute function history.only_added();
create trigger only_added before update or delete or truncate on present.ledger_account for each statement execute function history.only_added();
revoke update, delete on present.journal_entry, present.posting, present.ledger_account from khabuan_app;

create function history.judge_entries() returns trigger language plpgsql as $$
declare late record;
begin
  if exists (select from written where change_id <> history.current_change()) then
    raise exception 'An entry is of the change that writes it.' using errcode = 'KH007';
  end if;
  perform 1 from present.ledger_book b where b.id in (select book_id from written) order by b.id for share;
  select w.day, b.closed_until into late from written w join present.ledger_book b on b.id = w.book_id where w.day <= b.closed_until limit 1;
  if found then
    raise exception 'The books are closed until %: an entry of % is refused.', late.closed_until, late.day using errcode = 'KH009';
  end if;
  return null;
end $$;
create trigger judge_entries after insert on present.journal_entry referencing new table as written for each statement execute function history.judge_entries();

-- All lines of a statement are judged at once, summed into their months, and held against the guards in the order of the accounts, so that two writers never wait for each other in a ring.
create function history.judge_postings() returns trigger language plpgsql security definer set search_path = present, history, pg_catalog as $$
declare astray record; guarded int[]; moved bigint[];
begin
  select w.entry_id, w.line into astray from written w left join present.journal_entry e on e.id = w.entry_id left join present.ledger_account a on a.id = w.account_id
    where e.id is null or a.id is null or e.day <> w.day or e.book_id <> a.book_id or e.change_id <> history.current_change() limit 1;
  if found then
    raise exception 'Line % of entry % does not fit: its account, day or book is another, or the entry was written before.', astray.line, astray.entry_id using errcode = 'KH007';
  end if;
  select w.entry_id, a.fund, sum(w.amount) as rest into astray from written w join present.ledger_account a on a.id = w.account_id group by w.entry_id, a.fund having sum(w.amount) <> 0 limit 1;
  if found then
    raise exception 'Entry % does not balance in the fund %: % satang are left.', astray.entry_id, astray.fund, astray.rest using errcode = 'KH007';
  end if;
  select array_agg(id order by id), array_agg(total order by id) into guarded, moved
    from (select a.id, sum(w.amount)::bigint as total from written w join present.ledger_account a on a.id = w.account_id join present.ledger_code c on c.code = a.code where c.guarded group by a.id) g;
  if guarded is not null then
    insert into present.ledger_balance (account_id, amount) select g, 0 from unnest(guarded) g order by g on conflict do nothing;
    perform 1 from present.ledger_balance where account_id = any(guarded) order by account_id for update;
    select a.code, b.amount, -d.total as asked into astray from unnest(guarded, moved) d(account_id, total) join present.ledger_balance b using (account_id)
      join present.ledger_account a on a.id = d.account_id where b.amount + d.total < 0 order by a.code limit 1;
    if found then
      raise exception 'Account % has % satang left, % are asked of it.', astray.code, astray.amount, astray.asked
        using errcode = 'KH010', detail = concat_ws(' ', astray.code, astray.amount, astray.asked);
    end if;
    update present.ledger_balance b set amount = b.amount + d.total from unnest(guarded, moved) d(account_id, total) where b.account_id = d.account_id;
  end if;
  insert into present.ledger_month as m (account_id, month, amount)
    select account_id, date_trunc('month', day)::date, sum(amount) from written group by 1, 2 order by 1, 2
    on conflict (account_id, month) do update set amount = m.amount + excluded.amount;
  return null;
end $$;
create trigger judge_postings after insert on present.posting referencing new table as written for each statement execute function history.judge_postings();
revoke insert, update, delete on present.ledger_month, present.ledger_balance from khabuan_app;

-- Measures learn of entries as of records; an entry has no earlier versions, and lies where its subject lies.
select history.mark_touches('journal_entry');
create view history.journal_entry as select e.*, null::timestamptz as superseded_at, null::bigint as superseded_by from present.journal_entry e where false;
insert into history.whereabouts (table_name, owner_column, owner_kind_column) values ('journal_entry', 'subject_id', 'subject_kind');

-- The past of the ledger is what had been entered by then.
create view past.journal_entry as select * from present.journal_entry where recorded_at <= (select present.known_at());
create view past.posting as select p.* from present.posting p join past.journal_entry e on e.id = p.entry_id;
create view past.ledger_month as select account_id, date_trunc('month', day)::date as month, sum(amount)::bigint as amount from past.posting group by 1, 2;
grant select on past.journal_entry, past.posting, past.ledger_month to khabuan_app;
