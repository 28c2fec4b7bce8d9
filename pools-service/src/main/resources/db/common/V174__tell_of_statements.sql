-- What ended last, and how far the stewards of Floods and of their members have been told that its statements are there:
-- quarter by quarter, page by page; goes on after a restart, on any node.
create table statement_word (
    -- the first moment after the quarter
    ended_at timestamp with time zone not null primary key,
    -- the last Flood and the last of its members that were told; zeros before the first
    after_flood uuid not null,
    after_member uuid not null,
    done_at timestamp with time zone
);

-- What has ended by now is told to nobody.
insert into statement_word (ended_at, after_flood, after_member, done_at)
    values (current_timestamp, '00000000-0000-0000-0000-000000000000', '00000000-0000-0000-0000-000000000000',
        current_timestamp);
