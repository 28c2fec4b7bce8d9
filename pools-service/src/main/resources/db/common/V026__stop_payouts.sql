-- Why payouts of a book are stopped. At most one row of a book and reason is open: written under the lock of its row.
create table book_freeze (
    id uuid primary key,
    book_id uuid not null references book (id),
    reason varchar(12) not null,
    detail varchar(500) not null,
    since timestamp with time zone not null,
    lifted_at timestamp with time zone,
    lifted_why varchar(500)
);
create index book_freeze_open on book_freeze (book_id, lifted_at);
