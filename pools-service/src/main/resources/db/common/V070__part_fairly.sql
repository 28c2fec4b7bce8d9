-- What members get who have left: how much, and why. What was paid of it is in payout.
create table exit_claim (
    id uuid primary key,
    pool_id uuid not null references book (id),
    person_id uuid not null references person (id),
    -- Their membership's number: a stay ends once.
    number int not null,
    reason varchar(10) not null check (reason in ('left', 'removed', 'ended')),
    -- What they gave in that stay and did not take back, and what was left of it.
    given bigint not null,
    amount bigint not null,
    currency char(3) not null,
    asked_at timestamp with time zone not null,
    -- When it was paid to the last cent, or to what cannot be sent any more.
    settled_at timestamp with time zone,
    next_try_at timestamp with time zone,
    constraint exit_claim_once unique (pool_id, number),
    constraint exit_claim_is_above_zero check (amount > 0 and amount <= given)
);
create index exit_claim_due on exit_claim (next_try_at);
create index exit_claim_of_person on exit_claim (person_id, asked_at);

-- A payout has one ground: a decision, or somebody's own right on leaving.
alter table payout alter column proposal_id drop not null;
alter table payout add column exit_id uuid;
alter table payout add constraint payout_of_exit foreign key (exit_id) references exit_claim (id);
alter table payout add constraint payout_has_one_ground
    check ((proposal_id is null and exit_id is not null) or (proposal_id is not null and exit_id is null));
create index payout_of_exit_claim on payout (exit_id);
