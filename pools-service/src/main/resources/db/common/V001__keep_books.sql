-- One book per Pool and per Flood; the book's row is the lock and the head of its hash chain.
create table book (
    id uuid primary key,
    currency char(3) not null,
    head_seq bigint not null,
    head_hash bytea not null,
    opened_at timestamp with time zone not null
);

-- Balances are counted in the account's normal direction: debit for assets and expenses, credit for the rest.
create table account (
    book_id uuid not null references book (id),
    no integer not null,
    name varchar(160) not null,
    guarded boolean not null,
    balance bigint not null,
    primary key (book_id, no),
    unique (book_id, name),
    constraint guarded_account_not_below_zero check (not guarded or balance >= 0)
);

-- Append-only: one row is one transfer, balanced by its shape.
create table transfer (
    book_id uuid not null references book (id),
    seq bigint not null,
    cause_kind varchar(32) not null,
    cause_id uuid not null,
    leg smallint not null,
    debit_no integer not null,
    credit_no integer not null,
    amount bigint not null,
    booked_at timestamp with time zone not null,
    actor varchar(60) not null,
    memo_hash bytea not null,
    hash bytea not null,
    primary key (book_id, seq),
    unique (book_id, cause_kind, cause_id, leg),
    constraint transfer_moves_something check (amount > 0),
    constraint transfer_moves_between_two check (debit_no <> credit_no)
);

-- Words for people stand outside the hashed bytes, which hold only a salted commitment to them.
create table memo (
    book_id uuid not null,
    seq bigint not null,
    salt bytea not null,
    text varchar(1000) not null,
    primary key (book_id, seq),
    foreign key (book_id, seq) references transfer (book_id, seq)
);
