-- What banks have taken back of what Pools with accounts of their own had handed over.
create table hand_over_back (
    -- the processor's id of the movement that took it back
    movement varchar(255) primary key,
    -- of the top-up that it took back
    top_up varchar(255) not null unique,
    payout_id uuid not null references hand_over (payout_id),
    -- how much of the payout's amount is booked as gone; the rest was spent or promised by then
    booked bigint not null,
    at timestamp with time zone not null,
    -- the top-up that was brought in its place before all of it was booked
    made_good_by varchar(255) unique
);
create index hand_over_back_of_payout on hand_over_back (payout_id);
create index hand_over_back_at on hand_over_back (at);
alter table top_up drop constraint top_up_state;
alter table top_up add constraint top_up_state check (state in ('none', 'open', 'taken', 'other', 'back'));
-- What was taken before top-ups were read.
insert into top_up (movement, reference, state)
select h.movement, h.payout_id, 'taken' from hand_over h
where h.movement is not null and not exists (select 1 from top_up t where t.movement = h.movement);
