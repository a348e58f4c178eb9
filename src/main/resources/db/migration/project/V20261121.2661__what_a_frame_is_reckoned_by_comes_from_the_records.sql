-- Funds given a subsidy for the first time and funds in the region are counted from the records. For how many members is asked stays as it was stated, where it was: more were subsidised than it says, so it is no sum of requests.
do $$ begin
  if exists (select from present.frame_basis where basis <> 'members-asking') then
    perform log.begin_change(null, 'khabuan', 'migration', 'budget.allot', 'นับจากระเบียนแทน', null);
    delete from present.frame_basis where basis <> 'members-asking';
  end if;
end $$;
alter table present.frame_basis drop constraint frame_basis_basis_check, add check (basis = 'members-asking'), drop constraint frame_basis_frame_id_basis_key, add unique (frame_id);
comment on table present.frame_basis is 'For how many members was asked (สมาชิกขอ) by the paper by which a frame of matching subsidies was allotted, where it says so.';
