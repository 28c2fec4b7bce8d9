-- What came into and went out of a book's held money by month and by the account on the other side. A summary of
-- transfers up to a number, kept so that a long book need not be read for a chart; it can be made anew at any time.
create table book_month (
    book_id uuid not null references book (id),
    in_month char(7) not null,
    account_no integer not null,
    came_in bigint not null,
    went_out bigint not null,
    primary key (book_id, in_month, account_no)
);
create table book_month_state (
    book_id uuid primary key references book (id),
    summed_seq bigint not null
);
