-- The vote that ended a stay; none where the member left. Those who want to know are told once.
alter table membership add column removed_by uuid;
alter table membership add column farewell_at timestamp with time zone;
create index membership_removed on membership (removed_by, farewell_at);

-- Stewards are elected for a time; none for those named before there were terms.
alter table steward_term add column until timestamp with time zone;

-- Who asked to be let in where the members vote on it.
create table admission_request (
    -- written before the proposal, which is only made for those who asked
    proposal_id uuid not null,
    pool_id uuid not null references pool (id),
    person_id uuid not null references person (id),
    asked_at timestamp with time zone not null,
    constraint admission_request_pk primary key (proposal_id)
);
create index admission_request_of_person on admission_request (pool_id, person_id, asked_at);
