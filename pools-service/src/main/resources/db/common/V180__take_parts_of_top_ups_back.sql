-- What banks have taken back of what Pools with accounts of their own had handed over: each movement by its own amount.
create table top_up_back (
    -- the processor's id of the movement that took it back
    movement varchar(255) primary key,
    -- of the top-up that it took back
    top_up varchar(255) not null,
    payout_id uuid not null references hand_over (payout_id),
    amount bigint not null,
    -- how much of the amount is booked as gone; the rest was spent or promised by then
    booked bigint not null,
    at timestamp with time zone not null,
    -- the top-up that was brought in its place
    made_good_by varchar(255),
    -- nothing of the payout was left with it, and all of that is booked: it has to arrive once more
    gone boolean default false not null,
    constraint top_up_back_amounts check (amount > 0 and booked >= 0 and booked <= amount)
);
insert into top_up_back (movement, top_up, payout_id, amount, booked, at, made_good_by, gone)
select b.movement, b.top_up, b.payout_id, p.amount, b.booked, b.at, b.made_good_by,
       b.made_good_by is null and b.booked = p.amount
from hand_over_back b join payout p on p.id = b.payout_id;
create index top_up_back_of_payout on top_up_back (payout_id);
create index top_up_back_of_top_up on top_up_back (top_up);
create index top_up_back_made_good on top_up_back (made_good_by);
create index top_up_back_at on top_up_back (at);
drop table hand_over_back;
-- The Floods that the Pool's stake was looked for in: payouts of those stop too while a part of it is promised there.
create table top_up_back_flood (
    movement varchar(255) not null references top_up_back (movement),
    flood_id uuid not null references flood (id),
    primary key (movement, flood_id)
);
insert into top_up_back_flood (movement, flood_id)
select b.movement, h.flood_id from top_up_back b join hand_over h on h.payout_id = b.payout_id;
