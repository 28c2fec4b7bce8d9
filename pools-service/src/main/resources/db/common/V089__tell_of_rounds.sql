-- What people are told about a round, each once, page by page of those who have a share; goes on after a restart, on any
-- node.
create table round_word (
    round_id uuid not null references funding_round (id),
    kind varchar(8) not null check (kind in ('opened', 'reminder', 'ended')),
    due_at timestamp with time zone not null,
    -- the last person told; null before the first
    after_person uuid,
    done_at timestamp with time zone,
    constraint round_word_pk primary key (round_id, kind)
);
create index round_word_due on round_word (done_at, due_at);
