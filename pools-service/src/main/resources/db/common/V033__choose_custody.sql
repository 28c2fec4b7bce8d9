-- A Pool's account of its own at the processor, chosen by a vote; Pools without a row are held by the operator.
create table pool_custody (
    pool_id uuid primary key references pool (id),
    state varchar(12) not null check (state in ('onboarding', 'active', 'ended')),
    country char(2),
    account_id varchar(255) unique,
    proposal_id uuid not null,
    chosen_at timestamp with time zone not null,
    active_at timestamp with time zone,
    tries integer not null,
    next_try_at timestamp with time zone
);
create index pool_custody_due on pool_custody (next_try_at);

-- Who carries payments out. The founder is one without a row, until a vote ends it.
create table steward_term (
    pool_id uuid not null references pool (id),
    person_id uuid not null references person (id),
    since timestamp with time zone not null,
    named_by uuid,
    ended_by uuid,
    ended_at timestamp with time zone,
    constraint steward_term_pk primary key (pool_id, person_id, since)
);
