-- What Pools have promised to Floods by votes of their own; the id is the vote's.
create table pledge (
    id uuid primary key,
    flood_id uuid not null references flood (id),
    pool_id uuid not null references book (id),
    -- once so much; or at most so much in a month
    amount bigint not null check (amount > 0),
    -- 0 for once
    basis_points integer not null check (basis_points between 0 and 10000),
    most bigint check (most > 0),
    currency char(3) not null,
    taken bigint not null check (taken >= 0),
    since timestamp with time zone not null,
    -- the month whose share is next, like 2026-11
    next_month varchar(7) not null,
    due_at timestamp with time zone,
    ended_at timestamp with time zone,
    constraint pledge_ends_or_is_due check ((due_at is null) = (ended_at is not null))
);
create index pledge_due on pledge (due_at);
create index pledge_of_pool on pledge (pool_id, since, id);
create index pledge_of_flood on pledge (flood_id, since, id);

-- What a pledge took, one row for each month that it was carried out for: never twice.
create table pledge_month (
    pledge_id uuid not null references pledge (id),
    in_month varchar(7) not null,
    came_in bigint not null,
    share bigint not null,
    taken bigint not null check (taken >= 0),
    taken_at timestamp with time zone not null,
    constraint pledge_month_pk primary key (pledge_id, in_month)
);
