-- A Flood to which every Pool of the installation belongs by itself.
alter table flood add column commons boolean default false not null;

-- Whose part of a charge it is; the community's and the operator's are what the platform gets as fee and tip.
alter table contribution_share add column part varchar(9) default 'pool' not null;
alter table contribution_share add constraint contribution_share_has_one_owner
    check (part in ('pool', 'community', 'operator'));

-- The operator's own books, one for each currency; the slug is the currency in small letters.
create table operator (
    id uuid primary key references book (id),
    slug varchar(3) not null unique,
    name varchar(120) not null
);

-- What share of fees and tips is under the community's control: published once, then changed by votes alone.
-- The last one that has begun counts; it rises on every anniversary of the first.
create table commons_share (
    no integer primary key check (no > 0),
    since timestamp with time zone not null,
    basis_points integer not null check (basis_points between 0 and most),
    rise integer not null check (rise between 0 and 10000),
    most integer not null check (most between 0 and 10000),
    proposal_id uuid
);

-- What of a payment is not for its Pools, and the share in force when it began.
create table platform_part (
    contribution_id uuid primary key,
    currency char(3) not null,
    fee_bp integer not null check (fee_bp between 0 and 10000),
    fee bigint not null check (fee >= 0),
    tip bigint not null check (tip >= 0),
    community_bp integer not null check (community_bp between 0 and 10000)
);
