-- The installation's keys: the newest that has not been retired signs, the others stay listed for ever.
create table signing_key (
    id varchar(16) primary key,
    public_key bytea not null,
    private_key bytea not null,
    sealed boolean not null,
    created_at timestamp with time zone not null,
    retired_at timestamp with time zone
);

-- What was said in public about the end of a book; only ever inserted.
create table published_head (
    book_id uuid not null references book (id),
    seq bigint not null,
    hash bytea not null,
    booked_at timestamp with time zone not null,
    published_at timestamp with time zone not null,
    key_id varchar(16) not null references signing_key (id),
    signature bytea not null,
    primary key (book_id, seq)
);

-- How far each book has been published and audited. The audit goes on from the balances that it left.
create table book_watch (
    book_id uuid primary key references book (id),
    published_seq bigint not null,
    published_at timestamp with time zone,
    audited_seq bigint not null,
    audited_hash bytea,
    audited_balances text not null,
    audited_at timestamp with time zone,
    whole_at timestamp with time zone,
    fault varchar(500) not null
);

-- Whose words have been erased from a book: without such a row no memo can be deleted.
create table memo_erasure (
    book_id uuid not null,
    seq bigint not null,
    erased_at timestamp with time zone not null,
    primary key (book_id, seq),
    foreign key (book_id, seq) references transfer (book_id, seq)
);
