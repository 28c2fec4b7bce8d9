-- The member that a payee is, where members hand in expenses of their own: one payee for each person and body.
alter table payee add column person_id uuid references person (id);
alter table payee add constraint payee_of_person_once unique (body_id, person_id);

-- Files that show what money is for. Only ever inserted; the bytes stand beside them in pieces of at most 256 kB.
create table receipt (
    id uuid primary key,
    body_kind varchar(5) not null,
    body_id uuid not null references book (id),
    -- the expense or the word of a steward that it belongs to
    about_id uuid not null,
    no integer not null,
    media_type varchar(40) not null,
    size_bytes integer not null,
    sha256 bytea not null,
    kept_by uuid not null references person (id),
    kept_at timestamp with time zone not null,
    constraint receipt_no_once unique (about_id, no)
);

create table receipt_chunk (
    receipt_id uuid not null references receipt (id),
    no integer not null,
    bytes bytea not null,
    constraint receipt_chunk_pk primary key (receipt_id, no)
);

-- What a member has paid for others. Where it stands is read from its proposal and payout, and stored nowhere else.
create table expense (
    id uuid primary key,
    pool_id uuid not null references book (id),
    person_id uuid not null references person (id),
    payee_id uuid not null references payee (id),
    proposal_id uuid not null references proposal (id),
    title text not null,
    amount bigint not null,
    currency char(3) not null,
    spent_on date,
    note text not null,
    handed_in_at timestamp with time zone not null,
    constraint expense_proposal_once unique (proposal_id),
    constraint expense_is_above_zero check (amount > 0)
);
create index expense_of_pool on expense (pool_id, handed_in_at, id);
create index expense_of_person on expense (pool_id, person_id, handed_in_at);
