-- What the people of a Pool or Flood are told when its payouts stop and when they go on, each once, page by page; goes on
-- after a restart, on any node.
create table freeze_word (
    freeze_id uuid not null references book_freeze (id),
    kind varchar(8) not null check (kind in ('opened', 'ended')),
    due_at timestamp with time zone not null,
    -- the last person told; null before the first
    after_person uuid,
    done_at timestamp with time zone,
    constraint freeze_word_pk primary key (freeze_id, kind)
);
create index freeze_word_due on freeze_word (done_at, due_at);
create index book_freeze_still on book_freeze (lifted_at);
