-- What a guest has by which they can ask for their contribution back: the browser that they gave from, and the secret of a
-- link. Only hashes are kept.
create table guest_link (
    contribution_id uuid not null primary key references contribution (id),
    browser_hash bytea,
    secret_hash bytea,
    made_at timestamp with time zone not null
);
