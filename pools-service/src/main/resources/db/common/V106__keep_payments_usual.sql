-- How much of the gifts from before a payment's vote can be taken back before that payment would be a large one.
create table payment_margin (
    proposal_id uuid not null references proposal (id),
    pool_id uuid not null references pool (id),
    opened_at timestamp with time zone not null,
    left_minor bigint not null,
    constraint payment_margin_pk primary key (proposal_id)
);
create index payment_margin_of_pool on payment_margin (pool_id, opened_at);
