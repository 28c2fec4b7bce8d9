-- What the people of a Pool are told that others may part from, each once, page by page; goes on after a restart, on any
-- node.
create table hearing_word (
    proposal_id uuid not null references proposal (id),
    kind varchar(8) not null check (kind in ('opened', 'reminder', 'ended')),
    due_at timestamp with time zone not null,
    -- the last person told; null before the first
    after_person uuid,
    done_at timestamp with time zone,
    constraint hearing_word_pk primary key (proposal_id, kind)
);
create index hearing_word_due on hearing_word (done_at, due_at);
