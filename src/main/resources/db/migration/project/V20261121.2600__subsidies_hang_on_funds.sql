-- A welfare fund carries its matching subsidy out itself, as a council or an organisation carries its project out.
alter table present.project add fund_id bigint references present.welfare_fund (id), add constraint one_carrier check (num_nonnulls(council_id, organisation_id, fund_id) <= 1);
alter table history.project add fund_id bigint;
create index on present.project (fund_id) where fund_id is not null;
comment on column present.project.fund_id is 'The welfare fund that carries it out: then neither a council nor an organisation does.';
select keep_history_anew('project');
