-- Pools that the members have decided to end.
create table pool_end (
    pool_id uuid primary key references book (id),
    proposal_id uuid not null,
    -- Who gets what is left after the members' shares; none: a later vote says so.
    payee_id uuid references payee (id),
    since timestamp with time zone not null,
    -- Members up to this number have their claims.
    claimed_up_to int not null,
    ended_at timestamp with time zone,
    next_try_at timestamp with time zone
);
create index pool_end_due on pool_end (next_try_at);
