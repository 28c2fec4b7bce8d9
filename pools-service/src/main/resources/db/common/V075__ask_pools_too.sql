-- In a Flood the Pools may have to agree beside the people: more than this share of them, and how each of them stood.
alter table proposal add column pools_bp int;
alter table proposal add column pools_count text;

-- Whose people are counted for which member of the Flood; a Pool may stand for itself and for a Flood within.
create table electorate_seat (
    proposal_id uuid not null references proposal (id),
    member_id uuid not null,
    pool_id uuid not null,
    dropped_at timestamp with time zone,
    primary key (proposal_id, member_id, pool_id)
);

-- When a Pool leaves a Flood its people drop out of votes that are open.
alter table electorate_part add column dropped_at timestamp with time zone;
