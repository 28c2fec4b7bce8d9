-- A card payment into a Pool. One contribution has one payment page, and is booked once.
create table contribution (
    id uuid primary key,
    pool_id uuid not null references book (id),
    person_id uuid references person (id),
    payer_name varchar(120) not null,
    payer_email varchar(254),
    amount bigint not null,
    currency char(3) not null,
    state varchar(12) not null,
    checkout_id varchar(255),
    checkout_url text,
    checkout_expires_at timestamp with time zone,
    payment_id varchar(255) unique,
    paid_at timestamp with time zone,
    fee bigint,
    available_on timestamp with time zone,
    note varchar(300) not null,
    tries integer not null,
    next_try_at timestamp with time zone,
    created_at timestamp with time zone not null,
    constraint contribution_is_above_zero check (amount > 0),
    constraint contribution_fee_is_a_part check (fee between 0 and amount)
);
create index contribution_due on contribution (state, next_try_at);
create index contribution_to_release on contribution (state, available_on);
create index contribution_of_pool on contribution (pool_id, created_at, id);
create index contribution_of_person on contribution (person_id, created_at, id);

-- The inbox: every signed event of the processor, taken once, with what became of it.
create table payment_event (
    event_id varchar(255) primary key,
    type varchar(255) not null,
    connect boolean not null,
    kind varchar(20) not null,
    event text not null,
    body bytea not null,
    state varchar(12) not null,
    reason varchar(300) not null,
    tries integer not null,
    next_try_at timestamp with time zone,
    created_at timestamp with time zone not null,
    received_at timestamp with time zone not null
);
create index payment_event_due on payment_event (state, next_try_at);
