-- What a person gives every month or year by one card payment. Its id is also that of its first contribution.
create table recurring_contribution (
    id uuid primary key,
    person_id uuid not null references person (id),
    rhythm varchar(5) not null,
    account varchar(255),
    state varchar(10) not null,
    subscription_id varchar(255) unique,
    customer_id varchar(255),
    next_at timestamp with time zone,
    ends_at timestamp with time zone,
    note varchar(300) not null,
    touches bigint not null,
    tries integer not null,
    next_look_at timestamp with time zone,
    read_at timestamp with time zone,
    created_at timestamp with time zone not null
);
create index recurring_contribution_of_person on recurring_contribution (person_id, created_at, id);
create index recurring_contribution_due on recurring_contribution (next_look_at);

-- What is paid each time. A change adds terms; the earlier ones stay for what was charged under them.
create table recurring_terms (
    recurring_id uuid not null references recurring_contribution (id),
    no integer not null,
    amount bigint not null,
    currency char(3) not null,
    meant bigint,
    valid_from timestamp with time zone not null,
    confirmed_at timestamp with time zone,
    dropped boolean not null,
    primary key (recurring_id, no),
    constraint recurring_terms_are_above_zero check (amount > 0)
);
create table recurring_share (
    recurring_id uuid not null,
    terms_no integer not null,
    no integer not null,
    pool_id uuid not null references book (id),
    bucket varchar(80),
    basis_points integer not null,
    -- Of every charge under these terms.
    amount bigint not null,
    primary key (recurring_id, terms_no, no),
    foreign key (recurring_id, terms_no) references recurring_terms (recurring_id, no),
    constraint recurring_share_is_a_part check (basis_points between 1 and 10000)
);
create index recurring_share_of_pool on recurring_share (pool_id, recurring_id);

-- One period's payment: the processor's invoice, and the contribution it became. Booked once, by its key.
create table recurring_bill (
    id varchar(255) primary key,
    recurring_id uuid not null references recurring_contribution (id),
    state varchar(10) not null,
    amount bigint not null,
    currency char(3) not null,
    contribution_id uuid unique references contribution (id),
    attempts integer not null,
    pay_url text,
    retry_at timestamp with time zone,
    note varchar(300) not null,
    created_at timestamp with time zone not null
);
create index recurring_bill_of on recurring_bill (recurring_id, created_at, id);

-- What the payer wants done at the processor; stored before it is asked.
create table recurring_order (
    id uuid primary key,
    recurring_id uuid not null references recurring_contribution (id),
    no integer not null,
    kind varchar(20) not null,
    terms_no integer,
    state varchar(8) not null,
    note varchar(300) not null,
    tries integer not null,
    next_try_at timestamp with time zone,
    created_at timestamp with time zone not null,
    unique (recurring_id, no)
);
create index recurring_order_due on recurring_order (next_try_at);
