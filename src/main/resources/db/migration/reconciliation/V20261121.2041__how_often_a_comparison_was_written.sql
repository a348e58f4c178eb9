-- What was counted of a comparison's rows is true for as long as none of them is written.
alter table present.reconciliation add turn int not null default 0;
comment on column present.reconciliation.turn is 'How often its rows were written; what was counted of them is kept by it.';
create function present.reconciliation_turn() returns trigger language plpgsql as $$
begin
  update present.reconciliation set turn = turn + 1 where id in (select distinct reconciliation_id from written);
  return null;
end $$;
create trigger turn_insert after insert on present.reconciliation_row referencing new table as written for each statement execute function present.reconciliation_turn();
create trigger turn_update after update on present.reconciliation_row referencing new table as written for each statement execute function present.reconciliation_turn();
