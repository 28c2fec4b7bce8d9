-- When a Pool leaves a Flood its people drop out of votes that are open: a row is added, nothing is rewritten.
create table electorate_drop (
    proposal_id uuid not null references proposal (id),
    member_id uuid not null,
    dropped_at timestamp with time zone not null,
    primary key (proposal_id, member_id)
);

alter table electorate_seat drop column dropped_at;
alter table electorate_part drop column dropped_at;
