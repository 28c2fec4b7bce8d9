-- What a card payment can do after it was made: split over Pools, be refunded, be disputed.
alter table contribution alter column state set data type varchar(20);
-- What the payer meant to reach the Pools, when they cover the fee; the amount is then higher.
alter table contribution add column meant bigint;
-- The connected account that is charged; none for the platform's own.
alter table contribution add column account varchar(255);
-- From when what is still pending can be spent; none when nothing waits for it.
alter table contribution add column release_at timestamp with time zone;
update contribution set release_at = available_on where state = 'paid';
drop index contribution_to_release;
create index contribution_release on contribution (release_at);

-- One Pool's part of a contribution. What it has put into the bucket, and into what the Pool can spend freely (below
-- zero: what it has drawn from there), so that money goes back where it came from.
create table contribution_share (
    contribution_id uuid not null references contribution (id),
    no integer not null,
    pool_id uuid not null references book (id),
    bucket varchar(80),
    amount bigint not null,
    released boolean not null,
    in_bucket bigint not null,
    in_free bigint not null,
    primary key (contribution_id, no),
    constraint contribution_share_is_above_zero check (amount > 0),
    constraint contribution_share_bucket_holds check (in_bucket >= 0)
);
create index contribution_share_of_pool on contribution_share (pool_id, contribution_id);
insert into contribution_share (contribution_id, no, pool_id, amount, released, in_bucket, in_free)
    select id, 1, pool_id, amount, state = 'available', 0,
           case when state = 'available' then amount - coalesce(fee, 0) else 0 end
    from contribution;

-- A refund, ours or made at the processor. Kept even when its payment is not known yet.
create table card_refund (
    id uuid primary key,
    processor_id varchar(255) unique,
    payment_id varchar(255) not null,
    account varchar(255),
    amount bigint not null,
    currency char(3) not null,
    state varchar(12) not null,
    booked varchar(12) not null,
    taken_transaction varchar(255),
    returned_transaction varchar(255),
    ours boolean not null,
    requested_by uuid references person (id),
    reason varchar(300) not null,
    attempt integer not null,
    first_sent_at timestamp with time zone,
    note varchar(300) not null,
    tries integer not null,
    next_try_at timestamp with time zone,
    created_at timestamp with time zone not null,
    constraint card_refund_is_above_zero check (amount > 0)
);
create index card_refund_of_payment on card_refund (payment_id);
create index card_refund_due on card_refund (next_try_at);

-- A payer's dispute with their bank. Kept even when its payment is not known yet.
create table card_dispute (
    id varchar(255) primary key,
    payment_id varchar(255) not null,
    account varchar(255),
    amount bigint not null,
    currency char(3) not null,
    state varchar(12) not null,
    reason varchar(300) not null,
    evidence_due_by timestamp with time zone,
    loss_booked boolean not null,
    tries integer not null,
    next_try_at timestamp with time zone,
    created_at timestamp with time zone not null
);
create index card_dispute_of_payment on card_dispute (payment_id);
create index card_dispute_due on card_dispute (next_try_at);

-- Money that a dispute took (below zero) or gave back, each by the processor's balance transaction.
create table card_dispute_movement (
    transaction_id varchar(255) primary key,
    dispute_id varchar(255) not null references card_dispute (id),
    amount bigint not null,
    fee bigint not null,
    booked boolean not null
);
create index card_dispute_movement_of on card_dispute_movement (dispute_id);
