-- A round of subsidies may be changed after it was opened, and be ended before its last day: closed, so that nobody asks in it any more, or withdrawn, with all that waits in it.
alter table present.subsidy_round add note text not null default '', add ended_on date, add ended_as text check (ended_as in ('closed', 'withdrawn')), add ended_because text,
  add check ((ended_on is null) = (ended_as is null) and (ended_on is null) = (ended_because is null));
alter table history.subsidy_round add note text not null default '', add ended_on date, add ended_as text, add ended_because text;
select keep_history_anew('subsidy_round');
comment on table present.subsidy_round is 'Rounds of matching subsidies: the days within which funds may ask, what is offered for each member counted, in satang, how old the certified statement may be, which quality is asked for, what the centre says to the funds; closed or withdrawn before its last day, with the reason.';

-- What is offered may change while nothing is proposed; a request that ended keeps what was offered to it.
alter table present.subsidy_request drop constraint subsidy_request_round_id_per_member_fkey, add foreign key (round_id) references present.subsidy_round (id);
alter table present.subsidy_round drop constraint subsidy_round_id_per_member_key;

-- A request ends with the project that it became, when that falls and nothing of it is with the fund.
alter table present.subsidy_request drop constraint subsidy_request_ended_as_check, add check (ended_as in ('refused', 'withdrawn', 'fallen'));
do $$
declare fell bigint[] := array(select q.id from present.subsidy_request q join present.project p on p.id = q.project_id where q.ended_on is null and p.state in ('rejected', 'cancelled')
  and not exists (select from present.payment y where y.subject_kind = 'project' and y.subject_id = p.id and y.issued_on is not null and y.failed_on is null));
begin
  if fell <> '{}' then
    perform log.begin_change(null, 'khabuan', 'migration', 'welfare.refuse-subsidy', 'คำขอสิ้นสุดพร้อมโครงการที่ไม่ได้รับอนุมัติหรือยกเลิก', null);
    delete from present.subsidy_person where request_id = any(fell);
    update present.subsidy_request q set ended_on = current_date, ended_as = 'fallen', ended_because = coalesce((select nullif(s.reason, '') from present.project_step s where s.project_id = q.project_id order by s.id desc limit 1), '–') where id = any(fell);
  end if;
end $$;
