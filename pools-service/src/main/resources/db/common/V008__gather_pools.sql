-- Pools that hold money together for one purpose; the row is the lock of its stakes.
create table flood (
    id uuid not null primary key,
    slug varchar(60) not null unique,
    name varchar(160) not null,
    purpose varchar(1200) not null,
    currency char(3) not null,
    state varchar(9) not null check (state in ('forming', 'active', 'dissolved')),
    founder uuid not null,
    created_at timestamp with time zone not null
);

-- Which Pools were asked at the founding, and by which vote of theirs.
create table flood_invitation (
    flood_id uuid not null references flood (id),
    pool_id uuid not null,
    proposal_id uuid not null unique,
    invited_at timestamp with time zone not null,
    primary key (flood_id, pool_id)
);

create index flood_invitation_of_pool on flood_invitation (pool_id);

-- One row for each stretch of time in which a Pool belongs to a Flood; joined and left by its own votes.
create table flood_pool (
    flood_id uuid not null,
    pool_id uuid not null,
    number integer not null check (number >= 1),
    joined_at timestamp with time zone not null,
    joined_by uuid not null unique,
    left_at timestamp with time zone,
    left_by uuid unique,
    primary key (flood_id, pool_id, number),
    foreign key (flood_id, pool_id) references flood_invitation (flood_id, pool_id),
    check ((left_at is null) = (left_by is null))
);
