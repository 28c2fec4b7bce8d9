-- Every movement of money on the processor's account, as it lists them, and whether the books know it.
create table balance_transaction (
    account varchar(255) not null,
    id varchar(255) not null,
    category varchar(80) not null,
    source_id varchar(255),
    -- The payment or transfer it belongs to; its own id where there is none.
    subject varchar(255) not null,
    contribution_id varchar(255),
    amount bigint not null,
    fee bigint not null,
    net bigint not null,
    currency char(3) not null,
    created_at timestamp with time zone not null,
    available_on timestamp with time zone not null,
    standing varchar(12) not null,
    primary key (account, id)
);
create index balance_transaction_of_subject on balance_transaction (subject);
create index balance_transaction_standing on balance_transaction (standing, subject);
create index contribution_paid on contribution (paid_at);

-- What the books and the processor say differently; kept when it has resolved.
create table reconciliation_difference (
    id uuid primary key,
    kind varchar(24) not null,
    object varchar(255) not null,
    category varchar(80) not null,
    subject varchar(255) not null,
    account varchar(255) not null,
    currency char(3) not null,
    in_books bigint not null,
    at_processor bigint not null,
    first_seen_at timestamp with time zone not null,
    last_seen_at timestamp with time zone not null,
    resolved_at timestamp with time zone,
    unique (kind, category, object)
);
create index reconciliation_difference_of_subject on reconciliation_difference (subject);
create index reconciliation_difference_open on reconciliation_difference (resolved_at, first_seen_at);

create table reconciliation_run (
    id uuid primary key,
    from_at timestamp with time zone not null,
    to_at timestamp with time zone not null,
    ended_at timestamp with time zone not null,
    transactions bigint not null,
    differences bigint not null,
    result varchar(12) not null
);
create index reconciliation_run_latest on reconciliation_run (ended_at);

create table reconciliation_total (
    run_id uuid not null references reconciliation_run (id),
    currency char(3) not null,
    at_processor bigint not null,
    in_books bigint not null,
    platform bigint not null,
    explained bigint not null,
    moving boolean not null,
    primary key (run_id, currency)
);
