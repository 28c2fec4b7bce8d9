-- Consent to a Pool's joining, from the founding or from a vote; it ends when the others part from the Pool.
create table flood_consent (
    flood_id uuid not null references flood (id),
    pool_id uuid not null,
    proposal_id uuid not null,
    invited_at timestamp with time zone not null,
    ended_at timestamp with time zone,
    primary key (flood_id, pool_id)
);
insert into flood_consent (flood_id, pool_id, proposal_id, invited_at)
    select flood_id, pool_id, proposal_id, invited_at from flood_invitation;

-- A vote can bring in or part from several Pools at once; the compact as it read then is named by its fingerprint.
create table flood_stay (
    flood_id uuid not null,
    pool_id uuid not null,
    number integer not null check (number >= 1),
    joined_at timestamp with time zone not null,
    joined_by uuid not null,
    compact_sha256 varchar(64),
    left_at timestamp with time zone,
    left_by uuid,
    primary key (flood_id, pool_id, number),
    foreign key (flood_id, pool_id) references flood_consent (flood_id, pool_id),
    check ((left_at is null) = (left_by is null))
);
insert into flood_stay (flood_id, pool_id, number, joined_at, joined_by, left_at, left_by)
    select flood_id, pool_id, number, joined_at, joined_by, left_at, left_by from flood_pool;

drop table flood_pool;
drop table flood_invitation;
alter table flood_consent rename to flood_invitation;
alter table flood_stay rename to flood_pool;
create index flood_invitation_of_pool on flood_invitation (pool_id);
create index flood_pool_of_pool on flood_pool (pool_id);

-- A Pool has voted to join and waits for the Flood's consent.
create table flood_request (
    flood_id uuid not null references flood (id),
    pool_id uuid not null,
    proposal_id uuid not null,
    compact_sha256 varchar(64) not null,
    asked_at timestamp with time zone not null,
    primary key (flood_id, pool_id)
);

-- One Flood wants to end in another one, and what each of the two has voted.
create table flood_merger (
    from_id uuid not null references flood (id),
    into_id uuid not null references flood (id),
    merge_proposal uuid,
    take_proposal uuid,
    done_at timestamp with time zone,
    primary key (from_id, into_id)
);
