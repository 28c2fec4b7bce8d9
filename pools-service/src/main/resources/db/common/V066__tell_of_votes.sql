-- What people are told about a vote, each once, page by page of its electorate; goes on after a restart, on any node.
create table vote_word (
    proposal_id uuid not null references proposal (id),
    kind varchar(8) not null check (kind in ('opened', 'reminder', 'closed')),
    due_at timestamp with time zone not null,
    -- the last person told; null before the first
    after_person uuid,
    done_at timestamp with time zone,
    constraint vote_word_pk primary key (proposal_id, kind)
);
create index vote_word_due on vote_word (done_at, due_at);

-- The secret address of a person's calendar; it can read that and nothing else.
create table calendar_feed (
    person_id uuid not null references person (id),
    token_hash bytea not null,
    made_at timestamp with time zone not null,
    constraint calendar_feed_pk primary key (person_id),
    constraint calendar_feed_token_once unique (token_hash)
);
