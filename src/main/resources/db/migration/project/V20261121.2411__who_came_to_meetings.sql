-- Who came to a meeting and who excused themselves, a name on each line: the minutes print them.
alter table present.committee_meeting add attended text not null default '', add excused text not null default '';
alter table history.committee_meeting add attended text not null default '', add excused text not null default '';
comment on column present.committee_meeting.attended is 'Who came, a line for each, as the minutes print it; the chair stands apart.';
comment on column present.committee_meeting.excused is 'Who did not come, a line for each.';
select keep_history_anew('committee_meeting');
