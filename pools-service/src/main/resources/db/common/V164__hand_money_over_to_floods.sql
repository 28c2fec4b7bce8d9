-- What a Pool with an account of its own gives to a Flood: two stewards send it, and it is a stake when the processor says
-- that it has come to the operator.
alter table payee add column holder boolean default false not null;
create table hand_over (
    payout_id uuid primary key references payout (id),
    flood_id uuid not null references book (id),
    flood_slug varchar(80) not null,
    arrived_at timestamp with time zone,
    -- the processor's id of the movement by which it came
    movement varchar(255) unique,
    constraint hand_over_came_by_something check ((arrived_at is null) = (movement is null))
);
create index hand_over_of_flood on hand_over (flood_id, arrived_at);
create index hand_over_arrived on hand_over (arrived_at);
-- What is written on a movement.
alter table balance_transaction add column words varchar(500);
create index balance_transaction_of_category on balance_transaction (category, created_at);
