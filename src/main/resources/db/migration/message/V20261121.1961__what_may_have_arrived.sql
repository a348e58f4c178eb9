-- Never twice: what the other side may have accepted, and has not answered, is not sent again by itself.
alter table present.message_handing add answered_at timestamptz;
update present.message_handing h set answered_at = handed_at from present.message_delivery d where d.id = h.delivery_id and (d.state <> 'waiting' or d.fault <> '');
comment on table present.message_handing is 'The moments in which a delivery was about to be accepted by the other side, and when that answered; without an answer it may have arrived.';

alter table present.message_delivery drop constraint message_delivery_state_check;
alter table present.message_delivery add constraint message_delivery_state_check check (state in ('waiting', 'sent', 'dropped', 'failed', 'uncertain'));
create index message_delivery_undelivered on present.message_delivery (id) where state in ('failed', 'uncertain') or state = 'waiting' and attempts > 0;
