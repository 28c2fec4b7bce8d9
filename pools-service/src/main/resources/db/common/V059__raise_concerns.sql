-- A payment that is passed and not carried out yet, and that somebody has raised a concern about; at most one case each.
create table dispute (
    proposal_id uuid not null references proposal (id),
    opened_at timestamp with time zone not null,
    paused_until timestamp with time zone not null,
    answer varchar(8) check (answer in ('release', 'rerun', 'refer', 'appeal')),
    -- none where nobody had to answer
    answered_by uuid,
    answered_at timestamp with time zone,
    cause text not null,
    -- the vote that it led to
    next_proposal uuid,
    constraint dispute_pk primary key (proposal_id)
);
create index dispute_next on dispute (next_proposal);

-- Only ever inserted.
create table concern (
    proposal_id uuid not null references proposal (id),
    raised_by uuid not null references person (id),
    reason text not null,
    raised_at timestamp with time zone not null,
    constraint concern_pk primary key (proposal_id, raised_by)
);

create table ombud_term (
    pool_id uuid not null,
    person_id uuid not null references person (id),
    since timestamp with time zone not null,
    until timestamp with time zone not null,
    named_by uuid not null,
    ended_by uuid,
    ended_at timestamp with time zone,
    constraint ombud_term_pk primary key (pool_id, person_id, since)
);
