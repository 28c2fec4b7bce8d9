-- A pot that everybody has the same share of, to give to buckets. The pot itself stands in the book.
create table funding_round (
    id uuid primary key,
    body_kind varchar(5) not null check (body_kind in ('pool', 'flood')),
    body_id uuid not null references book (id),
    proposal_id uuid not null,
    slug varchar(80) not null,
    name varchar(80) not null,
    share bigint not null check (share > 0),
    people bigint not null check (people > 0),
    opens_at timestamp with time zone not null,
    closes_at timestamp with time zone not null,
    keeps_partial boolean not null,
    ended_at timestamp with time zone,
    -- the vote that ended it before its time
    ended_by uuid,
    funded boolean,
    pot_at_end bigint,
    unique (body_id, slug),
    constraint round_closes_after_it_opens check (closes_at > opens_at),
    constraint round_ends_whole check ((ended_at is null) = (funded is null) and (ended_at is null) = (pot_at_end is null))
);
create index round_of_body on funding_round (body_id, opens_at, id);
create index round_due on funding_round (ended_at, closes_at);
create index round_of_proposal on funding_round (proposal_id);

-- Who has a share: members as of one version of each roster.
create table round_part (
    round_id uuid not null references funding_round (id),
    pool_id uuid not null,
    roster_version bigint not null,
    primary key (round_id, pool_id)
);

-- What it can be given to. What people give is never above the target.
create table round_bucket (
    round_id uuid not null references funding_round (id),
    bucket_id uuid not null references bucket (id),
    place integer not null,
    candidate boolean not null,
    target bigint not null check (target > 0),
    minimum bigint check (minimum > 0),
    allocated bigint not null,
    takes boolean not null,
    counted bigint,
    funded bigint check (funded >= 0),
    primary key (round_id, bucket_id),
    constraint round_bucket_takes_no_more_than_its_target check (allocated between 0 and target)
);

-- One for each person who has given something: nobody gives more than their share.
create table round_purse (
    round_id uuid not null references funding_round (id),
    person_id uuid not null references person (id),
    share bigint not null,
    allocated bigint not null,
    changes integer not null,
    primary key (round_id, person_id),
    constraint round_purse_holds_the_share check (allocated between 0 and share)
);

-- What people give now. It points only at rows that whoever changes it holds already.
create table round_allocation (
    round_id uuid not null,
    person_id uuid not null,
    bucket_id uuid not null,
    amount bigint not null check (amount > 0),
    primary key (round_id, person_id, bucket_id),
    foreign key (round_id, person_id) references round_purse (round_id, person_id),
    foreign key (round_id, bucket_id) references round_bucket (round_id, bucket_id)
);

-- Every change, in its order; rows are only added.
create table round_change (
    round_id uuid not null,
    person_id uuid not null,
    no integer not null,
    bucket_id uuid not null,
    amount bigint not null check (amount >= 0),
    changed_at timestamp with time zone not null,
    primary key (round_id, person_id, no),
    foreign key (round_id, person_id) references round_purse (round_id, person_id)
);

-- Who had left before the end: what they gave did not count.
create table round_drop (
    round_id uuid not null references funding_round (id),
    person_id uuid not null references person (id),
    primary key (round_id, person_id)
);
