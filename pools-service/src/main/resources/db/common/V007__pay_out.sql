-- Someone a Pool or Flood can pay. The account at the processor is bound once and never changed.
create table payee (
    id uuid primary key,
    body_kind varchar(5) not null,
    body_id uuid not null references book (id),
    name varchar(120) not null,
    email varchar(254),
    currency char(3) not null,
    country char(2),
    account_id varchar(255) unique,
    state varchar(12) not null,
    invite_hash bytea not null,
    invite_expires_at timestamp with time zone not null,
    tries integer not null,
    next_try_at timestamp with time zone,
    created_by uuid not null references person (id),
    created_at timestamp with time zone not null
);
create index payee_of_body on payee (body_id, created_at, id);
create index payee_due on payee (next_try_at);

-- Money out, ordered by a passed proposal and by nothing else: one payout a proposal.
create table payout (
    id uuid primary key,
    body_kind varchar(5) not null,
    body_id uuid not null references book (id),
    proposal_id uuid not null unique,
    payee_id uuid not null references payee (id),
    amount bigint not null,
    currency char(3) not null,
    purpose varchar(500) not null,
    state varchar(12) not null,
    account_id varchar(255),
    transfer_id varchar(255) unique,
    attempt integer not null,
    first_sent_at timestamp with time zone,
    note varchar(300) not null,
    tries integer not null,
    next_try_at timestamp with time zone,
    created_at timestamp with time zone not null,
    ended_at timestamp with time zone,
    constraint payout_is_above_zero check (amount > 0)
);
create index payout_of_body on payout (body_id, created_at, id);
create index payout_of_payee on payout (payee_id);
create index payout_due on payout (next_try_at);
