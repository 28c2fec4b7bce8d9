-- A proposal and what has happened to it. Words and action never change; every other column is filled once.
create table proposal (
    id uuid not null primary key,
    body_kind varchar(5) not null check (body_kind in ('pool', 'flood')),
    body_id uuid not null,
    author uuid not null,
    title text not null,
    markdown text not null,
    action_type text not null,
    action_json text not null,
    created_at timestamp with time zone not null,
    opens_at timestamp with time zone not null,

    -- What the clock does next, null when nothing is left to do: the due-lists read only rows that still wait.
    next_step varchar(5) check (next_step in ('open', 'close', 'enact')),
    next_step_at timestamp with time zone,

    -- The vote as frozen at its opening; shares in basis points.
    opened_at timestamp with time zone,
    closes_at timestamp with time zone,
    electorate bigint check (electorate >= 0),
    threshold_bp int,
    threshold_base varchar(16),
    quorum_bp int,
    quorum_people int,
    discuss_hours int,
    vote_hours int,
    cooling_hours int,

    -- The outcome in people, stored once at the close.
    closed_at timestamp with time zone,
    agree bigint,
    disagree bigint,
    abstain bigint,
    needed_for_quorum bigint,
    needed_to_pass bigint,
    quorum_met boolean,
    passed boolean,
    enacts_at timestamp with time zone,

    enacted_at timestamp with time zone,
    blocked_at timestamp with time zone,
    blocked_code text,
    blocked_facts text,
    withdrawn_at timestamp with time zone,

    check ((next_step is null) = (next_step_at is null)),
    check ((closed_at is null) = (passed is null)),
    check (closed_at is null or opened_at is not null),
    check (enacted_at is null or (coalesce(passed, false) and blocked_at is null)),
    check (withdrawn_at is null or opened_at is null),
    check (coalesce(agree + disagree + abstain, 0) <= coalesce(electorate, 0))
);

create index proposal_by_body on proposal (body_id, created_at, id);
create index proposal_running on proposal (body_id, next_step_at);
create index proposal_due on proposal (next_step, next_step_at);

-- The electorate: one version of the roster of each Pool that takes part.
create table electorate_part (
    proposal_id uuid not null references proposal (id),
    pool_id uuid not null,
    roster_version bigint not null,
    primary key (proposal_id, pool_id)
);

-- Only ever inserted. A person's highest revision counts; 'withdrawn' counts as no ballot.
create table ballot (
    proposal_id uuid not null references proposal (id),
    person_id uuid not null,
    revision int not null check (revision >= 1),
    choice varchar(9) not null check (choice in ('agree', 'disagree', 'abstain', 'withdrawn')),
    reason text not null,
    cast_at timestamp with time zone not null,
    primary key (proposal_id, person_id, revision)
);

create table proposal_comment (
    id uuid not null primary key,
    proposal_id uuid not null references proposal (id),
    parent uuid references proposal_comment (id),
    author uuid not null,
    markdown text not null,
    created_at timestamp with time zone not null
);

create index comment_by_proposal on proposal_comment (proposal_id, created_at, id);
