-- An entrenched rule takes two votes on the same values: what the first one wanted, and when the second may come.
create table bylaws_first_vote (
    proposal_id uuid not null,
    body_id uuid not null,
    -- JSON: new values by key, in the alphabet's order
    changes text not null,
    passed_at timestamp with time zone not null,
    second_from timestamp with time zone not null,
    second_until timestamp with time zone not null,
    -- the vote that made the change; none while it is to come
    second_proposal_id uuid,
    constraint bylaws_first_vote_pk primary key (proposal_id),
    constraint bylaws_first_vote_second_once unique (second_proposal_id),
    constraint bylaws_first_vote_in_order check (passed_at < second_from and second_from < second_until)
);
create index bylaws_first_vote_body on bylaws_first_vote (body_id, passed_at);
