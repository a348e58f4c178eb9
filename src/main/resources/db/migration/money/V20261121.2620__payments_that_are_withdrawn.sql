-- A payment that was approved and is not wanted any more: given up by somebody, for a reason, before it left or after the bank refused it. What left is not withdrawn: it comes back as a return.
alter table present.payment add withdrawn_on date, add withdrawn_by bigint references present.account (id), add withdrawal text not null default '';
alter table history.payment add withdrawn_on date, add withdrawn_by bigint, add withdrawal text not null default '';
alter table present.payment add constraint withdrawn_for_a_reason check (withdrawn_on is null or withdrawal <> ''),
  add constraint withdrawn_before_it_left check (withdrawn_on is null or settled_on is null and (issued_on is null or failed_on is not null));
comment on table present.payment is 'Payments in satang: waiting, issued in a batch, settled or failed as the bank said, or withdrawn before they left. One that failed is replaced by another.';
select keep_history_anew('payment');
