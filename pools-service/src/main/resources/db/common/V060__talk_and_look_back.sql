-- Where somebody stands before the vote, said together with a comment; the latest one counts.
alter table proposal_comment add column stance varchar(8) check (stance in ('for', 'unsure', 'against'));

-- To find those who are named in comments.
create index person_by_name on person (name);

-- What came of a proposal, in words. Only ever inserted; the highest version counts.
create table outcome_statement (
    proposal_id uuid not null references proposal (id),
    version int not null,
    author uuid not null references person (id),
    markdown text not null,
    stated_at timestamp with time zone not null,
    -- when to look back at it; none where nobody wants to
    review_at timestamp with time zone,
    reminded_at timestamp with time zone,
    constraint outcome_statement_pk primary key (proposal_id, version)
);
create index outcome_statement_review on outcome_statement (review_at, reminded_at);
