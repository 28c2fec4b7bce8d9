-- Parts of a Pool's money, each for one purpose. What is in a bucket stands in the book, in an account of its own.
create table bucket (
    id uuid primary key,
    pool_id uuid not null references book (id),
    slug varchar(80) not null,
    name varchar(80) not null,
    purpose varchar(600) not null,
    goal bigint,
    opened_by uuid not null references person (id),
    opened_at timestamp with time zone not null,
    closed_at timestamp with time zone,
    closed_by uuid,
    unique (pool_id, slug),
    constraint bucket_goal_is_above_zero check (goal > 0),
    constraint bucket_is_closed_by_a_proposal check ((closed_at is null) = (closed_by is null))
);
create index bucket_of_pool on bucket (pool_id, opened_at, id);
